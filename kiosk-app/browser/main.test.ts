// `npm run terminal` as a process of its own, its devices on real serial paths: starts, serves, says what is wrong, ends cleanly.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPort } from '@jiaohao/drivers';
import { EscposSimulator, openPtyPair, type PtyPair } from '@jiaohao/drivers/simulators';
import { FakeHall, TOKEN } from './testing/fake-hall.ts';
import { PATIENCE } from './testing/kiosk-rig.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiaohao-main-'));
  writeFileSync(join(folder, 'token'), TOKEN, { mode: 0o600 });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function startMain(config: object | string, more: readonly string[] = []) {
  const file = join(folder, 'terminal.json');
  writeFileSync(file, typeof config === 'string' ? config : JSON.stringify(config));
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), '--config', file, ...more]);
  const said = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => (said.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said.err += text.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return { child, said, ended };
}

test('one line of JSON, a working printer behind a real line, and a clean end that leaves no process behind', async () => {
  const hall = await FakeHall.start();
  const line: PtyPair = await openPtyPair();
  const printer = new EscposSimulator(createPort(line.b, { baudRate: 115_200 }));
  printer.start();
  const devices = [{ kind: 'ticketPrinter', model: 'escpos', port: line.a, options: {} }];
  const config = {
    terminalId: 'K1',
    role: 'kiosk',
    hallUrl: hall.url,
    tokenFile: 'token',
    besideOthers: true,
    devices,
  };
  const { child, said, ended } = startMain(config);
  await vi.waitFor(() => expect(said.out).toMatch(/\n$/), PATIENCE);
  const { terminal, page } = JSON.parse(said.out) as { terminal: string; page: string };
  expect(terminal).toBe('K1');
  expect((await fetch(page)).status).toBe(200);
  const ready = { device: { kind: 'ticketPrinter', state: 'ready' } };
  await vi.waitFor(() => expect(hall.of('reportDevice').at(-1)).toMatchObject(ready), PATIENCE);
  await line.unplug();
  await vi.waitFor(
    () => expect(hall.of('reportDevice').at(-1)).toMatchObject({ device: { state: 'fault', code: 'portLost' } }),
    PATIENCE,
  );
  await line.replug();
  await vi.waitFor(() => expect(hall.of('reportDevice').at(-1)).toMatchObject(ready), PATIENCE);
  const devicesPid = Number(/"devicesPid":(\d+)/.exec(said.err)?.[1]);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(() => process.kill(devicesPid, 0)).toThrow(/ESRCH/);
  expect(said.err).not.toContain(TOKEN);
  await printer.stop();
  await line.close();
  await hall.down();
});

test.each([
  ['{', /terminal\.json is not JSON/],
  [{ terminalId: 'K1', role: 'kiosk', hallUrl: 'nowhere', tokenFile: 'token' }, /^hallUrl: an address like/m],
  [{ terminalId: 'K1', role: 'kiosk', hallUrl: 'http://127.0.0.1:9', tokenFile: 'no-token' }, /^tokenFile: .*ENOENT/m],
  [
    {
      terminalId: 'K1',
      role: 'kiosk',
      hallUrl: 'http://127.0.0.1:9',
      tokenFile: 'token',
      devices: [{ kind: 'idCardReader', model: 'sdt', port: 'http://x' }],
    },
    /^devices\[0\]: .*tcp:\/\//m,
  ],
  [
    {
      terminalId: 'K1',
      role: 'kiosk',
      hallUrl: 'http://127.0.0.1:9',
      tokenFile: 'token',
      ticketTemplate: { blocks: [{ type: 'text', text: '{idNumber}' }] },
    },
    /^ticketTemplate\.blocks\[0\]\.text: 没有名为 \{idNumber\} 的字段；.* \/ there is no field \{idNumber\}; known are /m,
  ],
])('a mistake is named in a sentence, without a stack: %j', async (config, sentence) => {
  const { said, ended } = startMain(config);
  expect(await ended).toBe(1);
  expect(said.out).toBe('');
  expect(said.err).toMatch(sentence);
  expect(said.err).not.toMatch(/\n\s+at /);
});

test('an option without its number is refused before anything starts', async () => {
  const { said, ended } = startMain({}, ['--quiet-after-ms', 'soon']);
  expect(await ended).toBe(1);
  expect(said).toEqual({ out: '', err: '--quiet-after-ms: a whole number of milliseconds, such as 120000\n' });
});
