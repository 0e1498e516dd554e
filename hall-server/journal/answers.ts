// The first answer to every request, so that a repeated request is answered and not carried out again.
import { createHmac, hash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/** How many business days an answer is kept, today among them. */
const KEPT_SEGMENTS = 8;

export interface SavedAnswer {
  readonly bodyHash: string;
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
}

interface AnswerRow {
  readonly principal_key: string;
  readonly request_id: string;
  readonly body_hash: string;
  readonly answer: string;
}

export function openAnswers(db: Database): Answers {
  // One term and no ORDER BY: with more, this SQLite (STAT4) plans the statement again whenever a bound value changes,
  // which takes eight times as long as finding the row.
  const find = db.prepare<[number], AnswerRow>(
    'SELECT principal_key, request_id, body_hash, answer FROM answer WHERE request_key = ?',
  );
  const requestKey = requestKeys();
  const insert = db.prepare(
    'INSERT INTO answer (request_key, principal_key, request_id, body_hash, answer, at, segment) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  // Answers are in order of time: what goes is at the front, and the first that stays is found by walking over it.
  const firstSince = db
    .prepare<[number], number>('SELECT answer_id FROM answer WHERE at >= ? ORDER BY answer_id LIMIT 1')
    .pluck();
  const firstOfSegment = db
    .prepare<[number], number>('SELECT answer_id FROM answer WHERE segment >= ? ORDER BY answer_id LIMIT 1')
    .pluck();
  const forget = db.prepare('DELETE FROM answer WHERE answer_id < ?');
  const forgetAll = db.prepare('DELETE FROM answer');
  const forgetUpTo = (firstKept: number | undefined) =>
    firstKept === undefined ? forgetAll.run() : forget.run(firstKept);

  return {
    find: (principalKey, requestId) => {
      const rows = find.all(requestKey(principalKey, requestId));
      const row = rows.find((each) => each.principal_key === principalKey && each.request_id === requestId);
      return row === undefined ? null : { bodyHash: row.body_hash, answer: JSON.parse(row.answer) };
    },
    save: ({ principalKey, requestId, bodyHash, answer, at, segment }) => {
      const key = requestKey(principalKey, requestId);
      insert.run(key, principalKey, requestId, bodyHash, JSON.stringify(answer), at, segment);
    },
    forgetBefore: (at) => void forgetUpTo(firstSince.get(at)),
    forgetAtOpeningOf: (segment) => void forgetUpTo(firstOfSegment.get(segment - KEPT_SEGMENTS + 1)),
  };
}

/** A request is looked for and then answered: the second time its key is known. */
function requestKeys(): (principalKey: string, requestId: string) => number {
  let [lastText, lastKey] = ['', 0];
  return (principalKey, requestId) => {
    const text = `${principalKey}\n${requestId}`;
    if (text !== lastText) [lastText, lastKey] = [text, keyOf(text)];
    return lastKey;
  };
}

/** 53 bits, the most that a JavaScript number holds exactly: an integer index costs a fifth of a text index. */
function keyOf(text: string): number {
  const bytes = hash('sha256', text, 'buffer');
  return bytes.readUInt32BE(0) * 2 ** 21 + (bytes.readUInt32BE(4) >>> 11);
}

/**
 * Of a command as its schema made it, whose keys are in the schema's order whatever the client's was.
 * Keyed, because a request's body may hold an ID number, and there are few enough of those to try
 * them all.
 */
export function bodyHashOf(key: KeyObject, command: unknown): string {
  return createHmac('sha256', key).update(JSON.stringify(command)).digest('base64url');
}
