// A setting that comes too late for its page is logged by place and ends nothing.
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { applySetting } from './page-setting.ts';

it('a page that died while it was set up is a line in the log, not a bug that ends the program', async () => {
  const warn = vi.fn();
  const log = { info: vi.fn(), warn, error: vi.fn() };
  const bugs: unknown[] = [];
  const note = (reason: unknown): void => void bugs.push(reason);
  process.on('unhandledRejection', note);
  applySetting(Promise.reject(new TypeError('page of somebody')), log);
  // Node tells of a rejection that nobody took when the turn's microtasks are done.
  await turn();
  await turn();
  process.off('unhandledRejection', note);
  expect(bugs).toEqual([]);
  expect(warn).toHaveBeenCalledOnce();
  expect(JSON.stringify(warn.mock.calls)).toContain('TypeError');
  expect(JSON.stringify(warn.mock.calls)).not.toContain('page of somebody');
});
