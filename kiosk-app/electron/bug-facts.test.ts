// A bug is written down by where it happened, never by what its message quotes.
import { expect, test } from 'vitest';
import { bugFacts } from './bug-facts.ts';

test('name and frames, nothing of the message, however it looks', () => {
  const facts = bugFacts(new RangeError('欧阳演示者\n    at 990100195001010013 (card)\nand more'));
  expect(facts.name).toBe('RangeError');
  expect(facts.frames.join()).toContain('bug-facts.test.ts');
  expect(JSON.stringify(facts)).not.toMatch(/欧阳|9901|and more/);
});

test('what is thrown without being an error is named by its type only', () => {
  expect(bugFacts('990100195001010013')).toEqual({ name: 'string', frames: [] });
});
