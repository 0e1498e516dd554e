// Lets go what has been kept long enough (rule Q34): at a start, at each new day, and when the rules change; a piece now and then.
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import { todayAt } from './calendar.ts';
import { retentionLimits } from './engine/retention.ts';
import { StorageFull } from './journal/errors.ts';
import type { Journal } from './journal/event-journal.ts';
import type { Dropped, RetentionRound } from './journal/retention.ts';

export interface RetentionSurroundings {
  readonly journal: Journal;
  /** The one writer, as it is now; its clock in epoch ms. */
  readonly hall: {
    readonly state: { readonly config: HallConfig | null; readonly day: { readonly businessDay: string } | null };
    readonly isStorageFull: boolean;
    now(): number;
  };
  /** After a round in which something went. */
  readonly onDropped: (dropped: Dropped) => void;
}

export interface RetentionDriver {
  /** Ends at once; what is left goes after the next start. */
  stop(): void;
}

/** One piece a fifth of a second: a press waits for one at most, and the disk is free between two. */
const PIECE_EVERY_MS = 200;
/** A few milliseconds of work. */
const PIECE_ROWS = 500;
/** While somebody reads the database (an audit) its log cannot be scrubbed. */
const SCRUB_AGAIN_AFTER_MS = 5_000;

export function startRetention(around: RetentionSurroundings): RetentionDriver {
  const { journal } = around;
  const nextRound = prepareRounds(around);
  let round: RetentionRound | null = null;
  let scrubAtMs = 0;

  const scrub = () => {
    // On a full disk the room of the log must not be given away.
    if (!journal.log.isDue || performance.now() < scrubAtMs || around.hall.isStorageFull) return;
    scrubAtMs = performance.now() + SCRUB_AGAIN_AFTER_MS;
    journal.log.scrub();
  };
  const work = () => {
    round ??= nextRound();
    if (round === null) {
      scrub();
      return;
    }
    if (round.step(PIECE_ROWS)) return;
    const { dropped } = round;
    round = null;
    if (dropped.businessDays + dropped.persons + dropped.comments > 0) around.onDropped(dropped);
  };
  const timer = setInterval(() => {
    try {
      work();
    } catch (error) {
      // The same piece again, until there is space: what goes makes some.
      if (!(error instanceof StorageFull)) throw error;
    }
  }, PIECE_EVERY_MS);
  return { stop: () => clearInterval(timer) };
}

/** The result begins a round where one is due: another configuration, another business day, another calendar day. */
function prepareRounds({ journal, hall }: RetentionSurroundings): () => RetentionRound | null {
  let last: { readonly config: HallConfig; readonly businessDay: string | null; readonly nextDayAt: number } | null =
    null;
  return () => {
    const { config, day } = hall.state;
    if (config === null) return null;
    const now = hall.now();
    const businessDay = day?.businessDay ?? null;
    if (last?.config === config && last.businessDay === businessDay && now < last.nextDayAt) return null;
    last = { config, businessDay, nextDayAt: todayAt(config, now).nextDayAt };
    return journal.retention.begin(retentionLimits(config.policies, now));
  };
}
