// Repeats, new keys, and two pads that share an address.
import { expect, it } from 'vitest';
import { RecentFrames } from './recent-frames.ts';

const NEW = { isRepeat: false, isConflict: false };
const REPEAT = { isRepeat: true, isConflict: false };
const CONFLICT = { isRepeat: true, isConflict: true };

it.each<[string, readonly (readonly [string, number, object])[]]>([
  [
    'the same again in time is a repeat, and so is one after that',
    [
      ['next', 0, NEW],
      ['next', 300, REPEAT],
      ['next', 600, REPEAT],
    ],
  ],
  [
    'later it is a new key',
    [
      ['next', 0, NEW],
      ['next', 301, NEW],
    ],
  ],
  [
    'another key is new at once',
    [
      ['next', 0, NEW],
      ['recall', 150, NEW],
      ['recall', 300, REPEAT],
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
    'a key that was pressed before another one some time ago',
    [
      ['next', 0, NEW],
      ['recall', 400, NEW],
      ['next', 800, NEW],
    ],
  ],
])('%s', (_, story) => {
  const frames = new RecentFrames(300);
  for (const [bytes, atMs, heard] of story) expect(frames.heard('1 call', bytes, atMs)).toEqual(heard);
});

it('places do not know of each other', () => {
  const frames = new RecentFrames(300);
  expect(frames.heard('1 call', 'next', 0)).toEqual(NEW);
  expect(frames.heard('1 evaluation', 'next', 0)).toEqual(NEW);
  expect(frames.heard('2 call', 'next', 0)).toEqual(NEW);
});
