// The staff gesture is known when it is made, and nothing that applicants do is taken for it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cornerGesture } from './corner-gesture.tsx';

const GLASS = { width: 1080, height: 1920 };
const ROUND = [
  { x: 10, y: 10 },
  { x: 1_070, y: 10 },
  { x: 1_070, y: 1_910 },
  { x: 10, y: 1_910 },
];

function after(taps: readonly { x: number; y: number }[], everyMs = 500): boolean[] {
  const tapped = cornerGesture();
  return taps.map((tap, index) => tapped({ ...tap, at: index * everyMs }, GLASS));
}

test('twice around is the gesture, with its last tap only', () => {
  expect(after([...ROUND, ...ROUND])).toEqual([...Array<boolean>(7).fill(false), true]);
});

test('too slow, the other way around, or with a tap between: not', () => {
  expect(after([...ROUND, ...ROUND], 2_000)).not.toContain(true);
  expect(after([...ROUND, ...ROUND].reverse())).not.toContain(true);
  expect(after([...ROUND, { x: 500, y: 900 }, ...ROUND])).not.toContain(true);
});

test('a second gesture needs all of it again', () => {
  const twice = after([...ROUND, ...ROUND, ...ROUND, ...ROUND], 100);
  expect(twice.filter(Boolean)).toHaveLength(2);
});

test('taps in the lower half never make it', () => {
  const taps = fc.array(fc.record({ x: fc.nat(1_080), y: fc.integer({ min: 960, max: 1_920 }) }), { maxLength: 60 });
  fc.assert(fc.property(taps, (all) => !after(all, 10).includes(true)));
});
