// One clerk's views for the pictures of the console: the morning of the drawing, and the worst that a hall may configure.
import type { ClerkCalls, ClerkStatus, WindowsView } from '@jiaohao/contracts/views';
import { HALL_TIME } from './hall-stage.ts';

const both = (zh: string, en = zh) => ({ zh, en });
const minutesAgo = (minutes: number) => HALL_TIME - minutes * 60_000;
const SOCIAL = both('社会保险', 'Social insurance');
const MEDICAL = both('医疗保障', 'Medical insurance');
const LONG = both('不动产抵押权首次登记（含预告登记）', 'First registration of a real-estate mortgage');

export const SERVING: NonNullable<ClerkCalls['ticket']> = {
  ticketId: 12,
  ticketNumber: 'A012',
  queueName: SOCIAL,
  serviceItemName: both('养老待遇申领', 'Pension claim'),
  isPriority: false,
  hasIdCard: true,
  state: 'serving',
  issuedAt: minutesAgo(18),
  callSeq: 50,
  calledAt: minutesAgo(7),
  callCount: 1,
  isSeen: true,
  startedAt: HALL_TIME - 384_000,
  nominalServingMs: 600_000,
};
export const CALLED = { ...SERVING, state: 'called', calledAt: HALL_TIME - 12_000, startedAt: null } as const;
const WORST_TICKET: NonNullable<ClerkCalls['ticket']> = {
  ...SERVING,
  ticketNumber: 'K1-W9999',
  queueName: LONG,
  serviceItemName: both('不动产抵押权变更登记与注销登记（批量）', 'Changing and cancelling a mortgage, in bulk'),
  isPriority: true,
  issuedAt: minutesAgo(999),
  callCount: 12,
  startedAt: minutesAgo(130),
};

export function clerkCalls(change: Partial<ClerkCalls> = {}): ClerkCalls {
  return {
    seq: 1,
    windowId: 'w5',
    windowLabel: '5',
    staffNo: '0316',
    staffName: '李文静',
    phase: 'serving',
    pauseReason: null,
    ticket: SERVING,
    next: { ticketId: 17, ticketNumber: 'A017', isPriority: true },
    evaluation: { evaluationId: 1, ticketNumber: 'A011', state: 'recorded', requestedAt: minutesAgo(8) },
    missed: [{ ticketId: 9, ticketNumber: 'A009', queueName: SOCIAL, missedAt: minutesAgo(4) }],
    callSeenWithinMs: 30_000,
    startServing: 'inferred',
    ...change,
  };
}

/** The longest that a hall may configure, at one window. */
export const WORST_CALLS = clerkCalls({
  ticket: WORST_TICKET,
  windowLabel: 'W105',
  staffName: '欧阳演示者',
  next: { ticketId: 17, ticketNumber: 'W9999000', isPriority: true },
  missed: [{ ticketId: 9, ticketNumber: 'K1-W9999', queueName: LONG, missedAt: minutesAgo(120) }],
});

function waiting(ticketId: number, ticketNumber: string, minutes: number, queueName = SOCIAL, isPriority = false) {
  return { ticketId, ticketNumber, queueName, isPriority, issuedAt: minutesAgo(minutes) };
}

export function clerkStatus(change: Partial<ClerkStatus> = {}): ClerkStatus {
  return {
    seq: 1,
    hallName: both('安和市政务服务大厅', 'Anhe Government Service Hall'),
    timeZone: 'Asia/Shanghai',
    isDayOpen: true,
    waiting: 9,
    longestWaitingSinceAt: minutesAgo(14),
    queues: [],
    nextTickets: [
      waiting(17, 'A017', 3, SOCIAL, true),
      waiting(13, 'A013', 14),
      waiting(14, 'A014', 12),
      waiting(111, 'C111', 9, MEDICAL),
      waiting(15, 'A015', 8),
      waiting(16, 'A016', 5),
    ],
    today: {
      finished: 23,
      servingMsTotal: 23 * 490_000,
      evaluationsRequested: 23,
      evaluationsRecorded: 18,
      pausedMs: 720_000,
      pausedSinceAt: null,
    },
    devices: [{ terminalId: 'pad-05', device: { kind: 'evaluationPad', state: 'ready', code: null } }],
    ...change,
  };
}

export const WORST_STATUS = clerkStatus({
  waiting: 999,
  longestWaitingSinceAt: minutesAgo(300),
  queues: ['一', '二', '三', '四'].map((place, index) => ({
    queueId: `q${index}`,
    name: both(`${LONG.zh}${place}`, LONG.en),
    waiting: 250,
  })),
  nextTickets: ['K1-W9999', 'W9998', 'W9997', 'W9996', 'W9995', 'W9994'].map((number, place) =>
    waiting(17 + place, number, 120, LONG, place < 2),
  ),
  devices: [
    { terminalId: 'pad-05', device: { kind: 'evaluationPad', state: 'fault', code: 'portLost' } },
    { terminalId: 'kiosk-1', device: { kind: 'ticketPrinter', state: 'fault', code: 'paperOut' } },
    { terminalId: 'kiosk-2', device: { kind: 'idCardReader', state: 'fault', code: 'noReply' } },
  ],
});

export const WINDOWS: WindowsView = {
  seq: 1,
  hallName: both('安和市政务服务大厅', 'Anhe Government Service Hall'),
  windows: ['3', '5', '8', '12', '21', '105'].map((label, place) => ({
    windowId: `w${label}`,
    label,
    zoneName: both('A 区', 'Area A'),
    services: place % 2 === 0 ? [SOCIAL, MEDICAL] : [LONG],
    staffNo: place === 2 ? '0308' : null,
  })),
};
