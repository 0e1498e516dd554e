// Datagrams on loopback: whole, both ways; an absent peer is no loss.
import { afterEach, expect, test } from 'vitest';
import { listenUdp } from './listening-ports.ts';
import { createPort } from './open-port.ts';
import type { Port } from './port.ts';
import { collect, untilClosed } from './testing/port-probe.ts';

let open: Port[] = [];

afterEach(async () => {
  await Promise.all(open.map((port) => port.close()));
  open = [];
});

async function pair() {
  const device = listenUdp();
  await device.open();
  const host = createPort(device.url, { baudRate: 9600 });
  await host.open();
  open.push(device, host);
  return { device, host };
}

test('a datagram with every byte value arrives whole, and so does its answer', async () => {
  const { device, host } = await pair();
  const all = Uint8Array.from({ length: 1295 }, (_, index) => index % 256);
  const there = collect(device, all.length);
  await host.write(all);
  expect(await there).toEqual(all);
  const back = collect(host, 3);
  await device.write(Uint8Array.of(1, 2, 3));
  expect(await back).toEqual(Uint8Array.of(1, 2, 3));
});

test('a peer that is not there is no loss, and the first datagram after its return arrives', async () => {
  const { device, host } = await pair();
  await device.close();
  for (let at = 0; at < 3; at += 1) await host.write(Uint8Array.of(9));
  expect(host.isOpen).toBe(true);
  await device.open();
  const there = collect(device, 1);
  await host.write(Uint8Array.of(7));
  expect(await there).toEqual(Uint8Array.of(7));
});

test('closed by us it is not lost, and nothing can be written', async () => {
  const { host } = await pair();
  const closed = untilClosed(host);
  await host.close();
  expect(await closed).toEqual({ wasLost: false });
  await expect(host.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'portLost' });
});

test('a name that does not exist cannot be opened, worth trying again', async () => {
  const port = createPort('udp://name.invalid:5005', { baudRate: 9600 });
  await expect(port.open()).rejects.toMatchObject({ code: 'portUnavailable', isRetryable: true });
});
