// How the program ends and starts anew: what is closed first, what the launcher is told, and that staff who leave stay gone.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TerminalLog } from './terminal-log.ts';

const app = vi.hoisted(() => ({ done: [] as unknown[] }));
vi.mock('electron', () => ({
  app: {
    on: () => undefined,
    relaunch: (options: unknown) => app.done.push({ relaunch: options }),
    exit: (code: number) => app.done.push({ exit: code }),
  },
}));
const { orderlyEnd, RESTART_WITHOUT_GRAPHICS } = await import('./orderly-end.ts');

const BUGS = ['uncaughtException', 'unhandledRejection'] as const;
let before: ReadonlyMap<string, readonly unknown[]>;

beforeEach(() => {
  app.done.length = 0;
  vi.useFakeTimers();
  before = new Map(BUGS.map((name) => [name, process.listeners(name as 'uncaughtException')]));
});
afterEach(() => {
  vi.useRealTimers();
  for (const name of BUGS) {
    for (const listener of process.listeners(name as 'uncaughtException')) {
      if (!before.get(name)?.includes(listener)) process.off(name, listener);
    }
  }
});

function ending(isLaunched: boolean) {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const closed = (what: string) => () => Promise.resolve(void app.done.push(what));
  const words = { log, close: closed('log closed') } as unknown as TerminalLog;
  const end = orderlyEnd(words, isLaunched);
  end.closeFirst(closed('terminal closed'));
  return end;
}
const settled = () => vi.advanceTimersByTimeAsync(0);

test('restarted by itself: the system is told the arguments, everything is closed, and it ends well', async () => {
  ending(false).restart(['--config', '/k.json', '--disable-gpu']);
  await settled();
  const relaunch = { args: ['--config', '/k.json', '--disable-gpu'] };
  expect(app.done).toEqual([{ relaunch }, 'terminal closed', 'log closed', { exit: 0 }]);
});

test('under a launcher: that starts it again, by the code', async () => {
  ending(true).restart(['--disable-gpu']);
  await settled();
  expect(app.done).toEqual(['terminal closed', 'log closed', { exit: RESTART_WITHOUT_GRAPHICS }]);
});

test('staff who leave do not find the terminal back', async () => {
  const end = ending(false);
  end.leave();
  end.restart(['--disable-gpu']);
  await settled();
  expect(app.done).toEqual(['terminal closed', 'log closed', { exit: 0 }]);
});

test('what does not close is not waited for longer than eight seconds', async () => {
  const end = ending(false);
  end.closeFirst(() => new Promise(() => undefined));
  end.leave(3);
  await vi.advanceTimersByTimeAsync(7_900);
  expect(app.done).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(app.done).toEqual([{ exit: 3 }]);
});
