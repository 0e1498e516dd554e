// When a pad that dials in is there, away, unsteady or in conflict: told once each, however often it comes and goes.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DeviceStatus } from '../../device-status.ts';
import { PadPresence } from './presence.ts';

const READY = { state: 'ready', warning: null };
const fault = (code: string) => ({ state: 'fault', code });

let told: DeviceStatus[];
let presence: PadPresence;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  presence = new PadPresence((status) => told.push(status));
});
afterEach(() => {
  presence.stop();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

it('an address that cannot be opened, one that nobody dials, and a pad that comes', () => {
  presence.deaf('portUnavailable');
  presence.listening();
  vi.advanceTimersByTime(10_000);
  presence.joined();
  expect(told).toEqual([fault('portUnavailable'), { state: 'starting' }, fault('offline'), READY]);
});

it('a short absence is no news, a long one is', () => {
  presence.listening();
  presence.joined();
  presence.left();
  vi.advanceTimersByTime(9_000);
  presence.joined();
  vi.advanceTimersByTime(60_000);
  presence.left();
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual([READY, fault('offline')]);
});

it('two hundred reconnects a minute, for ten minutes: said once, and taken back when one holds', () => {
  presence.listening();
  for (let count = 0; count < 2000; count += 1) {
    presence.joined();
    vi.advanceTimersByTime(200);
    presence.left();
    vi.advanceTimersByTime(100);
  }
  expect(told).toEqual([READY, fault('portLost')]);
  presence.joined();
  vi.advanceTimersByTime(15_000);
  expect(told).toEqual([READY, fault('portLost'), READY]);
});

it('a conflict is shown for a minute after its last sign', () => {
  presence.listening();
  presence.joined();
  presence.conflict();
  vi.advanceTimersByTime(59_000);
  presence.conflict();
  vi.advanceTimersByTime(59_000);
  expect(told).toEqual([READY, fault('addressConflict')]);
  vi.advanceTimersByTime(1_000);
  expect(told.at(-1)).toEqual(READY);
});
