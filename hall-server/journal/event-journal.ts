// The hall's memory, opened and closed as one: events, answers, persons, credentials, receipts. The only door to SQL.
import type { KeyObject } from 'node:crypto';
import type { Command } from '@jiaohao/contracts/commands';
import type { HallEvent } from '@jiaohao/contracts/events';
import type { Database } from 'better-sqlite3';
import { bodyMarkOf, columnsOf, isMarkOf, openAnswers } from './answers.ts';
import type { Answered, AnsweredColumns, Answers, SavedAnswer } from './answers.ts';
import { prepareAppend } from './append-event.ts';
import type { ChainHead } from './append-event.ts';
import { readSegments } from './audit-chain.ts';
import { openBatch } from './batch.ts';
import type { Batch } from './batch.ts';
import { openComments } from './comments.ts';
import type { Comments, SealedComment } from './comments.ts';
import { openCredentials } from './credentials.ts';
import type { Credentials } from './credentials.ts';
import { firstKept, readDropProgress } from './drop-progress.ts';
import { orStorageFull, StorageFull } from './errors.ts';
import type { Keys } from './keys.ts';
import { openDatabase } from './open-database.ts';
import type { OpenDatabase } from './open-database.ts';
import { openPersonalData } from './personal-data.ts';
import type { PersonalData } from './personal-data.ts';
import { openPersons } from './persons.ts';
import type { PersonPaper, Persons, ResolvedPerson } from './persons.ts';
import { keptEvents, openReader } from './read-events.ts';
import type { EventReader } from './read-events.ts';
import { openFollower, readModelPosition } from './read-model-follower.ts';
import type { ReadModelFollower } from './read-model-follower.ts';
import { compareReadModels } from './read-models.ts';
import type { RowDifference } from './read-models.ts';
import { openReceipts } from './receipts.ts';
import type { Receipt, Receipts } from './receipts.ts';
import { openRecordedEvaluations } from './recorded-evaluations.ts';
import type { RecordedEvaluations } from './recorded-evaluations.ts';
import { reserveLog } from './reserve-log.ts';
import { openRetention } from './retention.ts';
import type { Retention } from './retention.ts';
import { openLogScrubber } from './scrub-log.ts';
import type { LogScrubber } from './scrub-log.ts';
import { openSegments } from './segments.ts';
import type { Segments } from './segments.ts';

export interface JournalOptions {
  /** The data folder; made at the first start. */
  readonly folder: string;
  /** Most pages that the database may have: a full disk for tests. */
  readonly maxPageCount?: number;
}

/** Zero bytes enough that writing them needs new space on the disk. */
const PROBE_BYTES = 65_536;
/** As a limit: every event there is. */
const ALL = -1;

/** Every writing method throws `StorageFull` when there is no space; the transaction must then be rolled back. */
export class Journal {
  readonly credentials: Credentials;
  readonly personalData: PersonalData;
  readonly recordedEvaluations: RecordedEvaluations;
  readonly retention: Retention;
  readonly log: LogScrubber;
  readonly ticketLinkKey: KeyObject;
  readonly #opened: OpenDatabase;
  readonly #db: Database;
  readonly #batch: Batch;
  readonly #keys: Keys;
  readonly #segments: Segments;
  readonly #reader: EventReader;
  readonly #append: (event: HallEvent, head: ChainHead, answered: AnsweredColumns | null) => ChainHead;
  readonly #answers: Answers;
  readonly #persons: Persons;
  readonly #comments: Comments;
  readonly #receipts: Receipts;
  readonly #follower: ReadModelFollower;
  #followedSeq: number | null = null;
  #head: ChainHead;
  #headAtBegin: ChainHead;

  /** Throws `StartRefused` with a sentence for the person who starts the server. */
  static open(options: JournalOptions): Journal {
    return new Journal(openDatabase(options.folder), options.maxPageCount);
  }

