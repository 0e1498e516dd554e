// A journal in a folder of its own for a test, and both gone after it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventBody, HallEvent } from '@jiaohao/contracts/events';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { Journal } from '../event-journal.ts';
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
