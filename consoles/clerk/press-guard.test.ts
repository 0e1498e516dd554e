// One press, one request.
import { expect, it } from 'vitest';
import { mayAsk } from './press-guard.ts';

it('asks on the first press, and again 600 ms later when answered', () => {
  expect(mayAsk({ askedAt: null, isUnanswered: false }, 0)).toBe(true);
  expect(mayAsk({ askedAt: 1000, isUnanswered: false }, 1599)).toBe(false);
  expect(mayAsk({ askedAt: 1000, isUnanswered: false }, 1600)).toBe(true);
});

it('never asks while a request is unanswered', () => {
  expect(mayAsk({ askedAt: 1000, isUnanswered: true }, 99_000)).toBe(false);
});
