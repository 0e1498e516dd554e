// Five seconds of silence is a lost link, from the first moment on.
import { expect, it } from 'vitest';
import { linkState } from './link-state.ts';

const hearing = { startedAt: 1_000, heardAt: null, isRefused: false };

it('connects, then is lost when nothing comes', () => {
  expect(linkState(hearing, 6_000)).toBe('connecting');
  expect(linkState(hearing, 6_001)).toBe('lost');
});

it('lives by the newest message', () => {
  expect(linkState({ ...hearing, heardAt: 20_000 }, 25_000)).toBe('connected');
  expect(linkState({ ...hearing, heardAt: 20_000 }, 25_001)).toBe('lost');
});

it('is refused before anything else', () => {
  expect(linkState({ ...hearing, heardAt: 20_000, isRefused: true }, 99_000)).toBe('refused');
});
