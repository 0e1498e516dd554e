// Devices plugged into each other's places, and lines of the wrong speed: every driver in front of everything that is not its device.
import { afterEach, expect, it, vi } from 'vitest';
import { memoryLine } from './port/memory-port.ts';
import type { Port } from './port/port.ts';
import { DEVICES, type DeviceName, type DriverName, DRIVERS, OWN_DEVICE, wordOf } from './testing/one-of-each.ts';
import { settled } from './testing/passing-time.ts';

/** These ask and are answered, so that they know; the others only hear or only say, and a triggered module says nothing without a card. */
const KNOWS_ITS_DEVICE: readonly DriverName[] = ['sdt', 'escpos', 'onbon'];
/** Where something speaks on the line that is not the device, and where that can be heard. */
const HEARD: readonly (readonly [DriverName, DeviceName])[] = [
  ['sdt', 'pads'],
  ['sdt', 'scanner'],
  ['sdt', 'echo'],
  ['sdt', 'wrongSpeed'],
  ['escpos', 'scanner'],
  ['escpos', 'wrongSpeed'],
];

/** What a driver may say of a device that is not its own. */
const HARMLESS: Record<DriverName, readonly string[]> = {
  sdt: [],
  textTriggered: [],
  escpos: ['failedBeforePrint'],
  evaluationPad: ['lapsed'],
  callPad: [],
  onbon: [],
  plainText: [],
  scanner: ['unreadable'],
};

const PAIRS = (Object.keys(DRIVERS) as DriverName[]).flatMap((driver) =>
  (Object.keys(DEVICES) as DeviceName[])
    .filter((device) => device !== OWN_DEVICE[driver])
    .map((device) => [driver, device]),
) as [DriverName, DeviceName][];

const SECONDS = 60;
/** Twenty a second would be a loop. */
const MOST_WRITES = 20 * SECONDS;
/** One each three seconds: a pad's frame ends in a byte that means something to a printer. */
const MOST_STATUSES = SECONDS / 3;

let lines = 0;
let stopping: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stopping) await settled(stop());
  stopping = [];
  await vi.advanceTimersByTimeAsync(60_000);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

function counted(port: Port): { port: Port; count: () => number } {
  let writes = 0;
  port.onBytes(() => (writes += 1));
  return { port, count: () => writes };
}

it.each(PAIRS)('%s in front of %s: named, nothing made up, nothing spins', async (driverName, deviceName) => {
  vi.useFakeTimers();
  const line = memoryLine(`wrong-device-${++lines}`);
  const { port, count } = counted(line.devicePort());
  const device = DEVICES[deviceName](port);
  const driver = DRIVERS[driverName](line.hostPort().name);
  stopping = [() => driver.stop(), () => device.stop()];
  device.start();
  driver.start();
  for (let second = 0; second < SECONDS; second += 1) {
    if (second % 7 === 3) device.use();
    if (second % 10 === 5) driver.work();
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(driver.told.filter((words) => !HARMLESS[driverName].includes(words))).toEqual([]);
  expect(device.done().filter((words) => words === 'ticket')).toEqual([]);
  expect(count()).toBeLessThan(MOST_WRITES);
  expect(driver.statuses.slice(MOST_STATUSES)).toEqual([]);
  if (KNOWS_ITS_DEVICE.includes(driverName)) expect(wordOf(driver.status)).toMatch(/^fault/);
  const isHeard = HEARD.some(([one, other]) => one === driverName && other === deviceName);
  if (isHeard) expect(wordOf(driver.status)).toBe('fault badReply');
});
