// One PIN for every door: wrong ones are counted together, and a pause holds for the right one too.
import { expect, test } from 'vitest';
import { recordedLog } from '../browser/testing/recorded-log.ts';
import { hashPin } from './leave-pin.ts';
import { StaffPin } from './staff-pin.ts';

test('right, wrong, a pause that holds, and nothing given away in the log', async () => {
  let now = 0;
  const { log, text } = recordedLog();
  const pin = new StaffPin(await hashPin('482915'), log, () => now);
  expect(pin.isSet).toBe(true);
  expect(await pin.check('482915')).toBeNull();
  const wrong = await Promise.all(['000001', '000002', '000003'].map((each) => pin.check(each)));
  expect(wrong).toEqual(Array(3).fill({ type: 'wrongPin' }));
  now = 29_999;
  expect(await pin.check('482915')).toEqual({ type: 'blocked', forMs: 1 });
  now = 30_000;
  expect(await pin.check('482915')).toBeNull();
  expect(await pin.check('000004')).toEqual({ type: 'wrongPin' });
  expect(text()).toContain('"wrong":3');
  expect(text()).not.toMatch(/482915|00000[1-4]/);
});

test('without a PIN in the configuration no door opens', async () => {
  const pin = new StaffPin(undefined, recordedLog().log);
  expect(pin.isSet).toBe(false);
  expect(await pin.check('482915')).toEqual({ type: 'noPin' });
});
