// Between the terminal core and the process that owns the ports: what is asked of devices, and what they tell.
import { z } from 'zod';
import { DeviceKind } from '@jiaohao/contracts/commands';
import { Rating } from '@jiaohao/contracts/evaluation';
import { ConfiguredId } from '@jiaohao/contracts/ids';
import { SELF_TEST_NOTICES, SELF_TEST_ORDERS } from './self-test.ts';

/** One device as the terminal's configuration names it; model, port and options are understood by the drivers. */
export const DeviceSetting = z.strictObject({
  kind: DeviceKind,
  /** At a terminal that serves several windows: whose device it is. */
  windowId: ConfiguredId.exactOptional(),
  model: z.string().min(1).max(32),
  /** `/dev/ttyUSB0`, `COM3`, `tcp://192.0.2.7:9100`, `udp://192.0.2.8:5005`, `memory:NAME`. */
  port: z.string().min(1).max(200),
  options: z.record(z.string(), z.unknown()).default({}),
});
export type DeviceSetting = z.infer<typeof DeviceSetting>;

/** A driver's code, or one of ours: see DEVICES_LOST, BAD_SETTING. */
const FaultCode = z.string().min(1).max(32);

/** The devices process ended or fell silent: its devices are faulty until it runs again. */
export const DEVICES_LOST = 'devicesLost';
/** The drivers refused what the configuration says of this device. */
export const BAD_SETTING = 'badSetting';
/** It comes and goes too often for each change to be told to the hall. */
export const UNSTEADY = 'unsteady';

export const DeviceStatusNow = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('starting') }),
  z.strictObject({ state: z.literal('ready'), warning: z.enum(['paperNearEnd']).nullable() }),
  z.strictObject({ state: z.literal('fault'), code: FaultCode }),
]);
export type DeviceStatusNow = z.infer<typeof DeviceStatusNow>;

/** What the hall may need of a card. It is in no log and on no disk. */
export const CardRead = z.strictObject({
  idNumber: z.string(),
  name: z.string(),
  /** YYYY-MM-DD; null where the card has none. */
  birth: z.string().nullable(),
});
export type CardRead = z.infer<typeof CardRead>;

/** Whose a scanned paper is. Like a card it is in no log and on no disk. */
export const DocumentRead = z.strictObject({
  documentKind: z.enum(['passport', 'travelDocument']),
  issuer: z.string(),
  number: z.string(),
  name: z.string(),
  /** YYYY-MM-DD; null where the paper leaves it open. */
  birth: z.string().nullable(),
});
export type DocumentRead = z.infer<typeof DocumentRead>;

/** What a scanner that types sent, or a person. */
export const ScannerKey = z.strictObject({
  /** KeyboardEvent.key. */
  key: z.string().min(1).max(32),
  /** KeyboardEvent.timeStamp. */
  atMs: z.number().min(0),
});
export type ScannerKey = z.infer<typeof ScannerKey>;

const PrintAlign = z.enum(['left', 'centre', 'right']);
const multiple = z.int().min(1).max(8);

export const PrintLine = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.string().max(500),
    align: PrintAlign.exactOptional(),
    width: multiple.exactOptional(),
    height: multiple.exactOptional(),
    bold: z.boolean().exactOptional(),
  }),
  z.strictObject({
    type: z.literal('pair'),
    label: z.string().max(100),
    value: z.string().max(200),
    bold: z.boolean().exactOptional(),
  }),
  z.strictObject({ type: z.literal('rule') }),
  z.strictObject({ type: z.literal('feed'), lines: z.int().min(1).max(20) }),
  z.strictObject({ type: z.literal('spacer'), dots: z.int().min(1).max(255) }),
  z.strictObject({
    type: z.literal('qr'),
    data: z.string().min(1).max(500),
    moduleDots: z.int().min(1).max(16).exactOptional(),
    align: PrintAlign.exactOptional(),
  }),
  z.strictObject({
    type: z.literal('barcode'),
    data: z.string().min(1).max(40),
    heightDots: z.int().min(1).max(255).exactOptional(),
    moduleDots: z.int().min(2).max(6).exactOptional(),
    hasText: z.boolean().exactOptional(),
    align: PrintAlign.exactOptional(),
  }),
  z.strictObject({ type: z.literal('logo'), align: PrintAlign.exactOptional() }),
]);
export type PrintLine = z.infer<typeof PrintLine>;

/** Key `${ticketId}-${attempt}`: one devices process prints a key at most once. */
export const PrintJob = z.strictObject({ key: z.string().max(40), lines: z.array(PrintLine).max(100) });
export type PrintJob = z.infer<typeof PrintJob>;

export const PrintOutcome = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('confirmed'), by: z.enum(['processId', 'fence']) }),
  /** A printer that confirms nothing took every byte, and nothing spoke against it. */
  z.strictObject({ state: z.literal('assumed') }),
  z.strictObject({ state: z.literal('failedBeforePrint'), code: FaultCode }),
  z.strictObject({ state: z.literal('unknown'), code: FaultCode }),
]);
export type PrintOutcome = z.infer<typeof PrintOutcome>;

