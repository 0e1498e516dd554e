// Between the page and the terminal core: the page asks for results, not steps, and never sees what is on a card.
import { z } from 'zod';
import { KioskView } from '@jiaohao/contracts/views';
import { Refusal } from '@jiaohao/contracts/refusals';
import { IssuedTicket } from '@jiaohao/contracts/ticket';
import { TypedIdNumber } from '@jiaohao/contracts/typed-id-number';
import { ScannerKey } from './devices.ts';
import { STAFF_MESSAGES, StaffView } from './self-test.ts';

export const DeviceHealth = z.strictObject({
  state: z.enum(['absent', 'starting', 'ready', 'fault']),
  /** Driver code, e.g. paperOut, coverOpen, portLost; `paperNearEnd` beside `ready`. */
  code: z.string().nullable(),
});
export type DeviceHealth = z.infer<typeof DeviceHealth>;

/** Everything a kiosk page draws from, whole; pushed on every change and at once after connecting. */
export const KioskUpdate = z.strictObject({
  terminalId: z.string(),
  zoneId: z.string().nullable(),
  /** `down`: no numbers can be taken; `starting` before the first view. */
  hallLink: z.enum(['starting', 'up', 'down']),
  /** The hall's clock minus this machine's; the page's clock shows the hall's time. */
  clockOffsetMs: z.int(),
  view: KioskView.nullable(),
  reader: DeviceHealth,
  scanner: DeviceHealth,
  /** The scanner types: the page hands every key on (`scannerKey`) and carries out what comes back (`keysTyped`). */
  takesKeys: z.boolean(),
  printer: DeviceHealth,
});
export type KioskUpdate = z.infer<typeof KioskUpdate>;

/**
 * What happens on the reader. The card itself stays in the terminal core and is forgotten when it is lifted and unused. A paper
 * that was scanned is `laid` too, and `lifted` as soon as it is used or forgotten. `noDocument`: a code that is no paper of a person.
 */
export const CardNotice = z.strictObject({
  state: z.enum(['laid', 'lifted', 'layAgain', 'unsupported', 'scanAgain', 'noDocument']),
});
export type CardNotice = z.infer<typeof CardNotice>;

export const TakeTicketRequest = z
  .strictObject({
    /** Made at the touch: the same touch never makes two numbers. */
    requestId: z.string().regex(/^[A-Za-z0-9._:-]{8,64}$/),
    serviceItemId: z.string().optional(),
    queueId: z.string().optional(),
    /** Use the card that lies on the reader; refused with `cardGone` when it was lifted. */
    withCard: z.boolean(),
    /** Typed on the number pad while no card can be read. */
    typedIdNumber: TypedIdNumber.exactOptional(),
  })
  .refine(
    (request) => (request.serviceItemId === undefined) !== (request.queueId === undefined),
    'exactly one of serviceItemId, queueId',
  )
  .refine((request) => !request.withCard || request.typedIdNumber === undefined, 'a card or a typed number, not both');
export type TakeTicketRequest = z.infer<typeof TakeTicketRequest>;

export const ReprintRequest = z.strictObject({
  requestId: z.string().regex(/^[A-Za-z0-9._:-]{8,64}$/),
  ticketId: z.int().min(1),
});
export type ReprintRequest = z.infer<typeof ReprintRequest>;

export const TakeTicketOutcome = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('printed'), ticket: IssuedTicket }),
  /** The number is valid and stays on the screen. `unknown`: something may be on the paper. */
  z.strictObject({
    type: z.literal('notPrinted'),
    ticket: IssuedTicket,
    printing: z.enum(['failed', 'unknown']),
    code: z.string(),
  }),
  z.strictObject({ type: z.literal('refused'), refusal: Refusal }),
  z.strictObject({ type: z.literal('cardGone') }),
  /** No answer from the hall in time; the request is kept, and the same card or touch finds its number again. */
  z.strictObject({ type: z.literal('linkLost') }),
]);
export type TakeTicketOutcome = z.infer<typeof TakeTicketOutcome>;

/** The number exists and the printer has been started: the page shows 正在出票. */
export const Printing = z.strictObject({ requestId: z.string(), ticket: IssuedTicket });
export type Printing = z.infer<typeof Printing>;

/** What a person at this kiosk asked for, without the page that asked. */
export const Asked = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('takeTicket'), request: TakeTicketRequest }),
  z.strictObject({ type: z.literal('reprint'), request: ReprintRequest }),
]);
export type Asked = z.infer<typeof Asked>;

/** Page to terminal. `id` pairs a question with its answer. */
export const PageMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('takeTicket'), id: z.int(), request: TakeTicketRequest }),
  z.strictObject({ type: z.literal('reprint'), id: z.int(), request: ReprintRequest }),
  /** The page went back to its start: a card still lying there is forgotten and must be laid again. */
  z.strictObject({ type: z.literal('personLeft') }),
  z.strictObject({ type: z.literal('scannerKey'), ...ScannerKey.shape }),
  ...STAFF_MESSAGES,
]);
export type PageMessage = z.infer<typeof PageMessage>;

/** What an applicant does; the rest is staff at the glass. */
export type ApplicantMessage = Exclude<PageMessage, { type: 'staff' | 'staffPin' }>;

/** Terminal to page. */
export const TerminalMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('update'), update: KioskUpdate }),
  z.strictObject({ type: z.literal('card'), notice: CardNotice }),
  /** Keys that were a person's after all, in order. */
  z.strictObject({ type: z.literal('keysTyped'), keys: z.array(z.string().max(32)) }),
  z.strictObject({ type: z.literal('printing'), printing: Printing }),
  /** To a page that took the place of one with a number, or with one on its way: it asks the same again and shows what comes. */
  z.strictObject({ type: z.literal('takenOver'), asked: Asked }),
  /** One a question; after `linkLost` a second may follow, when the number came while its person was still there. */
  z.strictObject({ type: z.literal('answer'), id: z.int(), outcome: TakeTicketOutcome }),
  /** What staff have at the glass; null: nothing, the page is the applicants'. */
  z.strictObject({ type: z.literal('staff'), staff: StaffView.nullable() }),
]);
export type TerminalMessage = z.infer<typeof TerminalMessage>;

/** What the page is given, by whichever host: `window.jiaohaoTerminal`. */
export interface TerminalBridge {
  /** The page itself watches for the staff gesture and asks for the PIN. Absent where the host does (Electron). */
  readonly hasStaffDoor?: true;
  send(message: PageMessage): void;
  /** Called for every message from the terminal, and with `{lost: true}` when the host itself went away. */
  listen(listener: (message: TerminalMessage | { readonly lost: true }) => void): void;
}
