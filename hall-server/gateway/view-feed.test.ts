// What goes out when: calls at once and boards first, status held back, one computation a batch, nothing for nobody.
import { expect, test } from 'vitest';
import type { Topic } from '@jiaohao/contracts/views';
import { manualClock } from './testing/manual-clock.ts';
import { MemoryHall } from './testing/memory-hall.ts';
import { startViewFeed } from './view-feed.ts';

function feedOf(...watched: Topic[]) {
  const hall = new MemoryHall();
  const clock = manualClock();
  const sent: [Topic, number][] = [];
  const bugs: unknown[] = [];
  const audience = {
    isWatched: (topic: Topic) => watched.includes(topic),
    send: (topic: Topic, view: { seq: number }) => void sent.push([topic, view.seq]),
  };
  const feed = startViewFeed(hall, audience, clock, (error) => bugs.push(error));
  return { hall, clock, sent, bugs, feed, watched };
}

test('calls go out within the change itself, boards before consoles', () => {
  const { hall, sent } = feedOf('windowTerminal/w1', 'clerkCalls/w1', 'windowScreenCalls/w1', 'boardCalls/hall');
  hall.change('windowTerminal/w1', 'clerkCalls/w1', 'boardCalls/hall', 'windowScreenCalls/w1');
  const order = ['boardCalls/hall', 'windowScreenCalls/w1', 'clerkCalls/w1', 'windowTerminal/w1'];
  expect(sent).toEqual(order.map((topic) => [topic, 1]));
});

test('status goes out at most twice a second, the last state always', () => {
  const { hall, clock, sent } = feedOf('boardStatus/hall');
  hall.change('boardStatus/hall');
  expect(sent).toEqual([]);
  clock.advance(0);
  expect(sent).toEqual([['boardStatus/hall', 1]]);
  for (let n = 0; n < 40; n += 1) {
    clock.advance(10);
    hall.change('boardStatus/hall');
  }
  expect(sent).toHaveLength(1);
  clock.advance(100);
  expect(sent).toEqual([
    ['boardStatus/hall', 1],
    ['boardStatus/hall', 41],
  ]);
  clock.advance(10_000);
  expect(sent).toHaveLength(2);
  hall.change('boardStatus/hall');
  clock.advance(0);
  expect(sent).toHaveLength(3);
});

test('over ten busy seconds a status topic is computed at most 21 times', () => {
  const { hall, clock } = feedOf('kiosk/hall');
  for (let ms = 0; ms < 10_000; ms += 7) {
    hall.change('kiosk/hall');
    clock.advance(7);
  }
  const computed = hall.computed.get('kiosk/hall') ?? 0;
  expect(computed).toBeGreaterThan(18);
  expect(computed).toBeLessThanOrEqual(21);
});

test('a view is computed once a batch, and never for a topic nobody watches', () => {
  const { hall, clock, watched } = feedOf('boardCalls/hall', 'boardStatus/hall');
  hall.change('boardCalls/hall', 'clerkCalls/w1', 'boardStatus/hall', 'clerkStatus/w1', 'kiosk/hall');
  clock.advance(1_000);
  expect([...hall.computed]).toEqual([
    ['boardCalls/hall', 1],
    ['boardStatus/hall', 1],
  ]);
  hall.change('boardStatus/hall');
  watched.length = 0;
  clock.advance(1_000);
  expect(hall.computed.get('boardStatus/hall')).toBe(1);
});

test('a burst of status is spread: calls of the meantime do not wait for the end of it', () => {
  const burst = Array.from({ length: 30 }, (_, n): Topic => `clerkStatus/w${n}`);
  const { hall, clock, sent } = feedOf('boardCalls/hall', ...burst);
  hall.topics = () => ['boardCalls/hall', ...burst];
  const real = clock.after.bind(clock);
  let slices = 0;
  clock.after = (delayMs, action) =>
    real(delayMs, () => {
      slices += 1;
      action();
      if (slices === 1) hall.change('boardCalls/hall');
    });
  hall.change(...burst);
  clock.advance(100);
  expect(slices).toBeGreaterThan(2);
  const place = sent.findIndex(([topic]) => topic === 'boardCalls/hall');
  expect(place).toBeGreaterThan(0);
  expect(place).toBeLessThan(burst.length);
  expect(sent).toHaveLength(burst.length + 1);
});

test('a view with a bug is told and keeps no other from its screen', () => {
  const { hall, sent, bugs } = feedOf('boardCalls/hall', 'boardCalls/z1');
  hall.brokenView = 'boardCalls/hall';
  hall.change('boardCalls/hall', 'boardCalls/z1');
  expect(bugs).toHaveLength(1);
  expect(sent).toEqual([['boardCalls/z1', 1]]);
});

test('closed, it sends nothing more', () => {
  const { hall, clock, sent, feed } = feedOf('boardCalls/hall', 'boardStatus/hall');
  hall.change('boardStatus/hall');
  feed.close();
  hall.change('boardCalls/hall');
  clock.advance(1_000);
  expect(sent).toEqual([]);
  expect(clock.waiting()).toBe(0);
});
