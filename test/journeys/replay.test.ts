// A real municipal day through a real server: kiosks, clerks and a board over sockets, then a restart that must change nothing.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

interface Ended {
  readonly code: number | null;
  readonly printed: string;
  readonly said: string;
}

function replay(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(ROOT, 'test/replay/main.ts'), ...args], { cwd: ROOT });
  let [printed, said] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, printed, said })));
}

it('a day of 1064 people at 32 windows is clean, and a restart shows every view as it was', async () => {
  const { code, printed, said } = await replay(
    ...['--office', 'UD_Wola', '--date', '2020-01-22', '--speed', '1200', '--seed', '7', '--json'],
  );
  expect(code, said).toBe(0);
  const result = JSON.parse(printed) as Record<string, unknown>;
  expect(result).toMatchObject({
    issued: 1064,
    called: 1064,
    duplicateNumbers: 0,
    doubleCalls: 0,
    orderViolations: 0,
    openTickets: 0,
    replayEqualsLive: true,
  });
  expect(Number(result['finished']) + Number(result['missed'])).toBe(1064);
  expect(Number(result['missed'])).toBeGreaterThan(0);
});

it('a day that the data does not have is refused with the days that it has', async () => {
  const { code, said } = await replay('--office', 'UD_Wola', '--date', '2020-01-10');
  expect(code).toBe(2);
  expect(said).toContain('UD_Bielany 2020-01-02');
});
