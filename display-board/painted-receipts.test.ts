// Proves that every receipt reaches the hall at least once, over any loss of the link, and that none is repeated without need.
import { describe, expect, it } from 'vitest';
import { fakeClock } from './testing/fake-clock.ts';
import { PaintedReceipts } from './painted-receipts.ts';

function setUp() {
  const clock = fakeClock();
  const receipts = new PaintedReceipts(clock.now);
  const sent: number[] = [];
  return { clock, receipts, sent, up: () => receipts.linkUp((callSeq) => sent.push(callSeq)) };
}

describe('painted receipts', () => {
  it('go out once while the link is up', () => {
    const { receipts, sent, up } = setUp();
    up();
    receipts.painted(7);
    receipts.painted(7);
    expect(sent).toEqual([7]);
  });

  it('wait for a link that is down', () => {
    const { receipts, sent, up } = setUp();
    receipts.painted(7);
    receipts.painted(8);
    expect(sent).toEqual([]);
    up();
    expect(sent).toEqual([7, 8]);
  });

  it('go out again when the link died soon after, for they may have died with it', () => {
    const { clock, receipts, sent, up } = setUp();
    up();
    receipts.painted(7);
    clock.advance(60_000);
    receipts.painted(8);
    clock.advance(5_000);
    receipts.linkDown();
    clock.advance(600_000);
    up();
    expect(sent).toEqual([7, 8, 8]);
  });
});
