// What a rating may look like on the wire: as before without reasons, bounded with them.
import { expect, test } from 'vitest';
import { Command } from './commands.ts';
import { COMMENT_LENGTH_MAX } from './evaluation.ts';

const RATING = { type: 'recordEvaluation', ticketId: 1, rating: 2 } as const;
const isTaken = (fields: object): boolean => Command.safeParse({ ...RATING, ...fields }).success;

test('a rating as every pad has sent it so far is the same command', () => {
  expect(Command.parse(RATING)).toEqual(RATING);
  expect(Command.parse({ ...RATING, evaluationId: 7 })).toEqual({ ...RATING, evaluationId: 7 });
  const lapse = { type: 'lapseEvaluation', evaluationId: 7 };
  expect(Command.parse(lapse)).toEqual(lapse);
});

test('eight reasons and 500 characters at most; a lapse is by time or by choice only', () => {
  expect(isTaken({ reasons: [207, 208, 209, 210, 211, 212, 213, 214], comment: '字'.repeat(COMMENT_LENGTH_MAX) })).toBe(
    true,
  );
  for (const wrong of [
    { reasons: [207, 208, 209, 210, 211, 212, 213, 214, 214] },
    { reasons: [99] },
    { reasons: ['207'] },
    { reasons: 207 },
    { comment: '字'.repeat(COMMENT_LENGTH_MAX + 1) },
    { comment: null },
    { reason: 'skipped' },
  ]) {
    expect(isTaken(wrong), JSON.stringify(wrong).slice(0, 60)).toBe(false);
  }
  const lapse = (reason: string) => Command.safeParse({ type: 'lapseEvaluation', evaluationId: 7, reason }).success;
  expect(['timeout', 'skipped', 'superseded', 'dayClosed'].map(lapse)).toEqual([true, true, false, false]);
});
