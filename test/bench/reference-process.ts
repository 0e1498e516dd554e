// A reference in a process of its own, as ours is: a server that listens, or a program that runs to its end.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'reference');
const START_MS_MAX = 30_000;
const RUN_MS_MAX = 120_000;

export interface ReferenceServer {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startReference(program: string, ...args: string[]): Promise<ReferenceServer> {
  const child = spawn(process.execPath, [join(FOLDER, program), ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${program} did not listen within ${START_MS_MAX} ms.`));
    }, START_MS_MAX);
    child.stdout?.once('data', (line: Buffer) => {
      clearTimeout(timer);
      resolve((JSON.parse(line.toString('utf8')) as { listening: string }).listening);
    });
    child.once('exit', (code) => reject(new Error(`${program} ended with ${String(code)} before it listened.`)));
  });
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Milliseconds from its start to its end. */
export async function runReference(program: string, ...args: string[]): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(FOLDER, program), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: RUN_MS_MAX,
  });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}.`);
  return performance.now() - began;
}
