// The hall as its administrator describes it: zones, queues, service items, windows, hours, terminals, displays, staff, policies.
import { z } from 'zod';
import { expected } from './field-words.ts';
import { hallConfigMistakes } from './hall-config-rules.ts';
import { Bilingual, ConfiguredId, DurationMs, StaffNo } from './ids.ts';
import { retentionPolicies } from './retention.ts';
import { PhoneAddress } from './ticket-link.ts';

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, expected('clockTime'));

const TicketingHours = z.array(z.strictObject({ opens: ClockTime, closes: ClockTime })).max(4);

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const Zone = z.strictObject({ zoneId: ConfiguredId, name: Bilingual, floor: z.int().min(-9).max(99) });

const Queue = z.strictObject({
  queueId: ConfiguredId,
  name: Bilingual,
  /** One or two capital letters; `K<kiosk>-` series are reserved for numbers issued without the server. */
  prefix: z.string().regex(/^[A-Z]{1,2}$/, expected('prefix')),
  zoneId: ConfiguredId,
  /** Whether a ticket needs an ID card, or an applicant may go on without one. */
  idCard: z.enum(['required', 'optional']).default('optional'),
  /** Reference serving time (参考时长): first estimate, and the bar on the clerk's timer. */
  nominalServingMs: DurationMs.min(10_000).default(600_000),
});

const ServiceItem = z.strictObject({
  serviceItemId: ConfiguredId,
  name: Bilingual,
  queueId: ConfiguredId,
  /** Name of a drawing on the kiosk card; unknown names show the general one. */
  icon: z.string().max(32).default('layers'),
});

const Window = z.strictObject({
  windowId: ConfiguredId,
  /** What is written above the window and called: "12". */
  label: z.string().regex(/^[0-9A-Z]{1,4}$/, expected('windowLabel')),
  zoneId: ConfiguredId,
  queueIds: z.array(ConfiguredId).min(1).max(50),
});

const Terminal = z.discriminatedUnion('role', [
  z.strictObject({ terminalId: ConfiguredId, role: z.literal('kiosk'), zoneId: ConfiguredId }),
  z.strictObject({ terminalId: ConfiguredId, role: z.literal('window'), windowId: ConfiguredId }),
  /** One line with the call pads and evaluation pads of several windows. */
  z.strictObject({
    terminalId: ConfiguredId,
    role: z.literal('pads'),
    windowIds: z.array(ConfiguredId).min(1).max(50),
  }),
  /** A tablet with our own evaluation page at one window. */
  z.strictObject({ terminalId: ConfiguredId, role: z.literal('pad'), windowId: ConfiguredId }),
  /** The LED strips of several windows. */
  z.strictObject({
    terminalId: ConfiguredId,
    role: z.literal('strip'),
    windowIds: z.array(ConfiguredId).min(1).max(50),
  }),
]);
export type TerminalRole = z.infer<typeof Terminal>['role'];

const Display = z.discriminatedUnion('kind', [
  /** A hall board; without a zone it shows the whole hall. */
  z.strictObject({ displayId: ConfiguredId, kind: z.literal('board'), zoneId: ConfiguredId.nullable() }),
  z.strictObject({ displayId: ConfiguredId, kind: z.literal('windowScreen'), windowId: ConfiguredId }),
]);

const Staff = z.strictObject({ staffNo: StaffNo, name: z.string().min(1).max(30) });

/**
 * What kiosks do while their reader fails. `touch`: numbers by touch where the queue needs no card; `numberPad`: that, and the ID
 * number may be typed; `desk`: people are sent to the desk.
 */
export const WithoutReader = z.enum(['touch', 'numberPad', 'desk']);
export type WithoutReader = z.infer<typeof WithoutReader>;

/** What kiosks do while their printer fails. `onScreen`: the number stands on the glass; `desk`: people are sent to the desk. */
export const WithoutPrinter = z.enum(['onScreen', 'desk']);
export type WithoutPrinter = z.infer<typeof WithoutPrinter>;

export const Policies = z.strictObject({
  /** Age from which an ID card gives priority (武安 and others: 60). */
  priorityFromAgeYears: z.int().min(1).max(150).default(60),
  /** Never more priority calls in a row than this while an ordinary ticket waits. */
  priorityInRowMax: z.int().min(1).max(20).default(2),
  /** `inferred`: the next call records the start that nobody pressed; `byKey`: an unstarted ticket becomes missed. */
  startServing: z.enum(['inferred', 'byKey']).default('inferred'),
  /** While a live display serves the zone a call younger than this and not seen cannot be marked missed. */
  callSeenWithinMs: DurationMs.default(30_000),
  /** A requeued ticket goes directly behind this many waiting of its queue and class. */
  requeueBehind: z.int().min(1).max(50).default(3),
  evaluationTimeoutMs: DurationMs.min(5_000).default(60_000),
  /** How long after a lapse the rating may still be given (补评). */
  evaluationSupplementMs: DurationMs.default(86_400_000),
  /** Average wait the hall wants to stay under; the load gauge is drawn against it. */
  waitTargetMs: DurationMs.min(60_000).default(900_000),
  /** Absent: `touch`. Without a default here, so that configurations stored before keep their hash. */
  withoutReader: WithoutReader.exactOptional(),
  /** Absent: `onScreen`. */
  withoutPrinter: WithoutPrinter.exactOptional(),
  ...retentionPolicies,
});

const HallConfigShape = z.strictObject({
  hall: z.strictObject({
    hallId: ConfiguredId,
    name: Bilingual,
    timeZone: z.string().default('Asia/Shanghai'),
    /** Shown on the ticket where given. */
    complaintPhone: z.string().max(30).optional(),
    /** Absent: no phone page, no QR symbol anywhere. Phones must be able to reach it: docs/operations.md. */
    phoneAddress: PhoneAddress.exactOptional(),
  }),
  zones: z.array(Zone).min(1).max(50),
  queues: z.array(Queue).min(1).max(200),
  /** The queue that the card alone, or one touch, leads to (综合窗口, 一键取号). */
  comprehensiveQueueId: ConfiguredId.nullable().default(null),
  serviceItems: z.array(ServiceItem).min(1).max(500),
  windows: z.array(Window).min(1).max(400),
  hours: z.strictObject({
    monday: TicketingHours.default([]),
    tuesday: TicketingHours.default([]),
    wednesday: TicketingHours.default([]),
    thursday: TicketingHours.default([]),
    friday: TicketingHours.default([]),
    saturday: TicketingHours.default([]),
    sunday: TicketingHours.default([]),
  }),
  terminals: z.array(Terminal).max(500).default([]),
  displays: z.array(Display).max(500).default([]),
  staff: z.array(Staff).max(2000).default([]),
  policies: Policies.prefault({}),
});

/** With its references checked: whatever names something names something that is there (hall-config-rules.ts). */
export const HallConfig = HallConfigShape.superRefine((config, context) => {
  for (const mistake of hallConfigMistakes(config)) context.addIssue({ code: 'custom', ...mistake });
});

export type HallConfig = z.infer<typeof HallConfigShape>;
/** As written by hand: fields with a default may be left out. */
export type HallConfigInput = z.input<typeof HallConfig>;
export type Policies = z.infer<typeof Policies>;
