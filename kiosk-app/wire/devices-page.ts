// Between the installer's page 设备自检 and what serves it (`npm run devices -- page`, or a terminal of windows that runs): what there is, and what is tried.
import { z } from 'zod';
import { ConfiguredId } from '@jiaohao/contracts/ids';
import { ScannerKey } from './devices.ts';
import { PinTrouble, SelfTestDevice, SelfTestWish, SelfTestWork, StaffPinMessage } from './self-test.ts';

const Sentence = z.string().max(500);

/** One port of this computer, or one that was named. */
export const SeenPort = z.strictObject({
  /** The best name for a configuration. */
  name: z.string().max(300),
  /** Vendor, product, serial number; empty where nothing is known. */
  about: Sentence,
  /** What answers there, in words; null where it was not asked. */
  verdict: z.strictObject({ isDevice: z.boolean(), zh: Sentence, en: Sentence }).nullable(),
});
export type SeenPort = z.infer<typeof SeenPort>;

/** A window of a running terminal; the empty id where the terminal has one window only. */
const LineWindowId = z.union([ConfiguredId, z.literal('')]);

/** What a terminal that goes on serving its windows says of them. */
export const RunningWindows = z.strictObject({
  windows: z
    .array(
      z.strictObject({
        windowId: LineWindowId,
        /** As the hall calls it; null while it does not say. */
        label: z.string().nullable(),
        /** The hall asks an applicant there now: the evaluation pad is theirs. */
        isRatingAsked: z.boolean(),
      }),
    )
    .max(100),
  /** Its keys are shown and not carried out, and what is tried goes there. Null: every window is served. */
  underTest: LineWindowId.nullable(),
});
export type RunningWindows = z.infer<typeof RunningWindows>;

/** Everything the page is drawn from, whole. */
export const DevicesPageView = z.strictObject({
  /** Null without a configuration: what was found on the ports is tried. `file`: null where the terminal runs. */
  terminal: z.strictObject({ terminalId: z.string(), role: z.string(), file: z.string().nullable() }).nullable(),
  /** Null where the terminal is stopped, or there is none. */
  running: RunningWindows.nullable(),
  /** Ports are being asked; nothing else is possible meanwhile. */
  isLooking: z.boolean(),
  ports: z.array(SeenPort).max(200),
  /** What was found, as it may stand under `devices` in terminal.json; null with a configuration, and where nothing was found. */
  settings: z.string().nullable(),
  /** A scanner types: the page hands every key on. */
  takesKeys: z.boolean(),
  devices: z.array(SelfTestDevice).max(100),
  work: SelfTestWork,
});
export type DevicesPageView = z.infer<typeof DevicesPageView>;

/** Page to program. */
export const DevicesPageMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('try'), wish: SelfTestWish }),
  /** Ports anew, and without a configuration what answers on them. */
  z.strictObject({ type: z.literal('look') }),
  z.strictObject({ type: z.literal('scannerKey'), ...ScannerKey.shape }),
]);
export type DevicesPageMessage = z.infer<typeof DevicesPageMessage>;

/** Page to a terminal that runs. */
export const RunningTestMessage = z.discriminatedUnion('type', [
  ...DevicesPageMessage.options,
  StaffPinMessage,
  /** Takes this window under test, and gives back the one before; null gives it back alone. */
  z.strictObject({ type: z.literal('takeWindow'), windowId: LineWindowId.nullable() }),
  z.strictObject({ type: z.literal('close') }),
]);
export type RunningTestMessage = z.infer<typeof RunningTestMessage>;

/** Program to page. */
export const DevicesPageNotice = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('view'), view: DevicesPageView }),
  /** Of a terminal that runs: nothing is shown before the PIN. */
  z.strictObject({ type: z.literal('askPin'), trouble: PinTrouble.nullable(), isChecking: z.boolean() }),
  /** Keys that were a person's after all, in order. */
  z.strictObject({ type: z.literal('keysTyped'), keys: z.array(z.string().max(32)) }),
]);
export type DevicesPageNotice = z.infer<typeof DevicesPageNotice>;

/** What the page is given: `window.jiaohaoTerminal`, as every page of a terminal. */
export interface DevicesPageBridge {
  send(message: RunningTestMessage): void;
  /** Called for every message, and with `{lost: true}` when the program itself went away. */
  listen(listener: (message: DevicesPageNotice | { readonly lost: true }) => void): void;
}
