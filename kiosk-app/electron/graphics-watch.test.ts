// A graphics process that crashes again and again: when the terminal is started anew without it, and when not.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const app = await vi.hoisted(async () => {
  const { EventEmitter } = await import('node:events');
  return new EventEmitter();
});
vi.mock('electron', () => ({ app }));
const { watchGraphics } = await import('./graphics-watch.ts');

const ARGV = process.argv;
const APPIMAGE = process.env['APPIMAGE'];

beforeEach(() => {
  vi.useFakeTimers();
  process.argv = ['/opt/jiaohao', '--config', '/k.json'];
  delete process.env['APPIMAGE'];
});
afterEach(() => {
  vi.useRealTimers();
  app.removeAllListeners();
  process.argv = ARGV;
  if (APPIMAGE !== undefined) process.env['APPIMAGE'] = APPIMAGE;
});

function rig({ isLaunched = false } = {}) {
  const seen = { repaints: 0, restarts: [] as (readonly string[])[], errors: [] as string[], isServing: false };
  watchGraphics({
    repaint: () => (seen.repaints += 1),
    isServing: () => seen.isServing,
    restart: (args) => seen.restarts.push(args),
    log: { info: () => undefined, warn: () => undefined, error: (_facts, text) => seen.errors.push(text) },
    isLaunched,
  });
  return seen;
}
const crash = (type = 'GPU') => app.emit('child-process-gone', {}, { type, reason: 'crashed', exitCode: 133 });
const RESTARTED = [['--config', '/k.json', '--disable-gpu']];

test('the glass is drawn anew after each crash; the third within ten minutes starts the terminal without graphics, once', () => {
  const seen = rig();
  crash();
  crash();
  expect(seen).toMatchObject({ repaints: 2, restarts: [] });
  crash();
  crash();
  expect(seen).toMatchObject({ repaints: 4, restarts: RESTARTED });
});

test('crashes that are far apart, and other processes that end, are no reason', () => {
  const seen = rig();
  for (let hour = 0; hour < 5; hour += 1) {
    crash();
    vi.advanceTimersByTime(3_600_000);
  }
  for (const type of ['Utility', 'Utility', 'Zygote', 'Utility']) crash(type);
  expect(seen).toMatchObject({ repaints: 5, restarts: [] });
  expect(seen.errors).toHaveLength(9);
});

test('the person who has a number on the glass is waited for', () => {
  const seen = rig();
  seen.isServing = true;
  for (let count = 0; count < 3; count += 1) crash();
  vi.advanceTimersByTime(30_000);
  expect(seen.restarts).toEqual([]);
  seen.isServing = false;
  vi.advanceTimersByTime(1_000);
  expect(seen.restarts).toEqual(RESTARTED);
});

test('but not for ever', () => {
  const seen = rig();
  seen.isServing = true;
  for (let count = 0; count < 3; count += 1) crash();
  vi.advanceTimersByTime(59_000);
  expect(seen.restarts).toEqual([]);
  vi.advanceTimersByTime(2_000);
  expect(seen.restarts).toEqual(RESTARTED);
});

test('one that runs without graphics acceleration already is left as it is', () => {
  process.argv.push('--disable-gpu');
  const seen = rig();
  for (let count = 0; count < 9; count += 1) crash();
  expect(seen).toMatchObject({ repaints: 9, restarts: [] });
});

test('an AppImage does not come back by itself: it goes on, and says so; under a launcher it is restarted', () => {
  process.env['APPIMAGE'] = '/home/kiosk/jiaohao.AppImage';
  const alone = rig();
  for (let count = 0; count < 3; count += 1) crash();
  expect(alone.restarts).toEqual([]);
  expect(alone.errors.at(-1)).toContain('an AppImage does not start itself anew');
  app.removeAllListeners();
  const launched = rig({ isLaunched: true });
  for (let count = 0; count < 3; count += 1) crash();
  expect(launched.restarts).toEqual(RESTARTED);
});
