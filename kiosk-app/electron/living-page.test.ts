// When a page is brought back, how soon, and when plain HTML stands in for it: with shells of the test and time in hand.
import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LivingPage } from './living-page.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function rig(mustStand = true) {
  const addresses: string[] = [];
  const lost: string[] = [];
  const open = new Set<object>();
  const page = new LivingPage({
    host: 'kiosk',
    log: pino({ level: 'silent' }),
    mustStand,
    make: () => {
      const shell = Object.assign(new EventEmitter(), {
        webContents: new EventEmitter(),
        loadURL: (address: string) => {
          addresses.push(address.replace('jiaohao://kiosk/', ''));
          setTimeout(() => shell.emit('ready-to-show'), 100);
          return Promise.resolve();
        },
        isDestroyed: () => !open.has(shell),
        destroy: () => open.delete(shell),
      });
      open.add(shell);
      return shell as unknown as BrowserWindow;
    },
    onNew: () => undefined,
    onLost: (how) => lost.push(how),
    show: () => undefined,
  });
  return { page, addresses, lost, open };
}

test('a page that stands is left alone', () => {
  const { page, addresses } = rig();
  page.heard('stands');
  vi.advanceTimersByTime(3_600_000);
  expect(addresses).toEqual(['index.html']);
});

test('one that never says that it stands is brought back; one that need not is left alone', () => {
  const { addresses, lost } = rig();
  vi.advanceTimersByTime(30_001);
  expect([addresses, lost]).toEqual([['index.html', 'index.html'], ['broughtBack']]);
  const other = rig(false);
  vi.advanceTimersByTime(3_600_000);
  expect(other.addresses).toEqual(['index.html']);
});

test('one that falls again and again: plain HTML stands in, its person is let go, and one shell is left', () => {
  const { page, addresses, lost, open } = rig();
  for (const waitMs of [0, 1_000, 2_000, 5_000, 10_000, 30_000]) {
    page.heard('stands');
    page.heard('fell');
    page.heard('fell');
    vi.advanceTimersByTime(waitMs + 200);
  }
  expect(addresses.slice(1)).toEqual([
    ...Array<string>(3).fill('index.html'),
    ...Array<string[]>(3).fill(['one-moment.html', 'index.html']).flat(),
  ]);
  expect(lost).toEqual([...Array<string>(5).fill('broughtBack'), 'givenUp']);
  expect(open.size).toBe(1);
  page.close();
  expect(open.size).toBe(0);
});