  private constructor(opened: OpenDatabase, maxPageCount: number | undefined) {
    const { db, keys } = opened;
    this.#opened = opened;
    this.#db = db;
    this.#batch = openBatch(db);
    this.#keys = keys;
    this.#segments = openSegments(db, keys.chain);
    this.#reader = openReader(db, keys.chain, this.#segments);
    this.#append = prepareAppend(db, this.#batch, keys.chain, this.#segments);
    this.#answers = openAnswers(db);
    this.#persons = openPersons(db, keys);
    this.#comments = openComments(db, keys);
    this.#receipts = openReceipts(db);
    this.#follower = openFollower(db);
    this.credentials = openCredentials(db);
    this.log = openLogScrubber(db, opened.wasLeftOpen);
    this.personalData = openPersonalData(db, {
      persons: this.#persons,
      comments: this.#comments,
      followAll: () => {
        this.#batch.join();
        this.#follower.follow(ALL);
      },
      onErased: () => this.log.ask(),
    });
    this.recordedEvaluations = openRecordedEvaluations(db, this.#comments);
    this.retention = openRetention(db, keys.chain, {
      newestSegment: () => this.#head.segment,
      onDayDropped: (segment) => this.#answers.forgetDropped(segment),
      onOverwritten: () => this.log.ask(),
    });
    this.ticketLinkKey = keys.ticketLink;
    this.#head = this.#reader.readHead();
    this.#headAtBegin = this.#head;
    if (maxPageCount !== undefined) this.limitPages(maxPageCount);
  }

  /** Before the day's work: see reserve-log.ts. Takes tens of milliseconds. */
  reserveLog(): void {
    reserveLog(`${this.#db.name}-wal`);
  }

  begin(): void {
    this.#batch.begin();
    this.#headAtBegin = this.#head;
  }

  commit(): void {
    orStorageFull(() => this.#batch.commit());
    this.#persons.forgetPending();
  }

  /** Also right after a failed statement or commit. */
  rollback(): void {
    this.#batch.rollback();
    this.#head = this.#headAtBegin;
    this.#persons.forgetPending();
    this.#answers.reread();
  }

  /**
   * Inside a batch; `event.seq` is `lastSeq() + 1`. `answered` with the last event of a request. A `DayOpened` gets
   * its `closingHash` here.
   */
  append(event: HallEvent, answered?: Answered): void {
    orStorageFull(() => {
      const columns = answered === undefined ? null : columnsOf(answered);
      this.#head = this.#append(event, this.#head, columns);
      const { seq, segment } = this.#head;
      if (columns !== null) this.#answers.keptWith(seq, segment, columns.requestKey);
      if (event.type === 'DayOpened') this.#answers.forgetAtOpeningOf(segment);
    });
  }

  /**
   * The newest business day from its `DayOpened`, or everything when there was none. The chain is proved on the way: the
   * iteration throws `JournalBroken`. It must be read to its end before anything is written.
   */
  readForStart(): {
    readonly events: Iterable<HallEvent>;
    readonly head: { readonly seq: number; readonly hash: string };
  } {
    const { seq, hash } = this.#head;
    const events = this.#reader.verified(this.#segments.newest().firstSeq, seq);
    return { events, head: { seq, hash: hash.toString('hex') } };
  }

  /** Oldest first. */
  eventsAfter(seq: number, limit: number): HallEvent[] {
    return this.#reader.after(seq, limit);
  }

  /** 0 before the first event. */
  lastSeq(): number {
    return this.#head.seq;
  }

  /** Epoch ms of the newest event, 0 before the first. */
  lastAt(): number {
    return this.#head.at;
  }

  findAnswer(principalKey: string, requestId: string): SavedAnswer | null {
    orStorageFull(() => this.#batch.settle());
    return this.#answers.find(principalKey, requestId);
  }

  /** Of a request that made no event. `at` in epoch ms. */
  saveAnswer(answered: Answered, at: number): void {
    this.#joining(() => this.#answers.save(answered, this.#head.segment, at));
  }

  /** What an answer keeps of its request's body. */
  bodyMark(command: Command): string {
    return bodyMarkOf(this.#keys.requestBody, command);
  }

  isMarkOf(bodyMark: string, command: Command): boolean {
    return isMarkOf(this.#keys.requestBody, bodyMark, command);
  }

  resolvePerson(card: PersonPaper, at: number): ResolvedPerson {
    const { personRef, save } = this.#persons.resolve(card, at);
    return { personRef, save: () => this.#joining(save) };
  }

  /** Null when there is no such person, or the name has been cleared. */
  personName(personRef: string): string | null {
    return this.#persons.nameOf(personRef);
  }

  sealComment(text: string, at: number): SealedComment {
    const { commentRef, save } = this.#comments.seal(text, at);
    return { commentRef, save: () => this.#joining(save) };
  }

  /** Clears all names; the keyed hash stays, so that a card is still known as the same person. */
  clearPersonFields(): void {
    this.#joining(() => this.#persons.clearFields());
    this.log.ask();
  }

  saveReceipts(rows: readonly Receipt[]): void {
    orStorageFull(() => this.#receipts.save(rows));
  }

  receiptsOf(callSeq: number): string[] {
    return this.#receipts.of(callSeq);
  }

  /** Brings up to `limit` more events into the read models. Outside a transaction; the hall does it all the time. */
  followWithReadModels(limit: number): void {
    if (this.#followedSeq === this.#head.seq) return;
    orStorageFull(() => this.#follower.follow(limit));
    this.#followedSeq = readModelPosition(this.#db);
  }

  /** Makes the read models again from the events that they hold, apart from the live ones, and says where they differ. */
  rebuildReadModels(): RowDifference[] {
    const from = firstKept(readSegments(this.#db), readDropProgress(this.#db));
    return compareReadModels(this.#db, keptEvents(this.#db, readModelPosition(this.#db) ?? 0), from);
  }

  /** Outside a transaction: throws `StorageFull` while there is no space. Leaves nothing behind. */
  probeWrite(): void {
    orStorageFull(() => {
      this.#db.prepare('INSERT INTO probe (filler) VALUES (zeroblob(?))').run(PROBE_BYTES);
      this.#db.exec('DELETE FROM probe');
    });
  }

  /** How large the database may become, in pages: a full disk for tests, made larger again. */
  limitPages(maxPageCount: number): void {
    this.#db.pragma(`max_page_count = ${maxPageCount}`);
  }

  /** What the read models lack on a full disk they get after the next start. */
  close(): void {
    try {
      if (!this.#db.inTransaction) this.followWithReadModels(ALL);
    } catch (error) {
      if (!(error instanceof StorageFull)) throw error;
    } finally {
      this.#opened.close();
    }
  }

  /** A write that stands in one transaction with the events of its batch, if there is one. */
  #joining(write: () => void): void {
    orStorageFull(() => {
      this.#batch.join();
      write();
    });
  }
}
