// Starts one of our programs as a real process and waits for the JSON line that says it is ready; ended by its own pid only.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

export interface Program {
  /** The line of JSON that the program printed when it was ready. */
  readonly ready: Readonly<Record<string, unknown>>;
  /** Everything on standard error so far: the log. */
  log(): string;
  /** SIGTERM, and the end of the process. */
  stop(): Promise<void>;
  /** SIGKILL: no chance to tidy up. */
  kill(): Promise<void>;
}

/** Rejects with the program's own words when it ends before it is ready. */
export async function startProgram(script: string, args: readonly string[]): Promise<Program> {
  const child = spawn(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  const ready = await new Promise<Record<string, unknown>>((resolve, reject) => {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const line = output.split('\n').find((each) => each.startsWith('{') && each.endsWith('}'));
      if (line !== undefined) resolve(JSON.parse(line) as Record<string, unknown>);
    });
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code} before it was ready: ${log}`)));
  });
  return { ready, log: () => log, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}
