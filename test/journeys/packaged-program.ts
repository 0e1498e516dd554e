// Starts a packaged program by its own start script with an empty PATH, and ends it by its own pid.
import { spawn } from 'node:child_process';

export interface RunningProgram {
  /** The line of JSON that it printed when it was ready. */
  readonly ready: Readonly<Record<string, unknown>>;
  readonly pid: number;
  log(): string;
  /** Lines of JSON on standard output so far: one for every time that a launched program became ready. */
  lines(): readonly Readonly<Record<string, unknown>>[];
  stop(): Promise<void>;
}

/** Rejects with the program's own words when it ends before it is ready. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string },
): Promise<RunningProgram> {
  const child = spawn(program, [...args], {
    ...options,
    env: { PATH: '', HOME: options.cwd },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines = () =>
    output
      .split('\n')
      .filter((line) => line.startsWith('{') && line.endsWith('}'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const ready = await new Promise<Record<string, unknown>>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const first = lines()[0];
      if (first !== undefined) resolve(first);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code} before it was ready: ${log}`)));
  });
  return {
    ready,
    pid: child.pid ?? 0,
    log: () => log,
    lines,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
}
