// A raw socket against a real listener on the loopback.
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { collect, untilClosed } from './testing/port-probe.ts';
import { TcpPort } from './tcp-port.ts';

let server: Server;
let accepted: Promise<Socket>;
let port: TcpPort;

beforeEach(async () => {
  server = createServer();
  accepted = new Promise((resolve) => server.once('connection', resolve));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = new TcpPort({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
});

afterEach(async () => {
  await port.close();
  server.close();
});

test('bytes pass in both directions', async () => {
  await port.open();
  const peer = await accepted;
  const echoed = collect(port, 3);
  peer.on('data', (bytes) => peer.write(bytes));
  await port.write(Uint8Array.of(1, 2, 255));
  expect(await echoed).toEqual(Uint8Array.of(1, 2, 255));
});

test('the last bytes before close arrive', async () => {
  await port.open();
  const peer = await accepted;
  const got: number[] = [];
  peer.on('data', (bytes) => got.push(...bytes));
  const ended = new Promise<void>((resolve) => peer.once('end', resolve));
  const closed = untilClosed(port);
  await port.write(new Uint8Array(50_000).fill(7));
  await port.close();
  await ended;
  expect(got).toHaveLength(50_000);
  expect(await closed).toEqual({ wasLost: false });
});

test.each(['end', 'resetAndDestroy'] as const)('a peer that goes by %s is a lost line', async (way) => {
  await port.open();
  const peer = await accepted;
  const closed = untilClosed(port);
  peer[way]();
  expect(await closed).toEqual({ wasLost: true });
  await expect(port.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'portLost', isRetryable: true });
});

test('opened again while it closes: the end of the connection before is not told of the new one', async () => {
  await port.open();
  (await accepted).pause();
  // More than a line holds: closing takes its whole time.
  const unsent = port.write(new Uint8Array(32_000_000)).catch(() => 'lost');
  const told: boolean[] = [];
  port.onClosed(() => told.push(port.isOpen));
  const closing = port.close();
  await port.open();
  await closing;
  expect(await unsent).toBe('lost');
  expect(told).toEqual([false]);
  expect(port.isOpen).toBe(true);
});

test('nobody listening is portUnavailable', async () => {
  const address = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  const dead = new TcpPort({ host: '127.0.0.1', port: address.port });
  await expect(dead.open()).rejects.toMatchObject({ code: 'portUnavailable', isRetryable: true });
});
