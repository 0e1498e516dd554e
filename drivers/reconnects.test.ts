// A plug that comes and goes two hundred times a minute: each driver takes its device up again, leaves nothing behind and tells no more than that.
import { afterEach, expect, it, vi } from 'vitest';
import { memoryLine } from './port/memory-port.ts';
import { DEVICES, type DriverName, DRIVERS, OWN_DEVICE, wordOf } from './testing/one-of-each.ts';
import { settled, until } from './testing/passing-time.ts';

const RECONNECTS = 200;
const [UNPLUGGED_MS, PLUGGED_MS] = [100, 200];

/** What it tells once it works again and its device is used. A strip shows instead. */
const WORKS: Record<DriverName, readonly string[]> = {
  sdt: ['cardRead'],
  textTriggered: ['cardRead'],
  escpos: ['confirmed'],
  evaluationPad: ['rated'],
  callPad: ['next'],
  onbon: [],
  plainText: [],
  scanner: ['code'],
};

let stopping: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stopping) await settled(stop());
  stopping = [];
  await vi.advanceTimersByTimeAsync(60_000);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

it.each(Object.keys(DRIVERS) as DriverName[])(
  '%s works afterwards, leaves nothing behind, tells each change once',
  async (name) => {
    vi.useFakeTimers();
    const line = memoryLine(`reconnects-${name}`);
    const device = DEVICES[OWN_DEVICE[name]](line.devicePort(), name === 'textTriggered');
    const driver = DRIVERS[name](line.hostPort().name);
    stopping = [() => driver.stop(), () => device.stop()];
    device.start();
    driver.start();
    await until(() => wordOf(driver.status), 'ready');
    await vi.advanceTimersByTimeAsync(10_000);
    const timersBefore = vi.getTimerCount();
    for (let nth = 0; nth < RECONNECTS; nth += 1) {
      line.unplug();
      await vi.advanceTimersByTimeAsync(UNPLUGGED_MS);
      line.replug();
      await vi.advanceTimersByTimeAsync(PLUGGED_MS);
    }
    await vi.advanceTimersByTimeAsync(10_000);
    expect(wordOf(driver.status)).toBe('ready');
    expect(driver.statuses.length).toBeLessThanOrEqual(2 * RECONNECTS + 2);
    expect(vi.getTimerCount()).toBeLessThanOrEqual(timersBefore);
    driver.work();
    device.use();
    await vi.advanceTimersByTimeAsync(3000);
    // A triggered module says of a card that it has read what it says of an empty field.
    expect(driver.told.filter((words) => words !== 'cardLifted')).toEqual(WORKS[name]);
    if (name === 'onbon' || name === 'plainText') expect(device.done().at(-1)).toBe('A001');
  },
);
