// One press, one request; two keys at once, two requests, one after the other.
import { describe, expect, it } from 'vitest';
import { judgePress, mayFollow } from './press-guard.ts';

const ANSWERED = { control: 'startServing', askedAt: 1_000, isUnanswered: false } as const;
const UNANSWERED = { ...ANSWERED, isUnanswered: true } as const;

describe('judgePress', () => {
  it('asks on the first press', () => expect(judgePress(null, 'startServing', 0)).toBe('ask'));

  it('asks once for two presses of the same within 600 ms', () => {
    expect(judgePress(ANSWERED, 'startServing', 1_599)).toBe('bounce');
    expect(judgePress(ANSWERED, 'startServing', 1_600)).toBe('ask');
    expect(judgePress(UNANSWERED, 'startServing', 1_599)).toBe('bounce');
  });

  it('obeys another key at once', () => {
    expect(judgePress<string>(ANSWERED, 'finishServing', 1_001)).toBe('ask');
  });

  it('asks nothing while a request is unanswered, however long', () => {
    expect(judgePress<string>(UNANSWERED, 'finishServing', 1_001)).toBe('behind');
    expect(judgePress(UNANSWERED, 'startServing', 99_000)).toBe('again');
  });
});

describe('mayFollow', () => {
  const kept = { action: 'finishServing', pressedAt: 1_000, ticketId: 12 };

  it('carries out what was pressed about the ticket still there, or gone', () => {
    expect(mayFollow(kept, 12, 1_050)).toBe(true);
    expect(mayFollow(kept, null, 1_050)).toBe(true);
  });

  it('never falls on a ticket that was not on the screen when it was pressed', () => {
    expect(mayFollow(kept, 17, 1_050)).toBe(false);
    expect(mayFollow({ ...kept, ticketId: null }, 17, 1_050)).toBe(false);
  });

  it('is let go after two seconds', () => {
    expect(mayFollow(kept, 12, 3_000)).toBe(true);
    expect(mayFollow(kept, 12, 3_001)).toBe(false);
  });
});
