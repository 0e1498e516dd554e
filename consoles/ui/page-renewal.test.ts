// Proves when a console may be loaded anew: not under somebody's hands, not with a request unanswered, not over something typed.
import { describe, expect, it } from 'vitest';
import { HANDS_OFF_MS, isQuietFor } from './page-renewal.ts';

describe('isQuietFor', () => {
  const idle = { sinceInputMs: HANDS_OFF_MS, isAsking: false, isFilledIn: false };
  it.each([
    ['nobody does anything', idle, true],
    ['a key was just pressed', { ...idle, sinceInputMs: HANDS_OFF_MS - 1 }, false],
    ['a request is unanswered', { ...idle, isAsking: true }, false],
    ['a password stands in its field', { ...idle, isFilledIn: true }, false],
  ])('%s', (_when, hands, expected) => expect(isQuietFor(hands)).toBe(expected));
});
