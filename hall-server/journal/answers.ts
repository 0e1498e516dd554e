// The first answer to every request, so that a repeated request is answered and not carried out again.
import { createHmac } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Command } from '@jiaohao/contracts/commands';
import type { Database } from 'better-sqlite3';

/** How many business days an answer is kept, today among them. */
const KEPT_SEGMENTS = 8;

export interface SavedAnswer {
  /** See `bodyMarkOf`. */
  readonly bodyMark: string;
  readonly answer: unknown;
}

export interface AnswerToSave extends SavedAnswer {
  readonly principalKey: string;
  readonly requestId: string;
  readonly at: number;
  /** Number of the business day; the journal's present one where absent. */
  readonly segment?: number;
}

export interface Answers {
  find(principalKey: string, requestId: string): SavedAnswer | null;
  save(answer: AnswerToSave & { readonly segment: number }): void;
  /** Forgets what was answered before an instant. */
  forgetBefore(at: number): void;
  /** Forgets what is older than the kept business days, `segment` being today's. */
  forgetAtOpeningOf(segment: number): void;
  /** After a rollback: what is in the table counts again. */
  reread(): void;
}

interface KeyRow {
  readonly answerId: number;
  readonly principalKey: string;
  readonly requestId: string;
}

/**
 * Which requests have an answer is kept in memory, a hundred bytes each: nearly every request is new, and one that is
 * costs no statement and no page of an index.
 */
export function openAnswers(db: Database): Answers {
  const readKeys = db.prepare<[number], KeyRow>(
    `SELECT answer_id AS answerId, principal_key AS principalKey, request_id AS requestId FROM answer
     WHERE answer_id > ? ORDER BY answer_id`,
  );
  const read = db.prepare<[number], { bodyMark: string; answer: string }>(
    'SELECT body_mark AS bodyMark, answer FROM answer WHERE answer_id = ?',
  );
  const insert = db.prepare(
    'INSERT INTO answer (answer_id, principal_key, request_id, body_mark, answer, at, segment) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  // Answers are in order of time: what goes is at the front, and the first that stays is found by walking over it.
  const firstSince = db
    .prepare<[number], number>('SELECT answer_id FROM answer WHERE at >= ? ORDER BY answer_id LIMIT 1')
    .pluck();
  const firstOfSegment = db
    .prepare<[number], number>('SELECT answer_id FROM answer WHERE segment >= ? ORDER BY answer_id LIMIT 1')
    .pluck();
  const forget = db.prepare('DELETE FROM answer WHERE answer_id < ?');

  const answerIds = new Map<string, number>();
  let lastId = 0;
  const reread = () => {
    answerIds.clear();
    lastId = 0;
    for (const { answerId, principalKey, requestId } of readKeys.iterate(0)) {
      answerIds.set(keyOf(principalKey, requestId), answerId);
      lastId = answerId;
    }
  };
  const forgetUpTo = (firstKept: number = lastId + 1) => {
    forget.run(firstKept);
    for (const [key, answerId] of answerIds) {
      if (answerId >= firstKept) break;
      answerIds.delete(key);
    }
  };
  reread();

  return {
    find: (principalKey, requestId) => {
      const answerId = answerIds.get(keyOf(principalKey, requestId));
      const row = answerId === undefined ? undefined : read.get(answerId);
      return row === undefined ? null : { bodyMark: row.bodyMark, answer: JSON.parse(row.answer) };
    },
    save: ({ principalKey, requestId, bodyMark, answer, at, segment }) => {
      insert.run(lastId + 1, principalKey, requestId, bodyMark, JSON.stringify(answer), at, segment);
      lastId += 1;
      answerIds.set(keyOf(principalKey, requestId), lastId);
    },
    forgetBefore: (at) => forgetUpTo(firstSince.get(at)),
    forgetAtOpeningOf: (segment) => forgetUpTo(firstOfSegment.get(segment - KEPT_SEGMENTS + 1)),
    reread,
  };
}

/** A request id has no line break: nothing else makes the same text. */
function keyOf(principalKey: string, requestId: string): string {
  return `${requestId}\n${principalKey}`;
}

/** A body up to this length is its own mark: most are shorter than a hash of them. */
const MARK_LENGTH_MAX = 200;

/**
 * By which a second body under the same request id is told from the first: the body itself, or a keyed hash where it is
 * long or holds an ID card, another paper, a typed number or a free text. Of a command as its schema made it, whose keys are in the schema's order whatever the
 * client's was.
 */
export function bodyMarkOf(key: KeyObject, command: Command): string {
  const text = JSON.stringify(command);
  const isPersonal =
    (command.type === 'issueTicket' && (command.idCard ?? command.document ?? command.typedIdNumber) !== undefined) ||
    (command.type === 'recordEvaluation' && command.comment !== undefined);
  return isPersonal || text.length > MARK_LENGTH_MAX ? keyedHash(key, text) : text;
}

/** Earlier versions marked every body with its hash. */
export function isMarkOf(key: KeyObject, mark: string, command: Command): boolean {
  return mark === bodyMarkOf(key, command) || mark === keyedHash(key, JSON.stringify(command));
}

/** Keyed, because there are few enough ID numbers to try them all. */
function keyedHash(key: KeyObject, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}
