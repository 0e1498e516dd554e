// One day of one office as the replay needs it, whichever file it came from.

export interface QueueDay {
  /** The office's own number of the queue; letters repeat, this does not. */
  readonly queueId: string;
  readonly letter: string;
  /** Who waited when the queue was first seen, and at which step that was (0: the opening). */
  readonly waitingAtOpening: number;
  readonly openingStep: number;
  /** How often each non-zero number of open counters was seen: counters -> rows. */
  readonly openCounters: ReadonlyMap<number, number>;
  /** People who came between the step before and this one. */
  readonly arrivals: readonly { readonly step: number; readonly count: number }[];
}

export interface OfficeDay {
  readonly office: string;
  /** YYYY-MM-DD, local. */
  readonly date: string;
  /** Local times of the snapshots in minutes after midnight, ascending. */
  readonly stepMinutes: readonly number[];
  readonly queues: readonly QueueDay[];
}

/** A file that is not what it should be; the message names line and column. */
export class MalformedFile extends Error {
  override readonly name = 'MalformedFile';
}

/** `08:05` -> 485; null for anything else. */
export function minutesOf(clockTime: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clockTime);
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
}

/** 485 -> `08:05`. */
export function clockTimeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export function isDate(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
