// Between a page and the shell that shows it (Electron host): channels and what goes through them.
import { z } from 'zod';
import { CallerNotice } from './caller.ts';
import { TerminalMessage } from './page.ts';
import { PinTrouble } from './self-test.ts';

/** Page to shell, one way. */
export const PAGE_CHANNEL = 'jiaohao:page';
/** Shell to page. */
export const TERMINAL_CHANNEL = 'jiaohao:terminal';
/** Staff page to shell, answered. */
export const STAFF_CHANNEL = 'jiaohao:staff';

export const ShellMessage = z.discriminatedUnion('type', [
  /** The page listens. `pageId` names this page until it is loaded anew. */
  z.strictObject({ type: z.literal('hello'), pageId: z.string().regex(/^[0-9a-f]{32}$/) }),
  /** For the terminal core, which checks it by its role (page.ts, caller.ts). */
  z.strictObject({ type: z.literal('say'), message: z.unknown() }),
  /** The page has drawn something for the first time. */
  z.strictObject({ type: z.literal('stands') }),
  /** Nothing stands on the page any more, or never did. */
  z.strictObject({ type: z.literal('fell') }),
  /** Somebody is there; which key or place is nobody's business. At most one in five seconds. */
  z.strictObject({ type: z.literal('touched') }),
  /** Somebody tapped the corners as only staff know. */
  z.strictObject({ type: z.literal('staffGesture') }),
]);
export type ShellMessage = z.infer<typeof ShellMessage>;

/** What the terminal core says to a page of any role. */
export const ToPage = z.union([TerminalMessage, CallerNotice]);

export const StaffRequest = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('leave'), pin: z.string().regex(/^[0-9]{1,12}$/) }),
  /** Opens the self-test on the kiosk's own page, as soon as no applicant is at it. */
  z.strictObject({ type: z.literal('selfTest'), pin: z.string().regex(/^[0-9]{1,12}$/) }),
  z.strictObject({ type: z.literal('stay') }),
]);
export type StaffRequest = z.infer<typeof StaffRequest>;

export const StaffAnswer = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('done') }),
  ...PinTrouble.options,
]);
export type StaffAnswer = z.infer<typeof StaffAnswer>;

/** What the staff page is given: `window.jiaohaoStaff`. */
export interface StaffBridge {
  ask(request: StaffRequest): Promise<StaffAnswer>;
}

/** First-start page to shell, answered. */
export const SETUP_CHANNEL = 'jiaohao:setup';

export const SetUpRequest = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('form') }),
  /** What stands in the form's fields, by their names. */
  z.strictObject({ type: z.literal('save'), fields: z.record(z.string().max(40), z.string().max(1_000)) }),
  /** Ends the program: nobody is to be kept in a terminal that is not set up. */
  z.strictObject({ type: z.literal('leave') }),
]);
export type SetUpRequest = z.infer<typeof SetUpRequest>;

/** `html`: the form again with its mistakes, or the word that it is done. Made by the core alone. */
export const SetUpAnswer = z.strictObject({ html: z.string(), isDone: z.boolean() });
export type SetUpAnswer = z.infer<typeof SetUpAnswer>;

/** What the first-start page is given: `window.jiaohaoSetUp`. */
export interface SetUpBridge {
  ask(request: SetUpRequest): Promise<SetUpAnswer>;
}

/** The scheme of packed pages. */
export const PAGE_SCHEME = 'jiaohao';
/** Hosts under the scheme, each with a folder of its own: `jiaohao://kiosk/index.html`. */
export type PageHost = 'kiosk' | 'caller' | 'staff' | 'setup';

/** `file`: the page itself, or the one of plain HTML that stands in for it. */
export function pageAddress(host: PageHost, file: 'index' | 'one-moment' = 'index'): string {
  return `${PAGE_SCHEME}://${host}/${file}.html`;
}
