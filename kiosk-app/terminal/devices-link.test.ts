// The core while its devices process dies, hangs and talks nonsense: told truthfully, restarted, never taken along.
import { expect, test, vi } from 'vitest';
import { PATIENCE } from '../browser/testing/kiosk-rig.ts';
import { recordedLog } from '../browser/testing/recorded-log.ts';
import { channelPair, devicesInProcess } from '../devices/in-process.ts';
import type { DeviceSetting } from '../wire/devices.ts';
import { DevicesLink } from './devices-link.ts';

const PRINTER: DeviceSetting = { kind: 'ticketPrinter', model: 'escpos', port: 'memory:nobody', options: {} };

/** A core over channels whose far ends the test holds. */
function openCore() {
  const ends: ReturnType<typeof channelPair>[] = [];
  const openChannel = () => {
    const pair = channelPair();
    ends.push(pair);
    return pair.core;
  };
  const words = recordedLog();
  const link = new DevicesLink({ openChannel, devices: [PRINTER], log: words.log });
  return { link, ends, words };
}

test('the process ends with a job in hand: unknown; jobs after it: failed; devices faulty until it runs again', async () => {
  const { link, ends } = openCore();
  const started = link.start();
  ends[0]?.devices.send({ type: 'running' });
  expect(await started).toEqual([]);
  ends[0]?.devices.send({ type: 'status', kind: 'ticketPrinter', status: { state: 'ready', warning: null } });
  await vi.waitFor(() => expect(link.status('ticketPrinter')).toMatchObject({ state: 'ready' }), PATIENCE);
  const inHand = link.print({ key: '100-1', lines: [] });
  await ends[0]?.devices.close();
  expect(await inHand).toEqual({ state: 'unknown', code: 'devicesLost' });
  expect(link.status('ticketPrinter')).toEqual({ state: 'fault', code: 'devicesLost' });
  expect(await link.print({ key: '101-1', lines: [] })).toEqual({ state: 'failedBeforePrint', code: 'devicesLost' });
  await vi.waitFor(() => expect(ends).toHaveLength(2), PATIENCE);
  ends[1]?.devices.send({ type: 'status', kind: 'ticketPrinter', status: { state: 'ready', warning: null } });
  await vi.waitFor(() => expect(link.status('ticketPrinter')).toMatchObject({ state: 'ready' }), PATIENCE);
  await link.close();
});

test('a start that fails again and again is tried in growing steps', async () => {
  const { link, ends, words } = openCore();
  void link.start();
  for (let round = 1; round <= 3; round += 1) {
    await vi.waitFor(() => expect(ends).toHaveLength(round), PATIENCE);
    await ends[round - 1]?.devices.close();
  }
  await link.close();
  const steps = [...words.text().matchAll(/"restartInMs":(\d+)/g)].map(([, ms]) => Number(ms));
  expect(steps).toEqual([250, 500, 1000]);
});

test('nonsense from the devices process is said and dropped', async () => {
  const { link, ends, words } = openCore();
  const started = link.start();
  ends[0]?.devices.send({ type: 'cardRead', card: { idNumber: '000000195602291230' } });
  ends[0]?.devices.send({ type: 'running' });
  await started;
  expect(words.text()).toContain('no known form');
  expect(words.text()).not.toContain('000000195602291230');
  await link.close();
});

test('what only the drivers can refuse is named with its place in the configuration', async () => {
  const words = recordedLog();
  const devices: DeviceSetting[] = [PRINTER, { ...PRINTER, kind: 'idCardReader', model: 'escpos' }];
  const link = new DevicesLink({ openChannel: devicesInProcess, devices, log: words.log });
  expect(await link.start()).toEqual([
    { index: 1, reason: 'model "escpos" is not an ID-card reader; known: sdt, textTriggered' },
  ]);
  expect(link.status('idCardReader')).toEqual({ state: 'fault', code: 'badSetting' });
  await link.close();
});

test.each([
  ['said meanwhile that it lives goes on', true],
  ['said nothing is ended', false],
])('after the core itself stood still, a devices process that %s', async (_, isAlive) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { link, ends, words } = openCore();
  void link.start();
  ends[0]?.devices.send({ type: 'running' });
  await nextTurn();
  if (isAlive) ends[0]?.devices.send({ type: 'alive' });
  // The timers wake first, as they do in Node when a process comes to itself; what waits to be read is read after them.
  vi.advanceTimersByTime(60_000);
  await nextTurn();
  await nextTurn();
  vi.useRealTimers();
  expect(words.text().includes('is silent and is ended')).toBe(!isAlive);
  await link.close();
});

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
