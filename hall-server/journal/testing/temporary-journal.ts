// A journal in a folder of its own for a test, and both gone after it.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventBody, HallEvent } from '@jiaohao/contracts/events';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { openComments } from '../comments.ts';
import { Journal } from '../event-journal.ts';
import { openForReading } from '../open-database.ts';
import type { DataSubject, FoundData } from '../personal-data.ts';
import { configured, dayOpened, eventsFrom, visit } from './sample-events.ts';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'journal-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Appends in one transaction, behind what is there. */
export function appendAll(journal: Journal, bodies: readonly EventBody[]): HallEvent[] {
  const events = eventsFrom(journal.lastSeq() + 1, bodies);
  journal.begin();
  for (const event of events) journal.append(event);
  journal.commit();
  return events;
}

/** A hall configured, with two business days of one visit each: 20 events, the second day from seq 12. */
export function twoDays(journal: Journal): void {
  appendAll(journal, [configured(), dayOpened('2026-03-02')]);
  appendAll(journal, visit(3));
  appendAll(journal, [{ type: 'DayClosed', businessDay: '2026-03-02', cause: 'staff' }, dayOpened('2026-03-03')]);
  appendAll(journal, visit(13));
}

/** Finds what there is of somebody and erases it, as a request does; answers what was there. */
export function eraseData(journal: Journal, subject: DataSubject): FoundData {
  journal.begin();
  const found = journal.personalData.find(subject);
  journal.personalData.erase(found);
  journal.commit();
  return found;
}

/** Lets all business days go but the newest `count`, in pieces of `events`; how many went. */
export function keepDays(journal: Journal, count: number, events = 1_000): number {
  journal.followWithReadModels(journal.lastSeq());
  const limits = { businessDaysKept: count, personsSeenBefore: null, commentsWrittenBefore: null };
  const round = journal.retention.begin(limits);
  while (round.step(events));
  return round.dropped.businessDays;
}

/** A free text, read beside the journal; null when it is gone. */
export function commentText(folder: string, commentRef: string): string | null {
  const opened = openForReading(folder);
  try {
    return openComments(opened.db, opened.keys).textOf(commentRef);
  } finally {
    opened.close();
  }
}

/** Every byte of every file of a folder. */
export function bytesOf(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Buffer.concat(files.map((file) => readFileSync(join(file.parentPath, file.name))));
}

/** Runs SQL past the journal, as somebody with access to the file could. */
export function tamper(folder: string, sql: string): void {
  const db = new Database(join(folder, 'hall.db'));
  db.exec(sql);
  db.close();
}

export function withJournal<T>(folder: string, work: (journal: Journal) => T): T {
  const journal = Journal.open({ folder });
  try {
    return work(journal);
  } finally {
    journal.close();
  }
}

/** Reads beside the journal. */
export function queryAll(folder: string, sql: string): unknown[] {
  const db = new Database(join(folder, 'hall.db'), { readonly: true });
  try {
    return db.prepare<[]>(sql).all();
  } finally {
    db.close();
  }
}
