// Everything that has happened: the journal's words. A released event is never changed; a change is a new type.
import { z } from 'zod';
import { DeviceCondition, PrintFailure } from './commands.ts';
import { EvaluationState, LapseReason, Rating } from './evaluation.ts';
import { ReasonCode } from './evaluation-reasons.ts';
import { HallConfig } from './hall-config.ts';
import {
  BusinessDay,
  CallSeq,
  CommentRef,
  DurationMs,
  EvaluationId,
  Instant,
  PersonRef,
  Seq,
  TicketId,
  TicketNumber,
} from './ids.ts';
import { Principal } from './principal.ts';
import { IssueChannel, PriorityClass, TicketState } from './ticket.ts';

const id = z.string();

export const DayCause = z.enum(['calendar', 'staff']);

/** An evaluation as a day hands it to the next: it may still be supplemented. */
export const CarriedEvaluation = z.strictObject({
  evaluationId: EvaluationId,
  ticketId: TicketId,
  ticketNumber: TicketNumber,
  windowId: id,
  staffNo: id.nullable(),
  state: EvaluationState,
  lapsedAt: Instant,
});

/** What one business day hands to the next; with it a start needs no older event. */
export const CarriedState = z.strictObject({
  configHash: z.string(),
  config: HallConfig,
  /** `sinceAt` is missing in journals that were begun before it was carried. */
  devices: z.array(z.strictObject({ terminalId: id, device: DeviceCondition, sinceAt: Instant.optional() })),
  evaluations: z.array(CarriedEvaluation),
});
export type CarriedState = z.infer<typeof CarriedState>;

const call = { callSeq: CallSeq, ticketId: TicketId, windowId: id, callCount: z.int().min(1) };
const evaluation = { evaluationId: EvaluationId, ticketId: TicketId };

export const EventBody = z.discriminatedUnion('type', [
  /** The configuration itself is kept once, by its hash. */
  z.strictObject({ type: z.literal('HallConfigured'), configHash: z.string(), config: HallConfig }),
  z.strictObject({
    type: z.literal('DayOpened'),
    businessDay: BusinessDay,
    cause: DayCause,
    /** Chain hash of the last event before this one; filled in by the journal. */
    closingHash: z.string().nullable(),
    carried: CarriedState,
  }),
  z.strictObject({ type: z.literal('DayClosed'), businessDay: BusinessDay, cause: DayCause }),
  z.strictObject({ type: z.literal('TicketingOpened') }),
  z.strictObject({ type: z.literal('TicketingClosed') }),
  z.strictObject({ type: z.literal('ClerkSignedIn'), windowId: id, staffNo: id }),
  z.strictObject({
    type: z.literal('ClerkSignedOut'),
    windowId: id,
    staffNo: id,
    cause: z.enum(['clerk', 'signedInElsewhere', 'dayClosed']),
  }),
  z.strictObject({
    type: z.literal('TicketIssued'),
    ticketId: TicketId,
    ticketNumber: TicketNumber,
    queueId: id,
    serviceItemId: id.nullable(),
    personRef: PersonRef.nullable(),
    priorityClass: PriorityClass,
    priorityReason: z.enum(['age']).nullable(),
    peopleAhead: z.int().min(0),
    estimatedWaitMs: DurationMs.nullable(),
    channel: IssueChannel,
    terminalId: id.nullable(),
  }),
  z.strictObject({ type: z.literal('TicketPrinted'), ticketId: TicketId, attempt: z.int().min(1) }),
  z.strictObject({
    type: z.literal('TicketPrintingFailed'),
    ticketId: TicketId,
    attempt: z.int().min(1),
    failure: PrintFailure,
    code: z.string(),
  }),
  z.strictObject({ type: z.literal('TicketReprinted'), ticketId: TicketId, attempt: z.int().min(2) }),
  z.strictObject({ type: z.literal('DeviceReported'), terminalId: id, device: DeviceCondition }),
  z.strictObject({ type: z.literal('TicketCalled'), ...call, staffNo: id }),
  z.strictObject({ type: z.literal('TicketRecalled'), ...call, staffNo: id }),
  z.strictObject({ type: z.literal('CallSeen'), callSeq: CallSeq, displayId: id }),
  z.strictObject({
    type: z.literal('ServingStarted'),
    ticketId: TicketId,
    windowId: id,
    startedAt: Instant,
    /** True when nobody pressed it: the start was put at the last call. */
    inferred: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('ServingFinished'),
    ticketId: TicketId,
    windowId: id,
    staffNo: id,
    servingMs: DurationMs,
  }),
  z.strictObject({ type: z.literal('TicketMissed'), ticketId: TicketId, windowId: id, seen: z.boolean() }),
  z.strictObject({ type: z.literal('TicketRequeued'), ticketId: TicketId, behindTicketId: TicketId.nullable() }),
  z.strictObject({ type: z.literal('TicketExpired'), ticketId: TicketId, from: TicketState }),
  z.strictObject({ type: z.literal('WindowPaused'), windowId: id, reason: z.string() }),
  z.strictObject({ type: z.literal('WindowResumed'), windowId: id }),
  z.strictObject({
    type: z.literal('EvaluationRequested'),
    ...evaluation,
    windowId: id,
    staffNo: id.nullable(),
    /** 1 for the first asking of this serving. */
    asking: z.int().min(1),
  }),
  z.strictObject({
    type: z.literal('EvaluationRecorded'),
    ...evaluation,
    rating: Rating,
    /** Given after the lapse, within the supplement period (补评). */
    supplement: z.boolean(),
    /** Of a supplement whose terminal said so: when the applicant answered. The supplement period is judged by it. */
    ratedAt: Instant.optional(),
    /** Entered by staff for somebody: marked, and left out of the rates. */
    onBehalf: z.boolean(),
    /** In rising order, at least one; left out where none was chosen. */
    reasons: z.array(ReasonCode).min(1).optional(),
    /** Its text is kept outside the journal; left out where nothing was written. */
    commentRef: CommentRef.optional(),
  }),
  z.strictObject({ type: z.literal('EvaluationLapsed'), ...evaluation, reason: LapseReason }),
  /** On somebody's request. The surrogates say what went; nothing leads back from them any more. */
  z.strictObject({
    type: z.literal('PersonalDataErased'),
    personRef: PersonRef.nullable(),
    commentRefs: z.array(CommentRef),
  }),
]);
export type EventBody = z.infer<typeof EventBody>;
export type EventType = EventBody['type'];

export const EventEnvelope = z.object({ seq: Seq, at: Instant, who: Principal });
export type HallEvent = EventBody & { readonly seq: number; readonly at: number; readonly who: Principal };
export type EventOf<T extends EventType> = Extract<HallEvent, { type: T }>;
