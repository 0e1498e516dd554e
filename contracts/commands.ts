// Everything that can be asked of the hall: one schema a command, and what each answers.
import { z } from 'zod';
import { COMMENT_LENGTH_MAX, LapseReason, Rating } from './evaluation.ts';
import { ReasonCode } from './evaluation-reasons.ts';
import { expected } from './field-words.ts';
import { HallConfig } from './hall-config.ts';
import { BusinessDay, ConfiguredId, EvaluationId, Instant, RequestId, StaffNo, TicketId, TicketNumber } from './ids.ts';
import { IssuedTicket } from './ticket.ts';
import { TypedIdNumber } from './typed-id-number.ts';

const atWindow = { windowId: ConfiguredId };
/**
 * What the sender shows as the open ticket of the window while the key is pressed; null: none. Where another one is open by then, the
 * command is refused (`ticketChanged`, rule Q31). Left out, whatever is open is meant.
 */
const atOpenTicket = { ...atWindow, openTicketId: TicketId.nullable().optional() };
const onTicket = { ticketId: TicketId };

/** An ID card as a reader gave it. Leaves the wire before the rules see it: docs/architecture.md, personal data. */
export const IdCardInput = z.strictObject({
  idNumber: z.string().min(5).max(18),
  name: z.string().min(1).max(80),
  /** YYYY-MM-DD; where absent it is read out of an 18-digit number. */
  birth: z.iso.date().optional(),
});

/** A paper with a machine-readable zone (ICAO Doc 9303), as a scanner gave it. Leaves the wire like an ID card. */
export const DocumentInput = z.strictObject({
  kind: z.enum(['passport', 'travelDocument']),
  /** The issuing state or organisation, as in the zone: two states may give the same number. */
  issuer: z.string().regex(/^[A-Z]{1,3}$/, expected('issuer')),
  number: z.string().regex(/^[0-9A-Z]{1,26}$/, expected('documentNumber')),
  name: z.string().min(1).max(80),
  /** YYYY-MM-DD; left out where the zone leaves it open. */
  birth: z.iso.date().optional(),
});

export const DeviceKind = z.enum([
  'idCardReader',
  'documentScanner',
  'ticketPrinter',
  'evaluationPad',
  'callPad',
  'ledStrip',
]);
export type DeviceKind = z.infer<typeof DeviceKind>;

/** A word of the drivers, e.g. paperOut: never free text, it is kept for good. */
const FaultCode = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,31}$/, expected('deviceCode'));

/** Whose data is to be erased, as that person can say it. Leaves the wire before the rules see it, as an ID card does. */
export const DataSubject = z.union([
  z.strictObject({ idNumber: IdCardInput.shape.idNumber }),
  z.strictObject({ document: DocumentInput.pick({ kind: true, issuer: true, number: true }) }),
  /** What stands on the paper: the business day and the number. */
  z.strictObject({ ticket: z.strictObject({ businessDay: BusinessDay, ticketNumber: TicketNumber }) }),
  /** The free text of one evaluation alone. */
  z.strictObject({ evaluationId: EvaluationId }),
]);
export type DataSubject = z.infer<typeof DataSubject>;

/** Codes are those of the drivers plus `ready`; texts for people are in the workspaces. */
export const DeviceCondition = z.strictObject({
  kind: DeviceKind,
  state: z.enum(['starting', 'ready', 'fault']),
  code: FaultCode.nullable(),
  /** At a terminal that serves several windows: whose device it is. */
  windowId: ConfiguredId.exactOptional(),
  /** Of a ticket printer: the estimate of what is left on the roll, mm. Absent where it is not known. */
  paperLeftMm: z.int().min(0).max(1_000_000).exactOptional(),
});
export type DeviceCondition = z.infer<typeof DeviceCondition>;

export const PrintFailure = z.enum(['notPrinted', 'unknown']);

