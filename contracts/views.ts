// What each audience may see, whole, with the seq of the newest event in it. What is not here is not shown: the privacy boundary.
import { z } from 'zod';
import { DeviceCondition } from './commands.ts';
import { expected } from './field-words.ts';
import { WithoutPrinter, WithoutReader } from './hall-config.ts';
import { EvaluationState } from './evaluation.ts';
import { Bilingual, Instant } from './ids.ts';
import { QueueProgress, TicketView } from './phone-views.ts';

const seq = z.int().min(0);
const ms = z.int().min(0);

/** `hall` or a zoneId; a window; the one kiosk view; the list of windows for signing in; a ticket; a queue. */
export const TOPIC_KINDS = [
  'boardCalls',
  'boardStatus',
  'windowScreenCalls',
  'windowScreenStatus',
  'clerkCalls',
  'clerkStatus',
  'windowTerminal',
  'pad',
  'kiosk',
  'windows',
  'ticket',
  'queueProgress',
] as const;
export type TopicKind = (typeof TOPIC_KINDS)[number];
/** `kind/id`, e.g. `boardCalls/hall`, `clerkCalls/w05`, `kiosk/hall`, `windows/hall`. */
export type Topic = `${TopicKind}/${string}`;
export const Topic = z
  .string()
  .max(80)
  .refine((text): text is Topic => TOPIC_KINDS.some((kind) => text.startsWith(`${kind}/`)), expected('topic'));

/** Calls that a board shows, newest first; at most 12, at most 2 kB. */
export const BoardCalls = z.strictObject({
  seq,
  calls: z
    .array(
      z.strictObject({
        callSeq: z.int(),
        ticketNumber: z.string(),
        windowLabel: z.string(),
        calledAt: Instant,
        callCount: z.int().min(1),
        /** Null until serving starts; a board drops the number 30 s later. */
        startedAt: Instant.nullable(),
      }),
    )
    .max(12),
});

export const BoardStatus = z.strictObject({
  seq,
  hallName: Bilingual,
  /** Null on a board for the whole hall. */
  zoneName: Bilingual.nullable(),
  timeZone: z.string(),
  isDayOpen: z.boolean(),
  isTicketing: z.boolean(),
  queues: z.array(
    z.strictObject({
      queueId: z.string(),
      name: Bilingual,
      waiting: z.int().min(0),
      /** For somebody arriving now; null when a window is free. */
      estimatedWaitMs: ms.nullable(),
    }),
  ),
});

export const WindowPhase = z.enum(['closed', 'free', 'called', 'serving', 'paused']);
export type WindowPhase = z.infer<typeof WindowPhase>;

export const WindowScreenCalls = z.strictObject({
  seq,
  phase: WindowPhase,
  /** Only in the phases called and serving. */
  ticketNumber: z.string().nullable(),
  callSeq: z.int().nullable(),
  calledAt: Instant.nullable(),
  callCount: z.int().min(0),
});

export const WindowScreenStatus = z.strictObject({
  seq,
  windowLabel: z.string(),
  hallName: Bilingual,
  timeZone: z.string(),
  services: z.array(Bilingual),
  /** Number only, never a name. */
  staffNo: z.string().nullable(),
  /** At most two numbers that will be called next here, if nothing changes. */
  getReady: z.array(z.string()).max(2),
});

export const ClerkTicket = z.strictObject({
  ticketId: z.int(),
  ticketNumber: z.string(),
  queueName: Bilingual,
  serviceItemName: Bilingual.nullable(),
  isPriority: z.boolean(),
  hasIdCard: z.boolean(),
  state: z.enum(['called', 'serving']),
  issuedAt: Instant,
  callSeq: z.int(),
  calledAt: Instant,
  callCount: z.int(),
  /** Some display has shown the newest call. */
  isSeen: z.boolean(),
  startedAt: Instant.nullable(),
  nominalServingMs: ms,
});

export const ClerkCalls = z.strictObject({
  seq,
  windowId: z.string(),
  windowLabel: z.string(),
  staffNo: z.string().nullable(),
  staffName: z.string().nullable(),
  phase: WindowPhase,
  pauseReason: z.string().nullable(),
  ticket: ClerkTicket.nullable(),
  /** Whom callNext would call now. */
  next: z.strictObject({ ticketId: z.int(), ticketNumber: z.string(), isPriority: z.boolean() }).nullable(),
  /** The newest evaluation of this window: asked, received, lapsed; never its value. */
  evaluation: z
    .strictObject({ evaluationId: z.int(), ticketNumber: z.string(), state: EvaluationState, requestedAt: Instant })
    .nullable(),
  /** Missed tickets of this window's queues, newest first; at most 20. */
  missed: z
    .array(z.strictObject({ ticketId: z.int(), ticketNumber: z.string(), queueName: Bilingual, missedAt: Instant }))
    .max(20),
  callSeenWithinMs: ms,
  /** Under `byKey` a ticket only called cannot be finished, and the next call makes it missed. */
  startServing: z.enum(['inferred', 'byKey']),
});

