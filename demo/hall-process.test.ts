// The keeper of the hall server, with small real programs in its place: words, restarts, endings, and no orphan.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { DemoCannotStart } from './demo-cannot-start.ts';
import { HallProcess } from './hall-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

const LISTENS = 'console.log(JSON.stringify({ listening: "x" })); setInterval(() => {}, 1000);';
const PATIENCE = { timeout: 20_000, interval: 20 };

function keeper(program: string) {
  const folder = temporaryFolder();
  const file = join(folder, 'program.mjs');
  writeFileSync(file, program);
  const states: string[] = [];
  const hall = new HallProcess({
    program: [file],
    logFolder: folder,
    onState: (state) => states.push(state),
    firstRetryMs: 10,
  });
  onTestFinished(() => hall.stop());
  return { hall, states, folder };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false; // no such process
  }
}

test('a server that ends before it listens is told with its own words, and not tried again', async () => {
  const { hall, states } = keeper(
    'console.error("{\\"level\\":30}"); console.error("no such configuration"); process.exit(2);',
  );
  const failed = await hall.start().catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(DemoCannotStart);
  expect(String(failed)).toContain('no such configuration');
  expect(String(failed)).not.toContain('level');
  expect(states[0]).toBe('starting');
  expect(hall.pid).toBeNull();
});

test('a server that is killed is started again and told of; stopping ends it for good', async () => {
  const { hall, states } = keeper(LISTENS);
  await hall.start();
  const first = hall.pid ?? 0;
  process.kill(first, 'SIGKILL');
  await vi.waitFor(
    () => expect(states).toEqual(['starting', 'running', 'restarting', 'starting', 'running']),
    PATIENCE,
  );
  const second = hall.pid ?? 0;
  expect(second).not.toBe(first);
  await hall.stop();
  expect(isAlive(second)).toBe(false);
  expect(states).toHaveLength(5);
});

test('the server does not outlive a demo that was killed', async () => {
  const { folder } = keeper(LISTENS);
  const demo = join(folder, 'demo.ts');
  const lines = [
    `import { HallProcess } from ${JSON.stringify(join(import.meta.dirname, 'hall-process.ts'))};`,
    `const hall = new HallProcess({ program: [${JSON.stringify(join(folder, 'program.mjs'))}], logFolder: ${JSON.stringify(folder)}, onState: () => {} });`,
    'await hall.start();',
    'console.log(hall.pid);',
  ];
  writeFileSync(demo, lines.join('\n'));
  const child = spawn(process.execPath, [demo], { stdio: ['ignore', 'pipe', 'inherit'] });
  const pid = await new Promise<number>((resolve) => child.stdout.once('data', (text) => resolve(Number(text))));
  expect(isAlive(pid)).toBe(true);
  child.kill('SIGKILL');
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), PATIENCE);
  expect(readFileSync(join(folder, 'hall-server.log'), 'utf8')).toBe('');
});
