// What the journal promises about free texts: sealed under a surrogate, in no file in clear, and gone when they are erased.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '@jiaohao/contracts/commands';
import type { EventBody } from '@jiaohao/contracts/events';
import { configured, dayOpened, issued } from './testing/sample-events.ts';
import {
  appendAll,
  bytesOf,
  commentText,
  eraseData,
  keepDays,
  queryAll,
  tamper,
  temporaryFolder,
  withJournal,
} from './testing/temporary-journal.ts';

const TEXT = '测试意见：等了两个小时，电话 13800000000';
const CARD = { idNumber: '99999919500101001X', name: '欧阳测试' };

test('a text is kept only when saved, read back by its surrogate, and erased once', () => {
  const folder = temporaryFolder();
  const commentRef = withJournal(folder, (journal) => {
    journal.sealComment('not kept', 1);
    const { commentRef: ref, save } = journal.sealComment(TEXT, 1);
    expect(ref).toMatch(/^c[0-9a-f]{24}$/);
    save();
    return ref;
  });
  withJournal(folder, (journal) => {
    expect(queryAll(folder, 'SELECT comment_ref FROM evaluation_comment')).toEqual([{ comment_ref: commentRef }]);
    expect(commentText(folder, commentRef)).toBe(TEXT);
    appendAll(journal, [issued(1), requested(2, 1), recorded(2, 1, commentRef)]);
    const own = { kind: 'evaluation', evaluationId: 2 } as const;
    expect(eraseData(journal, own)).toEqual({ personRef: null, commentRefs: [commentRef] });
    expect(eraseData(journal, own)).toEqual({ personRef: null, commentRefs: [] });
    expect(commentText(folder, commentRef)).toBeNull();
  });
});

test('any text is sealed and read back', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
        const { commentRef, save } = journal.sealComment(text, 1);
        save();
        expect(commentText(folder, commentRef)).toBe(text);
      }),
      { numRuns: 50 },
    );
  });
});

test('a sealed text put in the place of another does not open', () => {
  const folder = temporaryFolder();
  const [first = '', second = ''] = withJournal(folder, (journal) =>
    ['one', 'two'].map((text) => {
      const { commentRef, save } = journal.sealComment(text, 1);
      save();
      return commentRef;
    }),
  );
  const other = `SELECT sealed_text FROM evaluation_comment WHERE comment_ref = '${second}'`;
  tamper(folder, `UPDATE evaluation_comment SET sealed_text = (${other}) WHERE comment_ref = '${first}'`);
  expect(() => commentText(folder, first)).toThrow();
});

test('who is erased takes along what he wrote, and nobody else’s words', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => {
    const person = journal.resolvePerson(CARD, 1);
    person.save();
    const [own, others] = [TEXT, 'of somebody else'].map((text) => {
      const { commentRef, save } = journal.sealComment(text, 1);
      save();
      return commentRef;
    });
    if (own === undefined || others === undefined) throw new Error('two texts were sealed');
    appendAll(journal, [
      issued(1, { personRef: person.personRef }),
      issued(2),
      requested(3, 1),
      requested(4, 2),
      recorded(3, 1, own),
      recorded(4, 2, others),
    ]);
    const found = eraseData(journal, { kind: 'paper', paper: CARD });
    expect(found).toEqual({ personRef: person.personRef, commentRefs: [own] });
    expect(commentText(folder, own)).toBeNull();
    expect(commentText(folder, others)).toBe('of somebody else');
    expect(journal.rebuildReadModels()).toEqual([]);
  });
});

test('a text goes with the day of its evaluation, overwritten, also when the read models were behind', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => {
    const keep = () => {
      const { commentRef, save } = journal.sealComment(TEXT, 1);
      save();
      return commentRef;
    };
    const [old, kept] = [keep(), keep()];
    const sealed = (
      queryAll(folder, `SELECT sealed_text AS text FROM evaluation_comment WHERE comment_ref = '${old}'`) as {
        text: Buffer;
      }[]
    )[0]?.text;
    if (sealed === undefined) throw new Error('the text was kept');
    appendAll(journal, [configured(), dayOpened('2026-03-02'), issued(3), requested(4, 3), recorded(4, 3, old)]);
    appendAll(journal, [dayOpened('2026-03-03'), issued(7), requested(8, 7), recorded(8, 7, kept)]);
    keepDays(journal, 1);
    expect(queryAll(folder, 'SELECT comment_ref FROM evaluation_comment')).toEqual([{ comment_ref: kept }]);
    expect(commentText(folder, old)).toBeNull();
    expect(commentText(folder, kept)).toBe(TEXT);
    journal.close();
    expect(readFileSync(join(folder, 'hall.db')).includes(sealed)).toBe(false);
  });
});

test('the words stand in no file of the folder: not as text, not in the mark of the request', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => {
    const { commentRef, save } = journal.sealComment(TEXT, 1);
    save();
    const command: Command = { type: 'recordEvaluation', ticketId: 1, rating: 1, comment: TEXT };
    const bodyMark = journal.bodyMark(command);
    journal.saveAnswer({ principalKey: 'terminal/t1', requestId: 'request-1', bodyMark, answer: {} }, 1);
    expect(journal.isMarkOf(bodyMark, command)).toBe(true);
    expect(journal.isMarkOf(bodyMark, { ...command, comment: 'others' })).toBe(false);
    expect(bytesOf(folder).includes(commentRef)).toBe(true);
    expect(bytesOf(folder).includes(TEXT.slice(-11))).toBe(false);
    expect(bytesOf(folder).includes(TEXT.slice(0, 4))).toBe(false);
    eraseData(journal, { kind: 'evaluation', evaluationId: 2 });
  });
  expect(readFileSync(join(folder, 'hall.db')).includes(TEXT.slice(-11))).toBe(false);
});

function requested(evaluationId: number, ticketId: number) {
  const where = { windowId: 'w1', staffNo: '1001' };
  return { type: 'EvaluationRequested', evaluationId, ticketId, ...where, asking: 1 } as const;
}

function recorded(evaluationId: number, ticketId: number, commentRef: string): EventBody {
  const kind = { rating: 1, supplement: false, onBehalf: false } as const;
  return { type: 'EvaluationRecorded', evaluationId, ticketId, ...kind, reasons: [108], commentRef };
}
