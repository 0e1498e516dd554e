// What an applicant's phone may see: one ticket, and how far its queue has come.
import { z } from 'zod';
import { Bilingual, Instant } from './ids.ts';
import { TicketState } from './ticket.ts';

const seq = z.int().min(0);

/** Beyond this many of a class a phone knows only that there are more. */
export const PROGRESS_PLACES_MAX = 400;

const Place = z.strictObject({ zoneName: Bilingual, floor: z.int() });

/** What an applicant's phone shows of the one ticket whose link it has. No word of the person, nor of anybody else. */
export const TicketView = z.strictObject({
  seq,
  hallName: Bilingual,
  timeZone: z.string(),
  ticketId: z.int(),
  ticketNumber: z.string(),
  queueId: z.string(),
  /** What the number is for: the service item, or the queue of a one-key ticket. */
  serviceName: Bilingual,
  state: TicketState,
  /** Where to wait. */
  waitingPlace: Place,
  /** The newest call, while it counts. */
  call: z
    .strictObject({
      callSeq: z.int(),
      calledAt: Instant,
      callCount: z.int().min(1),
      windowLabel: z.string(),
      place: Place,
    })
    .nullable(),
});

/** How far a queue has come, for everybody who waits in it: each phone finds its own place (rules Q16, Q17). */
export const QueueProgress = z.strictObject({
  seq,
  /** ticketIds in the order of calling, by class; at most 400 each. */
  ordinary: z.array(z.int()).max(PROGRESS_PLACES_MAX),
  priority: z.array(z.int()).max(PROGRESS_PLACES_MAX),
  ordinaryWaiting: z.int().min(0),
  priorityWaiting: z.int().min(0),
  priorityInRowMax: z.int().min(1),
  /** Mean serving time of the queue today. */
  servingMs: z.int().min(0),
  /** Windows that call from the queue now, and whether one of them is free. */
  windows: z.int().min(0),
  isWindowFree: z.boolean(),
});
