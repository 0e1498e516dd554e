// Carries out how long things are kept, one bounded piece at a time: nobody at a counter waits for more than one.
import type { KeyObject } from 'node:crypto';
import type { RetentionLimits } from '@jiaohao/contracts/retention';
import type { Database } from 'better-sqlite3';
import { prepareDropDays } from './drop-days.ts';
import { orStorageFull } from './errors.ts';
import { openOldRows } from './old-rows.ts';
import type { OldRows } from './old-rows.ts';

export interface Dropped {
  businessDays: number;
  /** The newest business day that went; null without one. */
  lastBusinessDay: string | null;
  persons: number;
  /** By their own age; those of dropped days are not counted. */
  comments: number;
}

export interface RetentionRound {
  readonly dropped: Readonly<Dropped>;
  /** One piece, as large as so many events, in a transaction of its own. False when all is done. Throws `StorageFull`. */
  step(events: number): boolean;
}

/** Overwritten rows lie all over their tables: each costs as much as so many events, which lie side by side. */
const EVENTS_A_ROW = 5;

export interface Retention {
  begin(limits: RetentionLimits): RetentionRound;
}

export function openRetention(
  db: Database,
  key: KeyObject,
  parts: {
    readonly newestSegment: () => number;
    /** Answers to requests of this segment, and all before, have gone with their days. */
    readonly onDayDropped: (segment: number) => void;
    readonly onOverwritten: () => void;
  },
): Retention {
  const dropDays = prepareDropDays(db, key);
  const begin = (limits: RetentionLimits): RetentionRound => {
    const { businessDaysKept, personsSeenBefore, commentsWrittenBefore } = limits;
    const firstKept = businessDaysKept === null ? 0 : parts.newestSegment() - businessDaysKept + 1;
    const persons = personsSeenBefore === null ? null : openOldRows(db, 'person', personsSeenBefore);
    const comments =
      commentsWrittenBefore === null ? null : openOldRows(db, 'evaluation_comment', commentsWrittenBefore);
    const dropped: Dropped = { businessDays: 0, lastBusinessDay: null, persons: 0, comments: 0 };

    const dropRows = (rows: OldRows | null, what: 'persons' | 'comments', most: number): boolean => {
      const gone = rows?.next(Math.ceil(most / EVENTS_A_ROW)) ?? null;
      if (gone === null) return false;
      dropped[what] += gone;
      if (gone > 0) parts.onOverwritten();
      return true;
    };
    const dropOfDay = (most: number): boolean => {
      const step = dropDays(firstKept, most);
      if (step.state === 'done' || step.state === 'waits') return false;
      parts.onOverwritten();
      if (step.state === 'more') return true;
      parts.onDayDropped(step.segment);
      // Segment 0 is what was before the first business day.
      if (step.businessDay !== null) dropped.businessDays += 1;
      dropped.lastBusinessDay = step.businessDay;
      return true;
    };
    const step = (most: number) =>
      dropRows(persons, 'persons', most) || dropRows(comments, 'comments', most) || dropOfDay(most);
    return { dropped, step: (most) => orStorageFull(() => step(most)) };
  };
  return { begin };
}
