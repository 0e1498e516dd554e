// Every state of the floating caller's bar, and the longest words that halls bring.
import type { CallerAction, CallerUpdate, CallerWork, HotKeyState } from '../../../kiosk-app/wire/caller.ts';
import { BAR_TIME } from './caller-stage.ts';

const NO_KEYS = { callNext: null, recall: null, markMissed: null, startServing: null, pauseOrResume: null };
const KEYS = Object.fromEntries(
  Object.entries({ callNext: 'N', recall: 'R', markMissed: 'M', startServing: 'S', pauseOrResume: 'P' }).map(
    ([action, letter]) => [action, { state: 'on', label: `Ctrl+Alt+Shift+${letter}` }],
  ),
) as Record<CallerAction, HotKeyState>;

const POSSIBLE = { callNext: null, recall: null, markMissed: null, startServing: null, pauseOrResume: null } as const;

const TICKET = {
  ticketId: 12,
  ticketNumber: 'A012',
  queueName: { zh: '社会保险', en: 'Social insurance' },
  serviceItemName: { zh: '养老待遇申领', en: 'Pension claim' },
  isPriority: false,
  state: 'serving',
  calledAt: BAR_TIME - 360_000,
  callCount: 1,
  isSeen: true,
  startedAt: BAR_TIME - 329_000,
} as const satisfies CallerWork['ticket'];

const WORK: CallerWork = {
  phase: 'serving',
  pauseReason: null,
  pausedSinceAt: null,
  ticket: TICKET,
  needsStart: false,
  effect: {
    closes: { how: 'finish', ticketNumber: 'A012' },
    calls: { ticketNumber: 'A017', isPriority: true },
  },
  reasons: { ...POSSIBLE, recall: 'alreadyServing', markMissed: 'alreadyServing', startServing: 'alreadyServing' },
  waiting: 9,
  longestWaitingSinceAt: BAR_TIME - 900_000,
  evaluation: { ticketNumber: 'A011', state: 'recorded' },
};

const SERVING: CallerUpdate = {
  terminalId: 'pad-05',
  windowLabel: '5',
  language: 'zh',
  link: 'up',
  lostAt: null,
  timeZone: 'Asia/Shanghai',
  clockOffsetMs: 0,
  session: { state: 'signedIn', staffNo: '0316', staffName: '李文静' },
  work: WORK,
  working: null,
  question: null,
  notice: null,
  isFlashing: false,
  form: 'compact',
  hotKeys: KEYS,
  pad: { state: 'ready', code: null },
  unsentRatings: 0,
  consoleUrl: null,
};

const CALLED: CallerWork = {
  ...WORK,
  phase: 'called',
  ticket: { ...TICKET, state: 'called', startedAt: null, isSeen: false },
  reasons: POSSIBLE,
  needsStart: true,
  effect: { closes: { how: 'miss', ticketNumber: 'A012' }, calls: { ticketNumber: 'A017', isPriority: false } },
  evaluation: { ticketNumber: 'A011', state: 'requested' },
};

const FREE: CallerWork = {
  ...WORK,
  phase: 'free',
  ticket: null,
  effect: { closes: null, calls: { ticketNumber: 'A017', isPriority: true } },
  reasons: { ...POSSIBLE, recall: 'noOpenTicket', markMissed: 'noOpenTicket', startServing: 'noOpenTicket' },
};

const NOBODY: CallerWork = {
  ...FREE,
  effect: { closes: null, calls: null },
  reasons: { ...FREE.reasons, callNext: 'queueEmpty' },
  waiting: 0,
  evaluation: { ticketNumber: 'A011', state: 'lapsed' },
};

const PAUSED: CallerWork = {
  ...FREE,
  phase: 'paused',
  pauseReason: 'meal',
  pausedSinceAt: BAR_TIME - 724_000,
  reasons: { ...FREE.reasons, callNext: 'windowPaused' },
};

const LOST: CallerWork = {
  ...WORK,
  reasons: {
    callNext: 'linkLost',
    recall: 'linkLost',
    markMissed: 'linkLost',
    startServing: 'linkLost',
    pauseOrResume: 'linkLost',
  },
};

/** The widest letters, three digits everywhere, names of forty hanzi and a hundred and twenty letters. */
const LONGEST: CallerWork = {
  ...CALLED,
  ticket: {
    ...TICKET,
    ticketNumber: 'MW999999',
    state: 'called',
    startedAt: null,
    calledAt: BAR_TIME - 9 * 3_600_000,
    serviceItemName: null,
    queueName: {
      zh: '不动产抵押权首次登记（含预告登记）以及企业开办变更注销一窗联办综合受理专区（上午）',
      en: 'First registration of mortgages on real estate, with advance notice, and one-stop setting up of enterprises (mornings)',
    },
  },
  effect: {
    closes: { how: 'finish', ticketNumber: 'MW999999' },
    calls: { ticketNumber: 'MW999998', isPriority: true },
  },
  waiting: 999,
  evaluation: { ticketNumber: 'MW999997', state: 'requested' },
};

const signedOut = (trouble: Extract<CallerUpdate['session'], { state: 'signedOut' }>['trouble']) =>
  ({ session: { state: 'signedOut', trouble }, work: null, timeZone: null }) as const;

/** By name, as changes of the bar of somebody who serves A012. */
export const CALLER_STATES: Readonly<Record<string, Partial<CallerUpdate>>> = {
  serving: {},
  called: { work: CALLED },
  free: { work: FREE, isFlashing: true },
  nobody: { work: NOBODY },
  paused: { work: PAUSED },
  'ask-missed': { work: CALLED, question: { about: 'markMissed', ticketId: 12, ticketNumber: 'A012', isSeen: false } },
  'ask-pause': { question: { about: 'pause' } },
  refused: { work: CALLED, notice: { trouble: 'callNotSeen', control: 'markMissed' } },
  unanswered: { notice: { trouble: 'unanswered', control: 'callNext' } },
  lost: { work: LOST, link: 'down', lostAt: BAR_TIME },
  keys: {
    hotKeys: {
      ...KEYS,
      callNext: { state: 'taken', label: 'Ctrl+Alt+Shift+N' },
      markMissed: { state: 'sameAs', label: 'Ctrl+Alt+Shift+R', action: 'recall' },
    },
  },
  browser: { hotKeys: NO_KEYS, consoleUrl: 'http://192.0.2.10:8080/clerk/' },
  longest: { work: LONGEST, windowLabel: '105' },
  'longest-asked': {
    work: LONGEST,
    question: { about: 'markMissed', ticketId: 12, ticketNumber: 'MW999999', isSeen: false },
  },
  'signed-out': signedOut(null),
  'wrong-password': signedOut('wrongPassword'),
  'sign-in-refused': signedOut('openTicketElsewhere'),
  'signing-in': { session: { state: 'signingIn' }, work: null },
};

export function callerUpdate(change: Partial<CallerUpdate>): CallerUpdate {
  return { ...SERVING, ...change };
}