function isMoreThanOne(...identities: readonly unknown[]): boolean {
  return identities.filter((identity) => identity !== undefined).length > 1;
}

export const commandSchemas = {
  configureHall: z.strictObject({ type: z.literal('configureHall'), config: HallConfig }),
  openDay: z.strictObject({ type: z.literal('openDay') }),
  closeDay: z.strictObject({ type: z.literal('closeDay') }),
  signIn: z.strictObject({ type: z.literal('signIn'), ...atWindow, staffNo: StaffNo }),
  signOut: z.strictObject({ type: z.literal('signOut'), ...atWindow }),
  issueTicket: z
    .strictObject({
      type: z.literal('issueTicket'),
      queueId: ConfiguredId.optional(),
      serviceItemId: ConfiguredId.optional(),
      idCard: IdCardInput.optional(),
      document: DocumentInput.optional(),
      /** Typed by the applicant while no card can be read: nobody has seen a card. Leaves the wire like one. */
      typedIdNumber: TypedIdNumber.optional(),
      /** The touch plus 30 s; later the request is refused, so that no number appears for somebody who left. */
      notAfter: Instant.optional(),
    })
    .refine((papers) => !isMoreThanOne(papers.idCard, papers.document), {
      path: ['document'],
      error: expected('onePaper'),
    })
    .refine((papers) => !isMoreThanOne(papers.idCard ?? papers.document, papers.typedIdNumber), {
      path: ['typedIdNumber'],
      error: expected('paperOrTyped'),
    }),
  confirmTicketPrinted: z.strictObject({
    type: z.literal('confirmTicketPrinted'),
    ...onTicket,
    attempt: z.int().min(1).optional(),
  }),
  failTicketPrinting: z.strictObject({
    type: z.literal('failTicketPrinting'),
    ...onTicket,
    attempt: z.int().min(1).optional(),
    failure: PrintFailure,
    code: FaultCode,
  }),
  reprintTicket: z.strictObject({ type: z.literal('reprintTicket'), ...onTicket }),
  reportDevice: z.strictObject({
    type: z.literal('reportDevice'),
    terminalId: ConfiguredId.optional(),
    device: DeviceCondition,
  }),
  callNext: z.strictObject({ type: z.literal('callNext'), ...atOpenTicket }),
  recall: z.strictObject({ type: z.literal('recall'), ...atOpenTicket }),
  startServing: z.strictObject({ type: z.literal('startServing'), ...atOpenTicket }),
  finishServing: z.strictObject({ type: z.literal('finishServing'), ...atOpenTicket }),
  markMissed: z.strictObject({ type: z.literal('markMissed'), ...atOpenTicket }),
  requeueTicket: z.strictObject({ type: z.literal('requeueTicket'), ...onTicket }),
  pauseWindow: z.strictObject({
    type: z.literal('pauseWindow'),
    ...atWindow,
    reason: z.enum(['meal', 'meeting', 'fetch', 'away']).default('away'),
  }),
  resumeWindow: z.strictObject({ type: z.literal('resumeWindow'), ...atWindow }),
  requestEvaluation: z.strictObject({ type: z.literal('requestEvaluation'), ...atWindow }),
  recordEvaluation: z.strictObject({
    type: z.literal('recordEvaluation'),
    ...onTicket,
    rating: Rating,
    evaluationId: EvaluationId.optional(),
    /** When the applicant answered, by the hall's clock: a window terminal may have been cut off since. Left out: now. */
    ratedAt: Instant.optional(),
    /** Official reasons of this rating (evaluation-reasons.ts); none is as good as some. */
    reasons: z.array(ReasonCode).max(8).optional(),
    /** Free text. Leaves the wire before the rules see it, as an ID card does. */
    comment: z.string().max(COMMENT_LENGTH_MAX).optional(),
  }),
  lapseEvaluation: z.strictObject({
    type: z.literal('lapseEvaluation'),
    evaluationId: EvaluationId,
    /** Which asking it is about: a later one is not lapsed by it. Left out: whichever stands. */
    asking: z.int().min(1).optional(),
    /** Left out: `timeout`. */
    reason: LapseReason.extract(['timeout', 'skipped']).optional(),
  }),
  erasePersonalData: z.strictObject({ type: z.literal('erasePersonalData'), of: DataSubject }),
} as const;

