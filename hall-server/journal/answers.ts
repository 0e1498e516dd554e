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

/** A request that was carried out, and what it was told. */
export interface Answered extends SavedAnswer {
  readonly principalKey: string;
  readonly requestId: string;
}

/** Columns of an event's row: whose request it is the last event of, and what that was told. */
export interface AnsweredColumns {
  readonly requestKey: string;
  /** JSON of body mark and answer. */
  readonly answered: string;
}

export interface Answers {
  find(principalKey: string, requestId: string): SavedAnswer | null;
  /** That an event was written with the answer in its row. */
  keptWith(seq: number, segment: number, requestKey: string): void;
  /** For a request that made no event. `at` in epoch ms. */
  save(answered: Answered, segment: number, at: number): void;
  /** Forgets what is older than the kept business days, `segment` being today's. */
  forgetAtOpeningOf(segment: number): void;
  /** Retention has dropped a day: what was answered on it and before is not known any more. */
  forgetDropped(segment: number): void;
  /** After a rollback: what is in the tables counts again. */
  reread(): void;
}

/**
 * Which requests have an answer is kept in memory, by business day, a hundred bytes each: nearly every request is new,
 * and one that is costs no statement and no page of an index.
 */
export function openAnswers(db: Database): Answers {
  const { keysOf, read, insert, forget } = prepareAnswers(db);
  /** Business day, then request: the seq of an event, or minus the id of a row of `answer`. */
  const days = new Map<number, Map<string, number>>();
  let lastId = 0;

  const know = (segment: number, key: string, place: number) => {
    const day = days.get(segment) ?? new Map<string, number>();
    days.set(segment, day);
    day.set(key, place);
  };
  const placeOf = (key: string): number | null => {
    for (const day of days.values()) {
      const place = day.get(key);
      if (place !== undefined) return place;
    }
    return null;
  };
  const reread = () => {
    days.clear();
    lastId = 0;
    for (const { segment, requestKey, place } of keysOf()) {
      know(segment, requestKey, place);
      lastId = Math.max(lastId, -place);
    }
  };
  reread();

  return {
    find: (principalKey, requestId) => {
      const place = placeOf(requestKeyOf(principalKey, requestId));
      return place === null ? null : read(place);
    },
    keptWith: (seq, segment, requestKey) => know(segment, requestKey, seq),
    save: (answered, segment, at) => {
      insert(lastId + 1, answered, segment, at);
      lastId += 1;
      know(segment, requestKeyOf(answered.principalKey, answered.requestId), -lastId);
    },
    forgetAtOpeningOf: (segment) => {
      const firstKept = segment - KEPT_SEGMENTS + 1;
      forget(firstKept);
      for (const day of [...days.keys()]) if (day < firstKept) days.delete(day);
    },
    forgetDropped: (segment) => {
      for (const day of [...days.keys()]) if (day <= segment) days.delete(day);
    },
    reread,
  };
}

interface PlacedKey {
  readonly segment: number;
  readonly requestKey: string;
  readonly place: number;
}

/** The statements behind `openAnswers`: over the rows of events, and over the table of answers without one. */
function prepareAnswers(db: Database) {
  const firstSeqOf = db.prepare<[number], number>('SELECT first_seq FROM segment WHERE number = ?').pluck();
  const newestSegment = db.prepare<[], number>('SELECT coalesce(max(number), 0) FROM segment').pluck();
  const eventKeys = db.prepare<[number], PlacedKey>(
    'SELECT segment, request_key AS requestKey, seq AS place FROM event WHERE seq >= ? AND request_key IS NOT NULL',
  );
  const ownKeys = db.prepare<[], PlacedKey>(
    `SELECT segment, request_id || char(10) || principal_key AS requestKey, -answer_id AS place FROM answer`,
  );
  const readOfEvent = db.prepare<[number], string>('SELECT answered FROM event WHERE seq = ?').pluck();
  const readOwn = db.prepare<[number], { bodyMark: string; answer: string }>(
    'SELECT body_mark AS bodyMark, answer FROM answer WHERE answer_id = ?',
  );
  const insertOwn = db.prepare(
    'INSERT INTO answer (answer_id, principal_key, request_id, body_mark, answer, at, segment) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const forgetOwn = db.prepare('DELETE FROM answer WHERE segment < ?');
  const forgetOfEvents = db.prepare(
    'UPDATE event SET request_key = NULL, answered = NULL WHERE seq >= ? AND seq < ? AND request_key IS NOT NULL',
  );

  return {
    keysOf: (): readonly PlacedKey[] => {
      const firstKept = Math.max(0, (newestSegment.get() ?? 0) - KEPT_SEGMENTS + 1);
      return [...eventKeys.all(firstSeqOf.get(firstKept) ?? 0), ...ownKeys.all()];
    },
    read: (place: number): SavedAnswer | null => {
      if (place > 0) return unpacked(readOfEvent.get(place));
      const row = readOwn.get(-place);
      return row === undefined ? null : { bodyMark: row.bodyMark, answer: JSON.parse(row.answer) };
    },
    insert: (id: number, { principalKey, requestId, bodyMark, answer }: Answered, segment: number, at: number) =>
      insertOwn.run(id, principalKey, requestId, bodyMark, JSON.stringify(answer), at, segment),
    /** One day grows old a day: of the events only the last of those that are too old now. */
    forget: (firstKept: number) => {
      forgetOwn.run(firstKept);
      const [from, to] = [firstSeqOf.get(firstKept - 1), firstSeqOf.get(firstKept)];
      if (from !== undefined && to !== undefined) forgetOfEvents.run(from, to);
    },
  };
}

export function columnsOf({ principalKey, requestId, bodyMark, answer }: Answered): AnsweredColumns {
  return { requestKey: requestKeyOf(principalKey, requestId), answered: JSON.stringify([bodyMark, answer]) };
}

function unpacked(answered: string | undefined): SavedAnswer | null {
  if (answered === undefined) return null;
  const [bodyMark, answer] = JSON.parse(answered) as [string, unknown];
  return { bodyMark, answer };
}

/** A request id has no line break: nothing else makes the same text. */
function requestKeyOf(principalKey: string, requestId: string): string {
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
    (command.type === 'recordEvaluation' && command.comment !== undefined) ||
    command.type === 'erasePersonalData';
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
