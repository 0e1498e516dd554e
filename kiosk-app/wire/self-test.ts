// The self-test's words: between the page, the terminal core and the devices process. A card is masked before it leaves the devices process.
import { z } from 'zod';
import { DeviceKind } from '@jiaohao/contracts/commands';
import { ConfiguredId } from '@jiaohao/contracts/ids';

const Sentence = z.string().max(500);

/** One fact about a device's state, for whoever stands before it. */
export const SelfTestRemark = z.strictObject({
  code: z.string().max(64),
  kind: z.enum(['good', 'note', 'warning', 'fault']),
  zh: Sentence,
  en: Sentence,
});
export type SelfTestRemark = z.infer<typeof SelfTestRemark>;

/** What identifies or counts: a module's number, paper, when a pad was last heard. */
export const SelfTestFact = z.strictObject({ zh: Sentence, en: Sentence, value: Sentence });
export type SelfTestFact = z.infer<typeof SelfTestFact>;

export const TimedStep = z.strictObject({ step: z.string().max(64), ms: z.int().min(0) });
export type TimedStep = z.infer<typeof TimedStep>;

/** One device of the configuration as it is now. */
export const SelfTestDevice = z.strictObject({
  kind: DeviceKind,
  windowId: ConfiguredId.exactOptional(),
  model: z.string().max(64),
  port: z.string().max(200),
  /** By what the port can be told from others; null where nothing is known of it. */
  identity: Sentence.nullable(),
  remarks: z.array(SelfTestRemark).max(30),
  facts: z.array(SelfTestFact).max(10),
  /** The newest time of each step. */
  steps: z.array(TimedStep).max(20),
  /** What answered when the line was checked; null until then. */
  lineCheck: z.strictObject({ code: z.string().max(64), isGood: z.boolean(), zh: Sentence, en: Sentence }).nullable(),
});
export type SelfTestDevice = z.infer<typeof SelfTestDevice>;

/** Enough to see that a card was read right, too little to tell whose it is. */
export const MaskedCard = z.strictObject({ name: z.string(), idNumber: z.string(), steps: z.array(TimedStep).max(20) });
export type MaskedCard = z.infer<typeof MaskedCard>;

/** Why a card or a paper said nothing; of a scanner `scanAgain` and `noDocument`, which is a code that scans well. */
const CARD_TROUBLES = ['layAgain', 'unsupportedCard', 'scanAgain', 'noDocument'] as const;

/** Core to devices. */
export const SELF_TEST_ORDERS = [
  /** While it is on, the devices' state is told every second, and cards are told as `selfTestCard` and no other way. */
  z.strictObject({ type: z.literal('selfTest'), isOn: z.boolean() }),
  /** Each device lets go of its line for some seconds, and it is asked what answers there. */
  z.strictObject({ type: z.literal('checkLines') }),
  z.strictObject({ type: z.literal('gatherFacts') }),
] as const;

/** Devices to core. */
export const SELF_TEST_NOTICES = [
  z.strictObject({ type: z.literal('selfTestDevices'), devices: z.array(SelfTestDevice).max(100) }),
  z.strictObject({ type: z.literal('selfTestCard'), card: MaskedCard }),
  z.strictObject({ type: z.literal('selfTestCardTrouble'), trouble: z.enum(CARD_TROUBLES) }),
  z.strictObject({ type: z.literal('linesChecked') }),
  /** Versions, machine and ports as JSON; nothing of a person, no names of computers or users. */
  z.strictObject({ type: z.literal('factsGathered'), facts: z.record(z.string(), z.unknown()) }),
] as const;

const CardWork = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('idle') }),
  z.strictObject({ state: z.literal('waiting') }),
  z.strictObject({ state: z.literal('read'), card: MaskedCard }),
  z.strictObject({ state: z.literal('trouble'), trouble: z.enum([...CARD_TROUBLES, 'noCard']) }),
]);

const PrintWork = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('idle') }),
  z.strictObject({ state: z.literal('printing') }),
  z.strictObject({
    state: z.literal('over'),
    outcome: z.enum(['confirmed', 'assumed', 'failedBeforePrint', 'unknown']),
    code: z.string().nullable(),
    ms: z.int().min(0),
  }),
]);

const BundleWork = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('idle') }),
  z.strictObject({ state: z.literal('saving') }),
  z.strictObject({ state: z.literal('saved'), file: z.string() }),
  z.strictObject({ state: z.literal('failed'), code: z.string() }),
]);

const PadsWork = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('idle') }),
  /** Every evaluation pad waits for a key; `rated` of them had one. */
  z.strictObject({ state: z.literal('asking'), rated: z.int().min(0), of: z.int().min(1) }),
  z.strictObject({ state: z.literal('over'), rated: z.int().min(0), of: z.int().min(1) }),
]);

/** `sent`: whether it is there to be seen and heard, only a person knows. */
const ShowWork = z.enum(['idle', 'sent']);

/** What the buttons have come to. */
export const SelfTestWork = z.strictObject({
  card: CardWork,
  print: PrintWork,
  evaluationPads: PadsWork,
  callPads: ShowWork,
  strips: ShowWork,
  bundle: BundleWork,
  isCheckingLines: z.boolean(),
});
export type SelfTestWork = z.infer<typeof SelfTestWork>;

export const PinTrouble = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('wrongPin') }),
  z.strictObject({ type: z.literal('blocked'), forMs: z.int().min(0) }),
  /** The configuration names no PIN. */
  z.strictObject({ type: z.literal('noPin') }),
]);
export type PinTrouble = z.infer<typeof PinTrouble>;

/** What staff have at the glass, whole. */
export const StaffView = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('askPin'), trouble: PinTrouble.nullable(), isChecking: z.boolean() }),
  /** The PIN was right: the page opens the test as soon as no applicant is at it. */
  z.strictObject({ state: z.literal('offered') }),
  z.strictObject({ state: z.literal('selfTest'), devices: z.array(SelfTestDevice), work: SelfTestWork }),
]);
export type StaffView = z.infer<typeof StaffView>;

/** The buttons of a self-test. The `try` ones are about all devices of their kind at once. */
export const SelfTestWish = z.enum([
  ...['readCard', 'printTestPage', 'tryEvaluationPads', 'tryCallPads', 'tryStrips', 'checkLines', 'saveBundle'],
] as const);
export type SelfTestWish = z.infer<typeof SelfTestWish>;

export const StaffWish = z.enum(['gesture', 'open', ...SelfTestWish.options, 'close']);
export type StaffWish = z.infer<typeof StaffWish>;

export const StaffPinMessage = z.strictObject({
  type: z.literal('staffPin'),
  pin: z.string().regex(/^[0-9]{1,12}$/),
});

/** Page to terminal. */
export const STAFF_MESSAGES = [z.strictObject({ type: z.literal('staff'), wish: StaffWish }), StaffPinMessage] as const;
