// The printer's character device: a pty stands for /dev/usb/lp0, which no test machine has; opening, reading and writing are the same calls.
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPtyPair, type PtyPair } from './pty-pair.ts';
import { SerialLine } from './serial-port.ts';
import { collect, untilClosed } from './testing/port-probe.ts';
import { UsbPrinterPort } from './usb-printer-port.ts';

let pair: PtyPair;
let port: UsbPrinterPort;
let far: SerialLine;

beforeEach(async () => {
  pair = await openPtyPair();
  port = new UsbPrinterPort(pair.a);
  far = new SerialLine(pair.b, { baudRate: 115_200 });
  await far.open();
});

afterEach(async () => {
  await port.close();
  await far.close();
  await pair.close();
});

test('all byte values pass in both directions', async () => {
  const all = Uint8Array.from({ length: 256 }, (_, index) => index);
  await port.open();
  const heard = collect(far, 256);
  await port.write(all);
  expect(await heard).toEqual(all);
  const answered = collect(port, 256);
  await far.write(all);
  expect(await answered).toEqual(all);
});

test('more than the device takes at once arrives whole and in order, also of two writes', async () => {
  await port.open();
  const one = new Uint8Array(30_000).fill(1);
  const other = new Uint8Array(30_000).fill(2);
  const heard = collect(far, 60_000);
  await Promise.all([port.write(one), port.write(other)]);
  expect(await heard).toEqual(Uint8Array.from(Buffer.concat([one, other])));
});

test('a device that takes nothing: the write waits, and fails when the port is closed', async () => {
  await far.close();
  await port.open();
  const stuck = port.write(new Uint8Array(2_000_000));
  const failed = expect(stuck).rejects.toMatchObject({ code: 'portLost' });
  await port.close();
  await failed;
});

test('a write that waits when the plug is pulled does not go on at the next opening', async () => {
  await far.close();
  await port.open();
  const stuck = expect(port.write(new Uint8Array(2_000_000).fill(7))).rejects.toMatchObject({ code: 'portLost' });
  await pair.unplug();
  await stuck;
  await pair.replug();
  await far.open();
  await port.open();
  const heard = collect(far, 2);
  await port.write(Uint8Array.of(1, 2));
  expect(await heard).toEqual(Uint8Array.of(1, 2));
});

test('unplugged: told once, writes fail; plugged in again it opens', async () => {
  await port.open();
  const closed = untilClosed(port);
  await pair.unplug();
  expect(await closed).toEqual({ wasLost: true });
  expect(port.isOpen).toBe(false);
  await expect(port.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'portLost', isRetryable: true });
  await expect(port.open()).rejects.toMatchObject({ code: 'portUnavailable', isRetryable: true });
  await pair.replug();
  await port.open();
  expect(port.isOpen).toBe(true);
});

test('a folder, or a path that is not there, is portUnavailable', async () => {
  for (const path of [tmpdir(), join(tmpdir(), 'no-such-printer')]) {
    await expect(new UsbPrinterPort(path).open()).rejects.toMatchObject({ code: 'portUnavailable' });
  }
});

test('a device that has nothing to say is asked on; it is lost when its path vanishes', async () => {
  // An empty file answers every read with 0 bytes, as a printer without a back channel is read here.
  const path = join(tmpdir(), `jiaohao-lp-${process.pid}`);
  await writeFile(path, '');
  const silent = new UsbPrinterPort(path);
  await silent.open();
  const closed = untilClosed(silent);
  await silent.write(Uint8Array.of(0x1b, 0x40));
  await rm(path);
  expect(await closed).toEqual({ wasLost: true });
});
