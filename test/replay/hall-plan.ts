// The hall for a replayed day: its configuration, and where the day lies on the hall's clock.
import { HallConfig } from '@jiaohao/contracts/hall-config';
import type { DayModel, ModelQueue } from './day-model.ts';
import { clockTimeOf } from './office-day.ts';

const TIME_ZONE = 'Europe/Warsaw';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const KIOSKS = 4;
/** Real time between the start of the fast server and the opening, for everybody to connect and sign in. */
const LEAD_REAL_MS = 4_000;
/** What the hall keeps free before midnight, which ends the business day whoever still waits. */
const MARGIN_MS = 45 * MINUTE_MS;
const MARGIN_REAL_MS = 5_000;
/** A whole day takes about this long unless --speed says otherwise. */
const DAY_REAL_MS = 80_000;
export const SPEED_MAX = 5_000;

export interface ReplayHall {
  readonly config: HallConfig;
  readonly windows: readonly { readonly windowId: string; readonly staffNo: string }[];
  readonly kioskIds: readonly string[];
  readonly displayId: string;
}

/** A day that cannot be replayed as it is; the message says why and what would help. */
export class NotReplayable extends Error {
  override readonly name = 'NotReplayable';
}

/** Throws NotReplayable where the hall's limits are too small for the data: nothing is left out silently. */
export function replayHall(model: DayModel): ReplayHall {
  const windows = model.queues.flatMap((queue) =>
    Array.from({ length: queue.windows }, () => ({ queueIds: [hallQueueId(queue.queueId)] })),
  );
  const numbered = windows.map((window, at) => ({
    ...window,
    windowId: `w${at + 1}`,
    label: String(at + 1),
    zoneId: 'hall',
  }));
  const prefixes = prefixesFor(model.queues);
  const kioskIds = Array.from({ length: KIOSKS }, (_, at) => `kiosk${at + 1}`);
  const config = HallConfig.safeParse({
    hall: { hallId: 'replay', name: { zh: model.office, en: model.office }, timeZone: TIME_ZONE },
    zones: [{ zoneId: 'hall', name: { zh: '大厅', en: 'Hall' }, floor: 1 }],
    queues: model.queues.map((queue, at) => ({
      queueId: hallQueueId(queue.queueId),
      name: { zh: `${queue.letter} 队列`, en: `Queue ${queue.letter}, ${queue.queueId}` },
      prefix: prefixes[at],
      zoneId: 'hall',
    })),
    serviceItems: model.queues.map((queue) => ({
      serviceItemId: hallQueueId(queue.queueId),
      name: { zh: `${queue.letter} 事项`, en: `Service ${queue.letter}, ${queue.queueId}` },
      queueId: hallQueueId(queue.queueId),
    })),
    windows: numbered,
    // Every weekday alike: the day of the data decides who comes, not the calendar.
    hours: Object.fromEntries(
      ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((weekday) => [
        weekday,
        [{ opens: '00:00', closes: '24:00' }],
      ]),
    ),
    terminals: kioskIds.map((terminalId) => ({ terminalId, role: 'kiosk', zoneId: 'hall' })),
    displays: [{ displayId: 'board1', kind: 'board', zoneId: null }],
    staff: numbered.map((_, at) => ({ staffNo: String(1001 + at), name: `Clerk ${at + 1}` })),
  });
  if (!config.success) {
    const reasons = config.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new NotReplayable(`No hall can be made for this day (${windows.length} windows): ${reasons}`);
  }
  const staffed = numbered.map(({ windowId }, at) => ({ windowId, staffNo: String(1001 + at) }));
  return { config: config.data, windows: staffed, kioskIds, displayId: 'board1' };
}

export function hallQueueId(queueId: string): string {
  return `q${queueId}`;
}

const LETTERS = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));

/** The queue's own letter where it is free, else two letters that begin with it, else any two. */
export function prefixesFor(queues: readonly ModelQueue[]): string[] {
  const taken = new Set<string>();
  const all = [...LETTERS, ...LETTERS.flatMap((first) => LETTERS.map((second) => first + second))];
  return queues.map(({ letter, queueId }) => {
    const own = letter
      .toUpperCase()
      .replaceAll(/[^A-Z]/g, '')
      .slice(0, 1);
    const wanted = own === '' ? all : [own, ...all.filter((each) => each.length === 2 && each.startsWith(own)), ...all];
    const prefix = wanted.find((each) => !taken.has(each));
    if (prefix === undefined) throw new NotReplayable(`There is no prefix left for queue ${queueId}.`);
    taken.add(prefix);
    return prefix;
  });
}

export interface DaySchedule {
  readonly speed: number;
  /** Start of the local day of the data: epoch ms. Visitors' times count from here, earlier by `shiftMs`. */
  readonly midnightAt: number;
  /** How much earlier than in the data everything happens, so that everybody has left before the day ends. */
  readonly shiftMs: number;
  /** Where the fast clock begins. */
  readonly clockStartAt: number;
  readonly originAt: number;
}

/** Throws NotReplayable when even a start at midnight leaves people behind at the next. */
export function daySchedule(model: DayModel, wantedSpeed: number | null): DaySchedule {
  const lengthMs = model.endsMs - model.opensMs;
  const speed = wantedSpeed ?? Math.min(SPEED_MAX, Math.max(60, Math.round(lengthMs / DAY_REAL_MS)));
  const leadMs = LEAD_REAL_MS * speed;
  const lateMs = model.endsMs + MARGIN_MS + MARGIN_REAL_MS * speed - DAY_MS;
  const roomMs = model.opensMs - leadMs - MINUTE_MS;
  const shiftMs = Math.ceil(Math.max(0, lateMs) / MINUTE_MS) * MINUTE_MS;
  if (shiftMs > Math.max(0, roomMs)) {
    throw new NotReplayable(
      `The last visitor leaves ${(lengthMs / HOUR_MS).toFixed(1)} h after the opening at ${clockTimeOf(Math.floor(model.opensMs / MINUTE_MS))}, ` +
        'too long for a business day at this speed: a day ends at midnight. Fewer visitors, more counters or a lower --speed would help.',
    );
  }
  const midnightAt = localMidnight(model.date);
  const originAt = midnightAt - shiftMs;
  const clockStartAt = Math.max(midnightAt + MINUTE_MS, originAt + model.opensMs - leadMs);
  return { speed, midnightAt, shiftMs, clockStartAt, originAt };
}

/** The instant at which the day begins in the hall's zone: the one whose local time reads 00:00 of that date. */
export function localMidnight(date: string): number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, dateStyle: 'short', timeStyle: 'medium' });
  const asUtc = Date.parse(`${date}T00:00:00Z`);
  const candidates = Array.from({ length: 29 }, (_, at) => asUtc + (at - 14) * HOUR_MS);
  return candidates.find((at) => format.format(at) === `${date} 00:00:00`) ?? asUtc;
}
