// Repeats, new keys, and two pads that share an address.
import { expect, it } from 'vitest';
import { RecentFrames } from './recent-frames.ts';

const WINDOWS = { repeatMs: 1_000, conflictMs: 300 };
const NEW = { isRepeat: false, isConflict: false };
const REPEAT = { isRepeat: true, isConflict: false };
const CONFLICT = { isRepeat: true, isConflict: true };

it.each<[string, readonly (readonly [string, number, object])[]]>([
  [
    'the same again in time is a repeat, and so is one after that',
    [
      ['next', 0, NEW],
      ['next', 1_000, REPEAT],
      ['next', 2_000, REPEAT],
    ],
  ],
  [
    'later it is a new key',
    [
      ['next', 0, NEW],
      ['next', 1_001, NEW],
    ],
  ],
  [
    'another key is new at once',
    [
      ['next', 0, NEW],
      ['recall', 150, NEW],
      ['recall', 1_150, REPEAT],
    ],
  ],
  [
    'two pads that wait for their acknowledgements in turn',
    [
      ['next', 0, NEW],
      ['recall', 50, NEW],
      ['next', 150, CONFLICT],
      ['recall', 200, CONFLICT],
    ],
  ],
  [
    'a finger that comes back to a key after another one',
    [
      ['next', 0, NEW],
      ['recall', 200, NEW],
      ['next', 501, NEW],
      ['next', 700, REPEAT],
    ],
  ],
  [
    'a key that was pressed before another one some time ago',
    [
      ['next', 0, NEW],
      ['recall', 400, NEW],
      ['next', 800, NEW],
    ],
  ],
])('%s', (_, story) => {
  const frames = new RecentFrames(WINDOWS);
  for (const [bytes, atMs, heard] of story) expect(frames.heard('1 call', bytes, atMs)).toEqual(heard);
});

it('places do not know of each other', () => {
  const frames = new RecentFrames(WINDOWS);
  expect(frames.heard('1 call', 'next', 0)).toEqual(NEW);
  expect(frames.heard('1 evaluation', 'next', 0)).toEqual(NEW);
  expect(frames.heard('2 call', 'next', 0)).toEqual(NEW);
});
