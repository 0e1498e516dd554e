// The browser host as a whole: who may drive the terminal, what a page gets, and a devices process that is killed.
import { createContext, runInContext } from 'node:vm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { PageMessage, TerminalBridge, TerminalMessage } from '../wire/page.ts';
import { TOKEN_PROTOCOL } from './bridge-script.ts';
import type { StartedTerminal } from './host.ts';
import { FakeHall } from './testing/fake-hall.ts';
import { startHost, type HostedTerminal } from './testing/hosted-terminal.ts';
import { PATIENCE } from './testing/kiosk-rig.ts';
import { paperText } from './testing/paper.ts';
import { simulatedKioskDevices, simulatedPad } from './testing/simulated-devices.ts';

let hall: FakeHall;
let simulated: ReturnType<typeof simulatedKioskDevices>;
let hosted: HostedTerminal;

beforeEach(async () => {
  hall = await FakeHall.start();
  simulated = simulatedKioskDevices();
});
afterEach(async () => {
  await hosted.close();
  await simulated.stop();
  await hall.down();
});

const until = (check: () => void | Promise<void>) => vi.waitFor(check, PATIENCE);
const startKiosk = () => startHost({ hall, devices: simulated.settings, run: 'inProcess' });

/** The bridge script as a page of `terminal` runs it, in a context with what a browser gives it. */
async function openPage({ url }: StartedTerminal) {
  const script = await (await fetch(new URL('/bridge.js', url))).text();
  const origin = new URL(url).origin;
  class PageSocket extends WebSocket {
    constructor(address: string, protocol: string) {
      super(address, protocol, { origin });
    }
  }
  const pageFetch = (path: string, init: { headers: object }) =>
    fetch(new URL(path, url), { ...init, headers: { ...init.headers, origin } });
  const window: { jiaohaoTerminal?: TerminalBridge } = {};
  const location = { host: new URL(url).host };
  runInContext(
    script,
    createContext({ window, location, crypto, WebSocket: PageSocket, fetch: pageFetch, setTimeout }),
  );
  const heard: (TerminalMessage | { lost: true })[] = [];
  window.jiaohaoTerminal?.listen((message) => heard.push(message));
  return { heard, send: (message: PageMessage) => window.jiaohaoTerminal?.send(message) };
}

const isReady = (message: TerminalMessage | { lost: true }) =>
  'type' in message &&
  message.type === 'update' &&
  message.update.hallLink === 'up' &&
  message.update.printer.state === 'ready';
const asked = (requestId: string, withCard = false) =>
  ({ type: 'takeTicket', request: { requestId, queueId: 'tax', withCard } }) as const;
const touch = (requestId: string, withCard = false): PageMessage => ({ ...asked(requestId, withCard), id: 7 });

test('a page takes a ticket through the bridge', async () => {
  hosted = await startKiosk();
  const page = await openPage(hosted);
  await until(() => expect(page.heard.some(isReady)).toBe(true));
  page.send(touch('touch-0201'));
  await until(() => expect(page.heard.at(-1)).toMatchObject({ type: 'answer', id: 7, outcome: { type: 'printed' } }));
  expect(paperText(simulated.printer)[0]).toContain('A001');
});

test('the newest page drives; the one before is told and does not come back', async () => {
  hosted = await startKiosk();
  const first = await openPage(hosted);
  await until(() => expect(first.heard.some(isReady)).toBe(true));
  const second = await openPage(hosted);
  await until(() => expect(second.heard.some(isReady)).toBe(true));
  await until(() => expect(first.heard.at(-1)).toEqual({ lost: true }));
  second.send(touch('touch-0202'));
  await until(() => expect(second.heard.at(-1)).toMatchObject({ type: 'answer' }));
  expect(first.heard.filter((message) => 'lost' in message)).toHaveLength(1);
});

