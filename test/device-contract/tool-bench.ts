// Runs the device tools as an installer does: real processes against real ptys and sockets, ended by their own pid only.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

export interface Ended {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
  /** The one object of `--json`. */
  json(): Record<string, unknown>;
}

/** `npm run devices -- ...args`, without npm. `onError` hears standard error as it comes. */
export function devices(args: readonly string[], onError: (text: string) => void = () => undefined): Promise<Ended> {
  return run('drivers/tool/main.ts', args, onError);
}

/** `npm run simulator -- ...args` for a command line that does not start one. */
export function refusedSimulator(args: readonly string[]): Promise<Ended> {
  return run('drivers/simulator-tool/main.ts', args, () => undefined);
}

function run(script: string, args: readonly string[], onError: (text: string) => void): Promise<Ended> {
  const child = spawn(process.execPath, [join(ROOT, script), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    onError(text);
  });
  return new Promise((resolve) => {
    child.once('close', (exitCode) => {
      const json = (): Record<string, unknown> => JSON.parse(out) as Record<string, unknown>;
      resolve({ exitCode, out, err, json });
    });
  });
}

export interface RunningTool {
  readonly ready: Readonly<Record<string, unknown>>;
  /** Every JSON line after the first. */
  readonly events: readonly Record<string, unknown>[];
  /** A line on its standard input. */
  hand(line: string): void;
  /** SIGTERM; the exit code. */
  stop(): Promise<number | null>;
}

export async function simulator(args: readonly string[]): Promise<RunningTool> {
  const script = join(ROOT, 'drivers/simulator-tool/main.ts');
  const child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  const events: Record<string, unknown>[] = [];
  let log = '';
  let rest = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = await new Promise<Record<string, unknown>>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) events.push(JSON.parse(line) as Record<string, unknown>);
      const [first] = events;
      if (first !== undefined) resolve(first);
    });
    void ended.then((code) => reject(new Error(`the simulator ended with ${String(code)}: ${log}`)));
  });
  events.shift();
  return {
    ready,
    events,
    hand: (line) => void child.stdin.write(`${line}\n`),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Started as npm does it, behind a shell that hands no signal on. `killShell` resolves when nothing holds the simulator's output any more. */
export async function simulatorBehindShell(
  args: readonly string[],
): Promise<{ readonly killShell: () => Promise<void> }> {
  const words = [process.execPath, join(ROOT, 'drivers/simulator-tool/main.ts'), ...args];
  // The second command keeps the shell from becoming the program.
  const shell = spawn('sh', ['-c', '"$@"; exit', 'sh', ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = new Promise<void>((resolve) => shell.stdout.once('close', resolve));
  await new Promise((resolve) => shell.stdout.once('data', resolve));
  return {
    killShell: () => {
      shell.kill('SIGTERM');
      return closed;
    },
  };
}