export const Command = z.discriminatedUnion('type', [
  commandSchemas.configureHall,
  commandSchemas.openDay,
  commandSchemas.closeDay,
  commandSchemas.signIn,
  commandSchemas.signOut,
  commandSchemas.issueTicket,
  commandSchemas.confirmTicketPrinted,
  commandSchemas.failTicketPrinting,
  commandSchemas.reprintTicket,
  commandSchemas.reportDevice,
  commandSchemas.callNext,
  commandSchemas.recall,
  commandSchemas.startServing,
  commandSchemas.finishServing,
  commandSchemas.markMissed,
  commandSchemas.requeueTicket,
  commandSchemas.pauseWindow,
  commandSchemas.resumeWindow,
  commandSchemas.requestEvaluation,
  commandSchemas.recordEvaluation,
  commandSchemas.lapseEvaluation,
  commandSchemas.erasePersonalData,
]);
export type Command = z.infer<typeof Command>;
export type CommandType = Command['type'];
/** As sent: fields with a default may be left out. */
export type CommandInput = z.input<typeof Command>;

/** Whom an administrator acts for; the event says so. */
export const ActingFor = z.union([z.strictObject({ terminalId: ConfiguredId }), z.strictObject({ staffNo: StaffNo })]);

/** What surrounds a command on the wire. The command's own fields lie beside these. */
export const RequestEnvelope = z.object({ requestId: RequestId, actingFor: ActingFor.optional() });

const nothing = z.strictObject({});

export const CalledTicket = z.strictObject({
  ticketId: TicketId,
  ticketNumber: z.string(),
  queueId: z.string(),
  callSeq: z.int(),
  /** 1 for the first call. */
  callCount: z.int().min(1),
});

export const EvaluationRef = z.strictObject({ evaluationId: EvaluationId, ticketId: TicketId });

export const commandResults = {
  configureHall: z.strictObject({ configHash: z.string() }),
  openDay: z.strictObject({ businessDay: z.string() }),
  closeDay: z.strictObject({ businessDay: z.string(), expiredTickets: z.int() }),
  signIn: z.strictObject({ windowId: z.string(), staffNo: z.string() }),
  signOut: nothing,
  issueTicket: z.strictObject({ ticket: IssuedTicket }),
  confirmTicketPrinted: nothing,
  failTicketPrinting: nothing,
  reprintTicket: z.strictObject({ ticket: IssuedTicket }),
  reportDevice: nothing,
  callNext: z.strictObject({ ticket: CalledTicket.nullable(), evaluation: EvaluationRef.nullable() }),
  recall: z.strictObject({ ticket: CalledTicket }),
  startServing: nothing,
  finishServing: z.strictObject({ evaluation: EvaluationRef.nullable() }),
  markMissed: nothing,
  requeueTicket: z.strictObject({ ticketId: TicketId, peopleAhead: z.int() }),
  pauseWindow: nothing,
  resumeWindow: nothing,
  requestEvaluation: z.strictObject({ evaluation: EvaluationRef }),
  recordEvaluation: z.strictObject({ evaluationId: EvaluationId }),
  lapseEvaluation: nothing,
  /** Whether somebody was there, and how many free texts went. */
  erasePersonalData: z.strictObject({ wasKnown: z.boolean(), comments: z.int().min(0) }),
} as const satisfies Record<CommandType, z.ZodType>;

export type CommandResult<T extends CommandType = CommandType> = { [K in T]: z.infer<(typeof commandResults)[K]> }[T];