export const ClerkStatus = z.strictObject({
  seq,
  hallName: Bilingual,
  timeZone: z.string(),
  isDayOpen: z.boolean(),
  waiting: z.int().min(0),
  longestWaitingSinceAt: Instant.nullable(),
  queues: z.array(z.strictObject({ queueId: z.string(), name: Bilingual, waiting: z.int().min(0) })),
  /** The next tickets in the true order of calling; at most 6. */
  nextTickets: z
    .array(
      z.strictObject({
        ticketId: z.int(),
        ticketNumber: z.string(),
        queueName: Bilingual,
        isPriority: z.boolean(),
        issuedAt: Instant,
      }),
    )
    .max(6),
  /** Figures of this window's clerk today. Participation = recorded / requested. */
  today: z.strictObject({
    finished: z.int(),
    servingMsTotal: ms,
    evaluationsRequested: z.int(),
    evaluationsRecorded: z.int(),
    pausedMs: ms,
    pausedSinceAt: Instant.nullable(),
  }),
  /** Devices in trouble or at this window. */
  devices: z.array(z.strictObject({ terminalId: z.string(), device: DeviceCondition })),
});

export const WindowTerminal = z.strictObject({
  seq,
  windowId: z.string(),
  windowLabel: z.string(),
  staffNo: z.string().nullable(),
  phase: WindowPhase,
  ticketNumber: z.string().nullable(),
  /** What a key of a call pad is about. */
  openTicketId: z.int().nullable(),
  /** The evaluation that the pad should ask for now. */
  evaluationDue: z
    .strictObject({
      evaluationId: z.int(),
      ticketId: z.int(),
      ticketNumber: z.string(),
      requestedAt: Instant,
      lapsesAt: Instant,
      asking: z.int().min(1),
    })
    .nullable(),
});

/** A tablet at a window: who serves there, and what to ask for. Nothing of applicants but the number whose service is rated. */
export const PadView = z.strictObject({
  seq,
  windowId: z.string(),
  windowLabel: z.string(),
  hallName: Bilingual,
  services: z.array(Bilingual),
  staffNo: z.string().nullable(),
  staffName: z.string().nullable(),
  phase: WindowPhase,
  evaluationDue: z
    .strictObject({
      evaluationId: z.int(),
      ticketId: z.int(),
      ticketNumber: z.string(),
      /** Who served; another clerk may have signed in since. */
      staffNo: z.string().nullable(),
      requestedAt: Instant,
      lapsesAt: Instant,
      /** Until then a rating begun in time is still taken, as a supplement (补评). */
      acceptedUntilAt: Instant,
      asking: z.int().min(1),
    })
    .nullable(),
});

export const KioskView = z.strictObject({
  seq,
  hallName: Bilingual,
  timeZone: z.string(),
  complaintPhone: z.string().nullable(),
  isDayOpen: z.boolean(),
  isTicketing: z.boolean(),
  /** The open day's hours for the closed page, empty while no day is open, e.g. [{opens: '08:30', closes: '12:00'}]. */
  hoursToday: z.array(z.strictObject({ opens: z.string(), closes: z.string() })),
  waiting: z.int().min(0),
  /** Mean wait of the last calls; null before the first. */
  averageWaitMs: ms.nullable(),
  waitTargetMs: ms,
  /** The hall's rules for kiosks whose devices fail; absent: `touch` and `onScreen`. */
  withoutReader: WithoutReader.exactOptional(),
  withoutPrinter: WithoutPrinter.exactOptional(),
  comprehensiveQueueId: z.string().nullable(),
  zones: z.array(z.strictObject({ zoneId: z.string(), name: Bilingual, floor: z.int() })),
  queues: z.array(
    z.strictObject({
      queueId: z.string(),
      name: Bilingual,
      zoneId: z.string(),
      idCard: z.enum(['required', 'optional']),
      waiting: z.int().min(0),
      estimatedWaitMs: ms.nullable(),
    }),
  ),
  serviceItems: z.array(
    z.strictObject({ serviceItemId: z.string(), name: Bilingual, queueId: z.string(), icon: z.string() }),
  ),
});

/** For the clerk's sign-in page. */
export const WindowsView = z.strictObject({
  seq,
  hallName: Bilingual,
  windows: z.array(
    z.strictObject({
      windowId: z.string(),
      label: z.string(),
      zoneName: Bilingual,
      services: z.array(Bilingual),
      staffNo: z.string().nullable(),
    }),
  ),
});

export const viewSchemas = {
  boardCalls: BoardCalls,
  boardStatus: BoardStatus,
  windowScreenCalls: WindowScreenCalls,
  windowScreenStatus: WindowScreenStatus,
  clerkCalls: ClerkCalls,
  clerkStatus: ClerkStatus,
  windowTerminal: WindowTerminal,
  pad: PadView,
  kiosk: KioskView,
  windows: WindowsView,
  ticket: TicketView,
  queueProgress: QueueProgress,
} as const satisfies Record<TopicKind, z.ZodType>;

export type ViewOf<K extends TopicKind> = z.infer<(typeof viewSchemas)[K]>;
export type AnyView = { [K in TopicKind]: ViewOf<K> }[TopicKind];
export type BoardCalls = ViewOf<'boardCalls'>;
export type BoardStatus = ViewOf<'boardStatus'>;
export type WindowScreenCalls = ViewOf<'windowScreenCalls'>;
export type WindowScreenStatus = ViewOf<'windowScreenStatus'>;
export type ClerkCalls = ViewOf<'clerkCalls'>;
export type ClerkStatus = ViewOf<'clerkStatus'>;
export type WindowTerminal = ViewOf<'windowTerminal'>;
export type PadView = ViewOf<'pad'>;
export type KioskView = ViewOf<'kiosk'>;
export type WindowsView = ViewOf<'windows'>;
export type TicketView = ViewOf<'ticket'>;
export type QueueProgress = ViewOf<'queueProgress'>;
