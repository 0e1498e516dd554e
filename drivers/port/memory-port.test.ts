// The line inside one process must lose and deliver bytes as a serial line does.
import { expect, test } from 'vitest';
import { memoryLine } from './memory-port.ts';
import { collect, untilClosed } from './testing/port-probe.ts';

test('bytes pass in both directions, in order, as copies', async () => {
  const line = memoryLine('copies');
  const host = line.hostPort();
  const device = line.devicePort();
  await Promise.all([host.open(), device.open()]);
  const atDevice = collect(device, 4);
  const sent = Uint8Array.of(1, 2, 3);
  await host.write(sent);
  sent.fill(0);
  await host.write(Uint8Array.of(4));
  expect(await atDevice).toEqual(Uint8Array.of(1, 2, 3, 4));
  const atHost = collect(host, 1);
  await device.write(Uint8Array.of(5));
  expect(await atHost).toEqual(Uint8Array.of(5));
});

test('one holder an end; bytes for a closed end are lost', async () => {
  const line = memoryLine('one-holder');
  const host = line.hostPort();
  await host.open();
  await expect(line.hostPort().open()).rejects.toMatchObject({ code: 'portUnavailable', isRetryable: true });
  await host.write(Uint8Array.of(1));
  const device = line.devicePort();
  await device.open();
  const atDevice = collect(device, 1);
  await host.write(Uint8Array.of(2));
  expect(await atDevice).toEqual(Uint8Array.of(2));
  await host.close();
  await line.hostPort().open();
});

test('unplug closes both ends as lost and refuses to open; replug lets them open again', async () => {
  const line = memoryLine('unplug');
  const host = line.hostPort();
  const device = line.devicePort();
  await Promise.all([host.open(), device.open()]);
  const closed = Promise.all([untilClosed(host), untilClosed(device)]);
  line.unplug();
  expect(await closed).toEqual([{ wasLost: true }, { wasLost: true }]);
  await expect(host.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'portLost' });
  await expect(host.open()).rejects.toMatchObject({ code: 'portUnavailable' });
  line.replug();
  await host.open();
  expect(host.isOpen).toBe(true);
});

test('the same name is the same line', () => {
  expect(memoryLine('same')).toBe(memoryLine('same'));
});
