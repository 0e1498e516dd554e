// The device tool as other software runs it, through npm: whose two lines come first, so that the object is the last line of standard output.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

function npm(...args: string[]): Promise<{ readonly exitCode: unknown; readonly out: string }> {
  return new Promise((resolve) => {
    execFile('npm', args, { cwd: ROOT }, (error, out) => resolve({ exitCode: error?.code ?? 0, out }));
  });
}

it('one object in one line, the last of standard output; with --silent the only one; the exit code is the tool’s', async () => {
  const [list, silent, wrong] = await Promise.all([
    npm('run', 'devices', '--', 'list', '--json'),
    npm('run', '--silent', 'devices', '--', 'list', '--json'),
    npm('run', 'devices', '--', 'strip', '--udp', 'foo', '--text', 'A012', '--json'),
  ]);
  const lastOf = (out: string): unknown => JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');
  const ports = { ports: expect.any(Array) as unknown };
  expect([list.exitCode, lastOf(list.out), JSON.parse(silent.out)]).toEqual([0, ports, ports]);
  expect([wrong.exitCode, lastOf(wrong.out)]).toMatchObject([2, { error: { code: 'portName' } }]);
});
