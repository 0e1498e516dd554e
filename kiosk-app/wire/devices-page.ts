// Between the installer's page 设备自检 and the program that serves it (`npm run devices -- page`): what hangs on this computer, and what is tried.
import { z } from 'zod';
import { ScannerKey } from './devices.ts';
import { SelfTestDevice, SelfTestWish, SelfTestWork } from './self-test.ts';

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

/** Everything the page is drawn from, whole. */
export const DevicesPageView = z.strictObject({
  /** Null without a configuration: what was found on the ports is tried. */
  terminal: z.strictObject({ terminalId: z.string(), role: z.string(), file: z.string() }).nullable(),
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

/** Program to page. */
export const DevicesPageNotice = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('view'), view: DevicesPageView }),
  /** Keys that were a person's after all, in order. */
  z.strictObject({ type: z.literal('keysTyped'), keys: z.array(z.string().max(32)) }),
]);
export type DevicesPageNotice = z.infer<typeof DevicesPageNotice>;

/** What the page is given: `window.jiaohaoTerminal`, as every page of a terminal. */
export interface DevicesPageBridge {
  send(message: DevicesPageMessage): void;
  /** Called for every message, and with `{lost: true}` when the program itself went away. */
  listen(listener: (message: DevicesPageNotice | { readonly lost: true }) => void): void;
}