/** Which window's device is meant; absent where the terminal has one of its kind. */
const ofWindow = { windowId: ConfiguredId.exactOptional() };

/** The meanings of a call pad's keys, as the drivers know them. */
export const CallPadAction = z.enum([
  ...['next', 'recall', 'start', 'finish', 'missed', 'giveUp'],
  ...['hold', 'resume', 'transfer', 'pause', 'evaluate', 'none'],
] as const);
export type CallPadAction = z.infer<typeof CallPadAction>;

export const CallPadDisplay = z.strictObject({
  ticketNumber: z.string().max(8).nullable(),
  waiting: z.int().min(0).nullable(),
});
export type CallPadDisplay = z.infer<typeof CallPadDisplay>;

/** A message in several wordings, best first, each a list of pages; the strip takes the first that it has room for. */
export const StripContent = z.strictObject({
  wordings: z
    .array(z.array(z.string().max(200)).min(1).max(10))
    .min(1)
    .max(10),
  colour: z.enum(['red', 'green', 'yellow']),
});
export type StripContent = z.infer<typeof StripContent>;

/** Core to devices. `configure` comes first, and once. */
export const DevicesOrder = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('configure'), devices: z.array(DeviceSetting).max(100) }),
  z.strictObject({ type: z.literal('print'), job: PrintJob }),
  z.strictObject({ type: z.literal('scannerKey'), ...ScannerKey.shape }),
  z.strictObject({
    type: z.literal('ask'),
    evaluationId: z.int().min(1),
    timeoutMs: z.int().min(1),
    /** Of a self-test: what is pressed is a technician's, and may be shown. */
    isTest: z.literal(true).exactOptional(),
    ...ofWindow,
  }),
  z.strictObject({ type: z.literal('cancelAsk'), ...ofWindow }),
  z.strictObject({ type: z.literal('showOnPad'), display: CallPadDisplay, ...ofWindow }),
  z.strictObject({ type: z.literal('beepPad'), ...ofWindow }),
  z.strictObject({ type: z.literal('showOnStrip'), content: StripContent, ...ofWindow }),
  ...SELF_TEST_ORDERS,
]);
export type DevicesOrder = z.infer<typeof DevicesOrder>;

/** Devices to core. */
export const DevicesNotice = z.discriminatedUnion('type', [
  /** All devices of the configuration are made; those refused were named before. */
  z.strictObject({ type: z.literal('running') }),
  /** Every ALIVE_MS: a devices process that hangs is ended and started anew. */
  z.strictObject({ type: z.literal('alive') }),
  z.strictObject({ type: z.literal('settingRefused'), index: z.int().min(0), reason: z.string().max(500) }),
  z.strictObject({ type: z.literal('status'), kind: DeviceKind, status: DeviceStatusNow, ...ofWindow }),
  /** The estimate of what is left on the ticket printer's roll, in steps; null: not known. */
  z.strictObject({ type: z.literal('paperLeft'), leftMm: z.int().min(0).nullable() }),
  z.strictObject({ type: z.literal('cardRead'), card: CardRead }),
  z.strictObject({ type: z.literal('cardTrouble'), trouble: z.enum(['layAgain', 'unsupportedCard']) }),
  z.strictObject({ type: z.literal('cardLifted') }),
  z.strictObject({ type: z.literal('documentRead'), document: DocumentRead }),
  /** `noDocument`: a code that says nothing of who somebody is. What it said is not told. */
  z.strictObject({ type: z.literal('scanTrouble'), trouble: z.enum(['scanAgain', 'noDocument']) }),
  /** Keys that were a person's, not a scanner's. */
  z.strictObject({ type: z.literal('keysTyped'), keys: z.array(z.string().max(32)) }),
  z.strictObject({ type: z.literal('printOutcome'), key: z.string(), outcome: PrintOutcome }),
  z.strictObject({ type: z.literal('rated'), evaluationId: z.int(), rating: Rating, ...ofWindow }),
  z.strictObject({ type: z.literal('lapsed'), evaluationId: z.int(), ...ofWindow }),
  /** `key` as the pad sent it, for the technician. */
  z.strictObject({ type: z.literal('callPadKey'), action: CallPadAction, key: z.string().max(8), ...ofWindow }),
  ...SELF_TEST_NOTICES,
]);
export type DevicesNotice = z.infer<typeof DevicesNotice>;

export const ALIVE_MS = 2_000;

/** A line of messages to another process, or to the other half of this one. What arrives is not yet validated. */
export interface Channel {
  /** Messages to an end that is gone are lost; `onClosed` has told or will tell. */
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Once, also when we closed it ourselves. */
  onClosed(listener: () => void): void;
  /** Ends the other side; forced when it does not end by itself. Resolves when it has ended. */
  close(): Promise<void>;
}

/** To a devices process whose channel does not end by itself (Electron's utility process): close the ports and end. */
export const DEVICES_END = 'end';
