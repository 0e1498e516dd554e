// Between the floating caller's page and the terminal core: presses go one way, the whole bar comes the other. No token, no password comes back.
import { z } from 'zod';
import { EvaluationState } from '@jiaohao/contracts/evaluation';
import { Instant, RequestId, StaffNo, TicketId } from '@jiaohao/contracts/ids';
import { SignInRequest } from '@jiaohao/contracts/principal';
import { RefusalCode } from '@jiaohao/contracts/refusals';
import { ClerkTicket, WindowPhase } from '@jiaohao/contracts/views';
import { DeviceHealth } from './page.ts';

export const CALLER_ACTIONS = ['callNext', 'recall', 'markMissed', 'startServing', 'pauseOrResume'] as const;
export const CallerAction = z.enum(CALLER_ACTIONS);
export type CallerAction = z.infer<typeof CallerAction>;

/** Signing out is no hot key: it is pressed on the bar. */
export const CallerControl = z.enum([...CALLER_ACTIONS, 'signOut']);
export type CallerControl = z.infer<typeof CallerControl>;

export const PauseReason = z.enum(['meal', 'meeting', 'fetch', 'away']);
export type PauseReason = z.infer<typeof PauseReason>;

/** `compact` 560 x 96, `open` 560 x 220 CSS px. */
export const CallerForm = z.enum(['compact', 'open']);
export type CallerForm = z.infer<typeof CallerForm>;

/** The hall's refusals, and what went wrong on the way to it. */
export const CallerTrouble = z.union([
  RefusalCode,
  z.enum([
    'wrongPassword',
    'tooManyAttempts',
    'hallUnreachable',
    'signInFailed',
    'noWindow',
    'signInEnded',
    'outdated',
    'signedOutElsewhere',
    'windowChanged',
    /** One press at a time: the one before is not answered yet. */
    'stillWorking',
    /** No answer in time: whether it was carried out is not known. */
    'unanswered',
    /** The ticket at the window is another one than the person saw: nothing was asked. */
    'changedMeanwhile',
    'notAllowed',
  ]),
]);
export type CallerTrouble = z.infer<typeof CallerTrouble>;

/** What callNext will do now. */
export const CallNextEffect = z.strictObject({
  closes: z.strictObject({ how: z.enum(['finish', 'miss']), ticketNumber: z.string() }).nullable(),
  calls: z.strictObject({ ticketNumber: z.string(), isPriority: z.boolean() }).nullable(),
});
export type CallNextEffect = z.infer<typeof CallNextEffect>;

export const CallerTicket = ClerkTicket.pick({
  ticketId: true,
  ticketNumber: true,
  queueName: true,
  serviceItemName: true,
  isPriority: true,
  state: true,
  calledAt: true,
  callCount: true,
  isSeen: true,
  startedAt: true,
});

/** The work at the window, for the clerk who is signed in there. */
export const CallerWork = z.strictObject({
  phase: WindowPhase,
  pauseReason: z.string().nullable(),
  pausedSinceAt: Instant.nullable(),
  ticket: CallerTicket.nullable(),
  /** The hall wants 开始办理 pressed. */
  needsStart: z.boolean(),
  effect: CallNextEffect,
  /** Per action why it is impossible; null where it can be done. */
  reasons: z.record(CallerAction, RefusalCode.nullable()),
  waiting: z.int().min(0),
  longestWaitingSinceAt: Instant.nullable(),
  /** Asked, received or lapsed; never its value. */
  evaluation: z.strictObject({ ticketNumber: z.string(), state: EvaluationState }).nullable(),
});
export type CallerWork = z.infer<typeof CallerWork>;

/** `label` as people write it, e.g. Ctrl+Alt+Shift+N. `taken`: another program has it. `sameAs`: another action of ours has it. */
export const HotKeyState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('on'), label: z.string() }),
  z.strictObject({ state: z.literal('taken'), label: z.string() }),
  z.strictObject({ state: z.literal('sameAs'), label: z.string(), action: CallerAction }),
]);
export type HotKeyState = z.infer<typeof HotKeyState>;

export const CallerQuestion = z.discriminatedUnion('about', [
  z.strictObject({
    about: z.literal('markMissed'),
    ticketId: TicketId,
    ticketNumber: z.string(),
    isSeen: z.boolean(),
  }),
  z.strictObject({ about: z.literal('pause') }),
]);
export type CallerQuestion = z.infer<typeof CallerQuestion>;

export const CallerSession = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('signedOut'), trouble: CallerTrouble.nullable() }),
  z.strictObject({ state: z.literal('signingIn') }),
  z.strictObject({ state: z.literal('signedIn'), staffNo: StaffNo, staffName: z.string().nullable() }),
]);
export type CallerSession = z.infer<typeof CallerSession>;

/** The name of a file in caller-page/languages; a page that has none of this name speaks Chinese. */
export const CallerLanguage = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

/** Everything the bar is drawn from, whole. */
export const CallerUpdate = z.strictObject({
  terminalId: z.string(),
  windowLabel: z.string().nullable(),
  language: CallerLanguage,
  link: z.enum(['starting', 'up', 'down']),
  /** By the hall's clock; null while the link is up, and before it ever was. */
  lostAt: Instant.nullable(),
  timeZone: z.string().nullable(),
  /** The hall's clock minus this machine's. */
  clockOffsetMs: z.int(),
  session: CallerSession,
  work: CallerWork.nullable(),
  /** The control whose request is not answered yet. */
  working: CallerControl.nullable(),
  question: CallerQuestion.nullable(),
  notice: z.strictObject({ trouble: CallerTrouble, control: CallerControl.nullable() }).nullable(),
  /** Somebody waits and the window is free. */
  isFlashing: z.boolean(),
  form: CallerForm,
  /** Null per action without a key, and everywhere where the host has no global keys. */
  hotKeys: z.record(CallerAction, HotKeyState.nullable()),
  pad: DeviceHealth,
  /** Ratings that the hall has not acknowledged yet. */
  unsentRatings: z.int().min(0),
  /** The full console as a link; null where the host opens it (`openConsole`). */
  consoleUrl: z.url().nullable(),
});
export type CallerUpdate = z.infer<typeof CallerUpdate>;

/** The ticket that stood on the bar when it was pressed; null: none. */
const seen = { ticketId: TicketId.nullable() };

/** Page to terminal. Request ids are made at the press. */
export const CallerMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('press'), requestId: RequestId, action: CallerAction, ...seen }),
  z.strictObject({ type: z.literal('confirmMissed'), requestId: RequestId, ...seen }),
  z.strictObject({ type: z.literal('pause'), requestId: RequestId, reason: PauseReason }),
  /** Esc: no question, no notice. */
  z.strictObject({ type: z.literal('dismiss') }),
  z.strictObject({ type: z.literal('signIn'), ...SignInRequest.shape }),
  z.strictObject({ type: z.literal('signOut'), requestId: RequestId }),
  z.strictObject({ type: z.literal('setForm'), form: CallerForm }),
  z.strictObject({ type: z.literal('openConsole') }),
]);
export type CallerMessage = z.infer<typeof CallerMessage>;

/** Terminal to page. */
export const CallerNotice = z.strictObject({ type: z.literal('update'), update: CallerUpdate });
export type CallerNotice = z.infer<typeof CallerNotice>;

/** What the page is given, by whichever host: `window.jiaohaoTerminal`. */
export interface CallerBridge {
  send(message: CallerMessage): void;
  /** Called for every message from the terminal, and with `{lost: true}` when the host itself went away. */
  listen(listener: (message: CallerNotice | { readonly lost: true }) => void): void;
}
