// A second tap within 600 ms: nothing on the page that the first one brought, nothing on the same reason, another reason at once.
import { expect, it } from 'vitest';
import { SECOND_TAP_MS, tapGuard } from './tap-guard.ts';

it('shuts every control for a moment after one that leads on', () => {
  let now = 0;
  const taken: string[] = [];
  const guard = tapGuard(() => now);
  const level = guard.page((word: string) => taken.push(word));
  const reason = guard.each((code) => taken.push(String(code)));
  level('first');
  now = SECOND_TAP_MS - 1;
  level('second');
  reason(209);
  expect(taken).toEqual(['first']);
  now = SECOND_TAP_MS;
  reason(209);
  reason(209);
  reason(214);
  reason(209);
  expect(taken).toEqual(['first', '209', '214', '209']);
});
