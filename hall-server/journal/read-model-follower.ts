// Read models a moment behind the events: reports can wait for their rows, a person at the counter should not.
import type { Database } from 'better-sqlite3';
import { prepareKeptEvents } from './read-events.ts';
import { prepareReadModels } from './read-models.ts';

export interface ReadModelFollower {
  /** Takes up to `limit` of the events that are not in the read models yet; in the transaction under way, else in one of its own. */
  follow(limit: number): void;
}

export function openFollower(db: Database): ReadModelFollower {
  const apply = prepareReadModels(db);
  const eventsAfter = prepareKeptEvents(db);
  const setPosition = db.prepare('UPDATE read_model_position SET seq = ?');
  const takeUp = db.transaction((limit: number) => {
    const position = readModelPosition(db);
    if (position === null) throw new Error('How far the read models have come is no longer known.');
    const events = eventsAfter(position, limit);
    for (const { event, segment } of events) apply(event, segment);
    const newest = events.at(-1)?.event.seq;
    if (newest !== undefined) setPosition.run(newest);
  });
  return { follow: (limit) => takeUp.immediate(limit) };
}

/** The seq of the newest event that the read models hold; null when somebody has taken the row away. */
export function readModelPosition(db: Database): number | null {
  return db.prepare<[], number>('SELECT seq FROM read_model_position').pluck().get() ?? null;
}
