// The landing server over real sockets: its own pages are served and obeyed, everybody else's are turned away.
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { createPort } from '@jiaohao/drivers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { Bench } from './bench.ts';
import { memoryWiring } from './device-line.ts';
import { startLandingServer } from './landing-server.ts';
import { PageDesk } from './page-desk.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { DemoMessage, type Screens } from './wire.ts';

const PATIENCE = { timeout: 20_000 };

const SECRET = 'http://127.0.0.1:1/clerk/#token=secret';
const SCREENS: Screens = {
  hallName: { zh: '大厅', en: 'Hall' },
  kioskUrl: SECRET,
  hallBoardUrl: SECRET,
  healthUrl: SECRET,
  zones: [],
  firstWindowId: 'w01',
  cards: [],
};

async function started() {
  const folder = temporaryFolder();
  const pagesFolder = join(folder, 'pages');
  mkdirSync(pagesFolder);
  writeFileSync(join(pagesFolder, 'index.html'), '<title>page</title>');
  const bench = await Bench.open(memoryWiring('test'), [{ windowId: 'w01', label: '1', address: 1 }]);
  const desk = new PageDesk(bench, SCREENS, 'running');
  const server = await startLandingServer({ port: 0, bench, desk, dataFolder: folder, pagesFolder });
  onTestFinished(async () => {
    await server.close();
    desk.close();
    await bench.close();
  });
  return { bench, folder, url: new URL(server.url) };
}

function statusFor(url: URL, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, url), { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end();
  });
}

function openPage(url: URL, origin: string, host = url.host) {
  const socket = new WebSocket(`ws://${url.host}/live`, { origin, headers: { host } });
  onTestFinished(() => socket.terminate());
  const messages: DemoMessage[] = [];
  socket.on('message', (data) => messages.push(DemoMessage.parse(JSON.parse((data as Buffer).toString('utf8')))));
  const opened = new Promise<boolean>((resolve) => {
    socket.once('open', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
  return { socket, messages, opened };
}

test('both pages are served, the running demo names its folder, and foreign names get nothing', async () => {
  const { url, folder } = await started();
  for (const path of ['/', '/bench']) {
    const page = await fetch(new URL(path, url));
    expect(await page.text()).toBe('<title>page</title>');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  }
  expect(await (await fetch(new URL('/running', url))).json()).toEqual({ pid: process.pid, dataFolder: folder });
  for (const host of ['rebound.example', `rebound.example:${url.port}`, '127.0.0.1', '127.0.0.1:1']) {
    expect(await statusFor(url, '/', { host })).toBe(421);
  }
  for (const path of ['/tickets/1.svg', '/tickets/x', '/tickets/..%2f1.svg', '/nothing']) {
    expect(await statusFor(url, path, { host: url.host })).toBe(404);
  }
});

test('credentials go to pages of its own origin only', async () => {
  const { url } = await started();
  const ours = openPage(url, url.origin);
  expect(await ours.opened).toBe(true);
  await vi.waitFor(
    () => expect(ours.messages.slice(0, 2)).toMatchObject([{ type: 'screens' }, { type: 'bench' }]),
    PATIENCE,
  );
  for (const [origin, host] of [
    ['http://evil.example', url.host],
    ['null', url.host],
    [`http://127.0.0.1:${Number(url.port) + 1}`, url.host],
    ['http://rebound.example', 'rebound.example'],
  ] as const) {
    const foreign = openPage(url, origin, host);
    expect(await foreign.opened).toBe(false);
    expect(foreign.messages).toEqual([]);
  }
});

test('an action is done and answered, the state follows; nonsense ends the connection and nothing else', async () => {
  const { url, bench } = await started();
  const page = openPage(url, url.origin);
  await page.opened;
  page.socket.send(JSON.stringify({ actionId: 1, action: { type: 'setPrinter', part: 'isPaperOut', value: true } }));
  page.socket.send(JSON.stringify({ actionId: 2, action: { type: 'layCard', cardId: 'card-99' } }));
  await vi.waitFor(() => {
    expect(page.messages).toContainEqual({ type: 'done', actionId: 1, trouble: null });
    expect(page.messages).toContainEqual({ type: 'done', actionId: 2, trouble: 'unknownCard' });
  }, PATIENCE);
  const last = page.messages.findLast((message) => message.type === 'bench');
  expect(last).toMatchObject({ state: { printer: { isPaperOut: true } } });
  for (const nonsense of [
    '',
    '{',
    '{"actionId":1}',
    '{"actionId":1,"action":{"type":"pressPad","windowId":"w01","key":9}}',
  ]) {
    const other = openPage(url, url.origin);
    await other.opened;
    const closed = new Promise<number>((resolve) => other.socket.once('close', resolve));
    other.socket.send(nonsense);
    expect(await closed).toBe(1008);
  }
  expect(bench.state().printer.isPaperOut).toBe(true);
});

test('what the printer cut off is drawn from its bytes', async () => {
  const { url, bench } = await started();
  const terminal = createPort(bench.printer.setting.port, { baudRate: 115_200 });
  await terminal.open();
  onTestFinished(() => terminal.close());
  // ESC @, "M001", LF, GS V 66 0: initialise, print, cut.
  await terminal.write(Uint8Array.of(0x1b, 0x40, 0x4d, 0x30, 0x30, 0x31, 0x0a, 0x1d, 0x56, 0x42, 0x00));
  await vi.waitFor(() => expect(bench.state().tickets).toHaveLength(1), PATIENCE);
  const picture = await fetch(new URL('/tickets/1.svg', url));
  expect(picture.headers.get('content-type')).toBe('image/svg+xml');
  const svg = await picture.text();
  expect(svg).toContain('>M001</text>');
  // Smaller than paper, letters keep their strokes.
  expect(svg).not.toContain('filter="');
});
