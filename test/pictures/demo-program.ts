// The demo as a process of its own, on a folder of its own: what it says goes to a file, and it is ended by its pid.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '../..');
const START_MS = 120_000;
const END_MS = 20_000;

export interface Demo {
  /** Of the landing page. */
  readonly address: string;
  /** By staff number. */
  readonly passwords: Readonly<Record<string, string>>;
  /** As the administrator. Throws when it is refused. */
  command(body: Readonly<Record<string, unknown>>): Promise<void>;
  stop(): Promise<void>;
}

/** Resolves when everything runs; rejects with its own words when it ends before. */
export async function startDemo(folder: string): Promise<Demo> {
  const said = join(folder, 'said.txt');
  const file = openSync(said, 'w');
  const args = [join(ROOT, 'demo/main.ts'), '--data', folder, '--phone-page'];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', file, file] });
  closeSync(file);
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGINT');
    const isLate = await Promise.race([ended.then(() => false), pause(END_MS, true, { ref: false })]);
    if (isLate) child.kill('SIGKILL');
    await ended;
  };
  const startedAt = performance.now();
  for (;;) {
    const words = readFileSync(said, 'utf8');
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(words)?.[0];
    if (address !== undefined) return { address, ...hallIn(folder), stop };
    if (child.exitCode !== null || performance.now() - startedAt > START_MS) {
      await stop();
      throw new Error(`the demo did not start: ${words}`);
    }
    await pause(100);
  }
}

function hallIn(folder: string): Omit<Demo, 'address' | 'stop'> {
  const ports = JSON.parse(readFileSync(join(folder, 'ports.json'), 'utf8')) as { hall: number };
  const { clerks } = JSON.parse(readFileSync(join(folder, 'credentials.json'), 'utf8')) as {
    clerks: Record<string, { password: string }>;
  };
  const hallUrl = `http://127.0.0.1:${ports.hall}`;
  const adminToken = readFileSync(join(folder, 'hall/admin-token'), 'utf8').trim();
  let requests = 0;
  return {
    passwords: Object.fromEntries(Object.entries(clerks).map(([staffNo, { password }]) => [staffNo, password])),
    command: async (body) => {
      const response = await fetch(`${hallUrl}/api/v1/commands`, {
        method: 'POST',
        headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ requestId: `picture-${process.pid}-${++requests}`, ...body }),
        signal: AbortSignal.timeout(10_000),
      });
      if (!response.ok) throw new Error(`${JSON.stringify(body)}: ${response.status} ${await response.text()}`);
    },
  };
}