test('a page opened anew while a ticket is printed shows the same number, and one ticket is printed', async () => {
  hosted = await startKiosk();
  simulated.printer.set({ lineMs: 10 });
  const first = await openPage(hosted);
  await until(() => expect(first.heard.some(isReady)).toBe(true));
  first.send(touch('touch-0203'));
  await until(() => expect(first.heard.at(-1)).toMatchObject({ type: 'printing' }));
  const second = await openPage(hosted);
  await until(() =>
    expect(second.heard.at(-1)).toMatchObject({ type: 'printing', printing: { requestId: 'touch-0203' } }),
  );
  expect(second.heard).toContainEqual({ type: 'takenOver', asked: asked('touch-0203') });
  second.send(touch('touch-0203'));
  await until(() => expect(second.heard.at(-1)).toMatchObject({ type: 'answer', outcome: { type: 'printed' } }));
  expect(hall.tickets.size).toBe(1);
  expect(paperText(simulated.printer)).toHaveLength(1);
});

test('after a number was taken and its person left, a new page begins at its start', async () => {
  hosted = await startKiosk();
  const first = await openPage(hosted);
  await until(() => expect(first.heard.some(isReady)).toBe(true));
  first.send(touch('touch-0204'));
  await until(() => expect(first.heard.at(-1)).toMatchObject({ type: 'answer', outcome: { type: 'printed' } }));
  first.send({ type: 'personLeft' });
  first.send(touch('touch-0205', true));
  await until(() => expect(first.heard.at(-1)).toMatchObject({ type: 'answer', outcome: { type: 'cardGone' } }));
  const second = await openPage(hosted);
  second.send(touch('touch-0206'));
  await until(() => expect(second.heard.at(-1)).toMatchObject({ type: 'answer', outcome: { type: 'printed' } }));
  expect(second.heard.some((message) => 'type' in message && message.type === 'takenOver')).toBe(false);
});

test('a page outlives its host: it comes back when the host does', async () => {
  hosted = await startKiosk();
  const page = await openPage(hosted);
  await until(() => expect(page.heard.some(isReady)).toBe(true));
  await hosted.restart();
  expect(page.heard).toContainEqual({ lost: true });
  const before = page.heard.length;
  await until(() => expect(page.heard.slice(before).some(isReady)).toBe(true));
});

test('foreign hosts, foreign origins, no token, a used token: refused', async () => {
  hosted = await startKiosk();
  const { url } = hosted;
  const { host, origin } = new URL(url);
  const ask = (headers: Record<string, string>) =>
    fetch(new URL('/page-token', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ pageId: '0'.repeat(32) }),
    });
  expect((await ask({})).status).toBe(403);
  expect((await ask({ origin: 'http://evil.example' })).status).toBe(403);
  const { token } = (await (await ask({ origin })).json()) as { token: string };
  const connect = (protocol: string, from: string, hostName = host) =>
    new Promise<number>((resolve) => {
      const socket = new WebSocket(`ws://${host}/bridge`, protocol, { origin: from, headers: { host: hostName } });
      socket.once('open', () => {
        socket.close();
        resolve(101);
      });
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      socket.once('error', () => undefined);
    });
  expect(await connect(TOKEN_PROTOCOL + token, 'http://evil.example')).toBe(403);
  expect(await connect(TOKEN_PROTOCOL + token, `http://rebound.example`, 'rebound.example')).toBe(403);
  expect(await connect(`${TOKEN_PROTOCOL}guessed`, origin)).toBe(403);
  expect(await connect(TOKEN_PROTOCOL + token, origin)).toBe(101);
  expect(await connect(TOKEN_PROTOCOL + token, origin)).toBe(403);
});

test('pages come under a strict policy and only by this computer’s own name', async () => {
  hosted = await startKiosk();
  const page = await fetch(hosted.url);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/);
  const { status } = await hosted.get('/', { host: 'rebound.example' });
  expect(status).toBe(421);
});

test('what is no message is said and dropped, what is too long ends the connection', async () => {
  hosted = await startKiosk();
  const page = await openPage(hosted);
  await until(() => expect(page.heard.some(isReady)).toBe(true));
  page.send({ type: 'format', disk: 'c:' } as unknown as PageMessage);
  await until(() => expect(hosted.logText()).toContain('no known form'));
  const lost = () => page.heard.filter((message) => 'lost' in message).length;
  expect(lost()).toBe(0);
  page.send({ type: 'x'.repeat(20_000) } as unknown as PageMessage);
  await until(() => expect(lost()).toBe(1));
  const before = page.heard.length;
  await until(() => expect(page.heard.slice(before).some(isReady)).toBe(true));
});

