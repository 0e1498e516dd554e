// A serial line over a real pty: bytes of every value, a taken line, and the plug pulled and put back.
import { afterEach, expect, test } from 'vitest';
import { openPtyPair, type PtyPair } from './pty-pair.ts';
import { collect, untilClosed } from './testing/port-probe.ts';
import { SerialLine } from './serial-port.ts';

const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const thing of opened.splice(0).reverse()) await thing.close();
});

async function pair(): Promise<PtyPair> {
  const ptys = await openPtyPair();
  opened.push(ptys);
  return ptys;
}

async function line(path: string): Promise<SerialLine> {
  const port = new SerialLine(path, { baudRate: 115_200 });
  opened.push(port);
  await port.open();
  return port;
}

test('1295 bytes of every value arrive whole, in both directions', async () => {
  const ptys = await pair();
  const host = await line(ptys.a);
  const device = await line(ptys.b);
  const sent = Uint8Array.from({ length: 1295 }, (_, index) => index % 256);
  const atDevice = collect(device, 1295);
  await host.write(sent);
  expect(await atDevice).toEqual(sent);
  const atHost = collect(host, 1295);
  await device.write(sent);
  expect(await atHost).toEqual(sent);
});

test('a line that is taken or not there is portUnavailable and retryable', async () => {
  const ptys = await pair();
  await line(ptys.a);
  const second = new SerialLine(ptys.a, { baudRate: 9600 });
  await expect(second.open()).rejects.toMatchObject({ code: 'portUnavailable', isRetryable: true });
  const missing = new SerialLine(`${ptys.a}-missing`, { baudRate: 9600 });
  await expect(missing.open()).rejects.toMatchObject({ code: 'portUnavailable', isRetryable: true });
  expect(missing.isOpen).toBe(false);
});

test('pulling the plug closes the line as lost; after the plug is back it opens again', async () => {
  const ptys = await pair();
  const host = await line(ptys.a);
  const closed = untilClosed(host);
  await ptys.unplug();
  expect(await closed).toEqual({ wasLost: true });
  expect(host.isOpen).toBe(false);
  await expect(host.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'portLost', isRetryable: true });
  await expect(host.open()).rejects.toMatchObject({ code: 'portUnavailable' });
  await ptys.replug();
  await host.open();
  const device = await line(ptys.b);
  const atDevice = collect(device, 2);
  await host.write(Uint8Array.of(7, 8));
  expect(await atDevice).toEqual(Uint8Array.of(7, 8));
});

test('a plug pulled while bytes flow is noticed every time', async () => {
  const ptys = await pair();
  for (let round = 0; round < 20; round += 1) {
    const host = await line(ptys.a);
    const device = await line(ptys.b);
    const closed = Promise.all([untilClosed(host), untilClosed(device)]);
    const flowing = collect(host, 4096 * (round % 3));
    const writing = Array.from({ length: 3 }, () => device.write(new Uint8Array(4096)).catch(() => 'lost'));
    if (round % 3 !== 0) await flowing;
    await ptys.unplug();
    expect(await closed).toEqual([{ wasLost: true }, { wasLost: true }]);
    await Promise.all(writing);
    await ptys.replug();
  }
});

test('closing is told as not lost, and the line survives its openers coming and going', async () => {
  const ptys = await pair();
  const host = await line(ptys.a);
  const closed = untilClosed(host);
  await host.close();
  expect(await closed).toEqual({ wasLost: false });
  await host.open();
  const device = await line(ptys.b);
  const atHost = collect(host, 1);
  await device.write(Uint8Array.of(9));
  expect(await atHost).toEqual(Uint8Array.of(9));
});

test('close while an open is under way leaves nothing open', async () => {
  const ptys = await pair();
  const host = new SerialLine(ptys.a, { baudRate: 115_200 });
  const opening = host.open();
  await host.close();
  await opening;
  expect(host.isOpen).toBe(false);
  await line(ptys.a);
});

test('without socat the pair says what to install', async () => {
  const path = process.env['PATH'];
  process.env['PATH'] = '/nowhere';
  try {
    await expect(openPtyPair()).rejects.toThrow(/apt-get install socat/);
  } finally {
    process.env['PATH'] = path;
  }
});
