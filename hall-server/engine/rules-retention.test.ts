// Rules Q34 and Q32: what may go at an instant, and what an erasure says.
import { describe, expect, it } from 'vitest';
import { ADMIN, TestingHall } from '../testing/testing-hall.ts';
import { retentionLimits } from './retention.ts';

const DAY_MS = 86_400_000;
const NOW = 2_000 * DAY_MS;
const PERSON = `p${'1'.repeat(24)}`;
const COMMENT = `c${'2'.repeat(24)}`;

describe('Q34 what is old enough', () => {
  it('as delivered: no day, persons after 184 days, texts after three years', () => {
    expect(retentionLimits({}, NOW)).toEqual({
      businessDaysKept: null,
      personsSeenBefore: 1_816 * DAY_MS,
      commentsWrittenBefore: 904 * DAY_MS,
    });
  });

  it('as configured, null for good', () => {
    const policies = { journalKeptBusinessDays: 250, personKeptMs: null, commentKeptMs: 30 * DAY_MS };
    expect(retentionLimits(policies, NOW)).toEqual({
      businessDaysKept: 250,
      personsSeenBefore: null,
      commentsWrittenBefore: 1_970 * DAY_MS,
    });
  });
});

describe('Q32 erasing', () => {
  const erase = (personRef: string | null, commentRefs: string[]) =>
    ({ type: 'erasePersonalData', personRef, commentRefs }) as const;

  it('says what went, in surrogates, also while no day is open', () => {
    const hall = new TestingHall();
    expect(hall.decide(erase(PERSON, [COMMENT]))).toEqual({
      ok: true,
      events: [{ type: 'PersonalDataErased', personRef: PERSON, commentRefs: [COMMENT] }],
      result: { wasKnown: true, comments: 1 },
    });
    expect(hall.decide(erase(null, [COMMENT]))).toMatchObject({ result: { wasKnown: false, comments: 1 } });
  });

  it('of nothing is no event', () => {
    expect(new TestingHall().decide(erase(null, []))).toEqual({
      ok: true,
      events: [],
      result: { wasKnown: false, comments: 0 },
    });
  });

  it('changes nothing that was decided: the ticket goes on, its holder may take another', () => {
    const hall = TestingHall.open();
    const ticketId = hall.issue('qa', { ref: '7', age: 30 });
    const before = hall.state.tickets.get(ticketId);
    hall.do(erase(`p${'7'.padStart(24, '0')}`, []), ADMIN);
    expect(hall.state.tickets.get(ticketId)).toEqual(before);
    expect(hall.issue('qa', { ref: '8', age: 30 })).toBeGreaterThan(ticketId);
    expect(hall.callNext('w1')).toBe(ticketId);
  });
});
