// Who may reach the installer's page: this computer, by its own name, from its own origin, with a token for each connection.
import { request } from 'node:http';
import { expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { TOKEN_PROTOCOL } from '../browser/bridge-script.ts';
import { PATIENCE } from '../browser/testing/kiosk-rig.ts';
import { recordedLog } from '../browser/testing/recorded-log.ts';
import { devicesInProcess } from '../devices/in-process.ts';
import { DevicesPageNotice } from '../wire/devices-page.ts';
import { servePage } from './serve-page.ts';
import { TestBench } from './test-bench.ts';

async function serve() {
  const { log } = recordedLog();
  const bench = new TestBench({
    ...{ terminalId: 'x', dataFolder: '/nowhere', configured: null, openChannel: devicesInProcess, log },
    look: () => Promise.resolve([]),
  });
  const page = await servePage(bench, 0, log);
  onTestFinished(async () => {
    await page.close();
    await bench.close();
  });
  return page.url;
}

const tokenFrom = (url: string, origin: string) =>
  fetch(new URL('/page-token', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ pageId: 'a'.repeat(32) }),
  });

/** The status of a request by another name for this computer. */
function statusFor(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    request(url, { headers: { host } }, (response) => resolve(response.resume().statusCode)).end();
  });
}

test('the page is served on the loopback, under a strict policy', async () => {
  const url = await serve();
  expect(new URL(url).hostname).toBe('127.0.0.1');
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await answer.text()).toContain('<title>设备自检</title>');
});

test('another name for this computer, another origin and a connection without a token get nothing', async () => {
  const url = await serve();
  expect(await statusFor(url, 'example.com')).toBe(421);
  expect((await tokenFrom(url, 'http://example.com')).status).toBe(403);
  const { host, origin } = new URL(url);
  for (const [protocol, from] of [
    ['none', origin],
    ['stolen', origin],
    ['none', 'http://example.com'],
  ] as const) {
    const socket = new WebSocket(`ws://${host}/bridge`, `${TOKEN_PROTOCOL}${protocol}`, { origin: from });
    const end = await new Promise((resolve) => {
      socket.once('error', () => resolve('refused')).once('open', () => resolve('open'));
    });
    expect(end).toBe('refused');
  }
});

test('a page with its token hears how things are, and what it asks for is carried out', async () => {
  const url = await serve();
  const { host, origin } = new URL(url);
  const { token } = (await (await tokenFrom(url, origin)).json()) as { token: string };
  const socket = new WebSocket(`ws://${host}/bridge`, `${TOKEN_PROTOCOL}${token}`, { origin });
  const heard: DevicesPageNotice[] = [];
  socket.on('message', (data) => heard.push(DevicesPageNotice.parse(JSON.parse((data as Buffer).toString('utf8')))));
  await vi.waitFor(() => expect(heard).toHaveLength(1), PATIENCE);
  expect(heard[0]).toMatchObject({ type: 'view', view: { terminal: null, isLooking: false, devices: [] } });
  socket.send('{"type":"format"}');
  socket.send('{"type":"look"}');
  await vi.waitFor(
    () => expect(heard.some((each) => each.type === 'view' && each.view.isLooking)).toBe(true),
    PATIENCE,
  );
  socket.close();
});
