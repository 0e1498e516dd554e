// Between the demo's pages and the demo: what the bench shows, what a hand does on it, and where the screens are.
import { z } from 'zod';

/** What a key of the demo's pads means; 0 means nothing and records nothing. */
export const PAD_LEVELS = { 1: 2, 2: 3, 3: 4, 4: 5 } as const;
export const PAD_KEYS = [4, 3, 2, 1, 0] as const;

export const HallState = z.enum(['starting', 'running', 'restarting']);
export type HallState = z.infer<typeof HallState>;

const WindowId = z.string().min(1).max(32);

export const BenchAction = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('layCard'), cardId: z.string().min(1).max(16) }),
  z.strictObject({ type: z.literal('liftCard') }),
  z.strictObject({ type: z.literal('plugReader'), isPlugged: z.boolean() }),
  z.strictObject({ type: z.literal('plugPrinter'), isPlugged: z.boolean() }),
  z.strictObject({
    type: z.literal('setPrinter'),
    part: z.enum(['isPaperOut', 'isNearEnd', 'isCoverOpen']),
    value: z.boolean(),
  }),
  z.strictObject({ type: z.literal('plugPad'), windowId: WindowId, isPlugged: z.boolean() }),
  z.strictObject({ type: z.literal('pressPad'), windowId: WindowId, key: z.int().min(0).max(4) }),
]);
export type BenchAction = z.infer<typeof BenchAction>;

/** Why an action did nothing; the words are in texts.ts. */
export const BenchTrouble = z.enum(['unknownCard', 'unknownWindow', 'padUnplugged', 'lineFailed']);
export type BenchTrouble = z.infer<typeof BenchTrouble>;

export const BenchState = z.strictObject({
  hall: HallState,
  wiring: z.enum(['pty', 'memory']),
  reader: z.strictObject({
    isPlugged: z.boolean(),
    cardId: z.string().nullable(),
    /** The terminal has read the card that lies there. */
    isRead: z.boolean(),
  }),
  printer: z.strictObject({
    isPlugged: z.boolean(),
    isPaperOut: z.boolean(),
    isNearEnd: z.boolean(),
    isCoverOpen: z.boolean(),
    /** Lines on the paper since the last cut: a ticket that hangs in the printer. */
    uncutLines: z.int(),
  }),
  /** Newest first. The picture is at `/tickets/{ticketNo}.svg`. */
  tickets: z.array(
    z.strictObject({
      ticketNo: z.int(),
      printedAt: z.int(),
      /** Of its QR symbol. */
      phoneLink: z.string().nullable(),
    }),
  ),
  pads: z.array(
    z.strictObject({
      windowId: z.string(),
      label: z.string(),
      isPlugged: z.boolean(),
      isLit: z.boolean(),
      lastKey: z.int().nullable(),
      /** Sent, and not yet acknowledged by the terminal. */
      isSending: z.boolean(),
    }),
  ),
});
export type BenchState = z.infer<typeof BenchState>;

export const BenchCard = z.strictObject({
  cardId: z.string(),
  name: z.string(),
  kind: z.enum(['resident', 'hkMacaoTaiwan', 'foreigner2017', 'foreigner2023']),
  idNumber: z.string(),
  birthYear: z.int(),
  isSenior: z.boolean(),
});
export type BenchCard = z.infer<typeof BenchCard>;

const Named = z.strictObject({ zh: z.string(), en: z.string() });

/** Addresses carry credentials in their fragment. */
export const Screens = z.strictObject({
  hallName: Named,
  kioskUrl: z.string(),
  hallBoardUrl: z.string(),
  /** The technician's page. */
  healthUrl: z.string(),
  zones: z.array(
    z.strictObject({
      zoneId: z.string(),
      name: Named,
      floor: z.int(),
      boardUrl: z.string().nullable(),
      windows: z.array(
        z.strictObject({
          windowId: z.string(),
          label: z.string(),
          queues: z.array(Named),
          screenUrl: z.string().nullable(),
          terminalUrl: z.string().nullable(),
          /** Of the window's tablet pad. */
          padUrl: z.string().nullable(),
          clerk: z
            .strictObject({ staffNo: z.string(), name: z.string(), password: z.string(), consoleUrl: z.string() })
            .nullable(),
        }),
      ),
    }),
  ),
  /** Where a ticket taken with the card alone is called. */
  firstWindowId: z.string(),
  cards: z.array(BenchCard),
});
export type Screens = z.infer<typeof Screens>;

export const PageMessage = z.strictObject({ actionId: z.int().min(1), action: BenchAction });
export type PageMessage = z.infer<typeof PageMessage>;

export const DemoMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('screens'), screens: Screens }),
  z.strictObject({ type: z.literal('bench'), state: BenchState }),
  z.strictObject({ type: z.literal('done'), actionId: z.int(), trouble: BenchTrouble.nullable() }),
]);
export type DemoMessage = z.infer<typeof DemoMessage>;