test('the devices process is killed: the page lives, hears of it, and the process is started again', async () => {
  hosted = await startHost({ hall, devices: [...NO_DEVICE_THERE], run: 'process' });
  const page = await openPage(hosted);
  const printerCode = () => {
    const update = page.heard.findLast((message) => 'type' in message && message.type === 'update');
    return update !== undefined && 'update' in update ? update.update.printer.code : null;
  };
  await until(() => expect(printerCode()).toBe('portUnavailable'));
  const [first] = hosted.devicesPids();
  process.kill(first as number, 'SIGKILL');
  await until(() => expect(printerCode()).toBe('devicesLost'));
  await until(() => expect(hosted.devicesPids()).toHaveLength(2));
  await until(() => expect(printerCode()).toBe('portUnavailable'));
  expect(page.heard.some((message) => 'lost' in message)).toBe(false);
  await until(() =>
    expect(hall.of('reportDevice').map(({ device }) => (device as { code: string }).code)).toContain('devicesLost'),
  );
});

test('a setting that only the drivers can refuse ends the start, naming its place', async () => {
  const devices = [{ ...NO_DEVICE_THERE[0], model: 'unheard-of' }];
  await expect(startHost({ hall, devices, run: 'process' })).rejects.toThrow(
    /devices\[0\]: model "unheard-of" is not a ticket printer/,
  );
  hosted = await startKiosk();
});

test('a window terminal serves the floating caller, which is told which window this is and how pad and link are', async () => {
  const pad = simulatedPad();
  hosted = await startHost({ hall, devices: pad.settings, run: 'inProcess', role: 'window' });
  expect(await (await fetch(hosted.url)).text()).toContain('bridge.js');
  const page = await openPage(hosted);
  await until(() =>
    expect(page.heard.at(-1)).toMatchObject({
      type: 'update',
      update: { windowLabel: '1', link: 'up', session: { state: 'signedOut' }, pad: { state: 'ready' } },
    }),
  );
  await pad.stop();
});

test('its self-test has a door of its own: a token of one page opens no other, and neither page takes the other’s place', async () => {
  const pad = simulatedPad();
  hosted = await startHost({ hall, devices: pad.settings, run: 'inProcess', role: 'window' });
  const bar = await openPage(hosted);
  await until(() => expect(bar.heard.at(-1)).toMatchObject({ type: 'update' }));
  const { origin, host } = new URL(hosted.url);
  const tokenFor = async (prefix: string) => {
    const headers = { 'content-type': 'application/json', origin };
    const body = JSON.stringify({ pageId: 'a'.repeat(32) });
    const answer = await fetch(`${origin}${prefix}page-token`, { method: 'POST', headers, body });
    return ((await answer.json()) as { token: string }).token;
  };
  const knock = (prefix: string, token: string) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(`ws://${host}${prefix}bridge`, `${TOKEN_PROTOCOL}${token}`, { origin });
      socket.once('error', () => resolve('refused'));
      socket.once('message', (data) => {
        socket.close();
        resolve((data as Buffer).toString('utf8'));
      });
    });
  expect(await knock('/self-test/', await tokenFor('/'))).toBe('refused');
  expect(await knock('/', await tokenFor('/self-test/'))).toBe('refused');
  expect(await knock('/nowhere/', await tokenFor('/self-test/'))).toBe('refused');
  const said = await knock('/self-test/', await tokenFor('/self-test/'));
  expect(JSON.parse(said)).toEqual({ type: 'askPin', trouble: { type: 'noPin' }, isChecking: false });
  expect(bar.heard).not.toContainEqual({ lost: true });
  await pad.stop();
});

const NO_DEVICE_THERE = [
  { kind: 'ticketPrinter', model: 'escpos', port: '/dev/jiaohao-nothing-here', options: {} },
] as const;
