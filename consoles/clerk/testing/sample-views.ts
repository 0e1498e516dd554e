// One clerk's views for the tests: a ticket served at window 5, A017 next.
import type { ClerkCalls, ClerkStatus } from '@jiaohao/contracts/views';

const both = (zh: string) => ({ zh, en: zh });

export const SERVING_TICKET: NonNullable<ClerkCalls['ticket']> = {
  ticketId: 12,
  ticketNumber: 'A012',
  queueName: both('社会保险'),
  serviceItemName: null,
  isPriority: false,
  hasIdCard: true,
  state: 'serving',
  issuedAt: 1_000_000,
  callSeq: 50,
  calledAt: 1_600_000,
  callCount: 1,
  isSeen: true,
  startedAt: 1_630_000,
  nominalServingMs: 600_000,
};

export const CALLED_TICKET: NonNullable<ClerkCalls['ticket']> = { ...SERVING_TICKET, state: 'called', startedAt: null };

export function sampleCalls(change: Partial<ClerkCalls> = {}): ClerkCalls {
  return {
    seq: 60,
    windowId: 'w05',
    windowLabel: '5',
    staffNo: '0316',
    staffName: '李文静',
    phase: 'serving',
    pauseReason: null,
    ticket: SERVING_TICKET,
    next: { ticketId: 17, ticketNumber: 'A017', isPriority: true },
    evaluation: null,
    missed: [],
    callSeenWithinMs: 30_000,
    startServing: 'inferred',
    ...change,
  };
}

export function sampleStatus(change: Partial<ClerkStatus> = {}): ClerkStatus {
  const ticket = (ticketId: number) => ({
    ticketId,
    ticketNumber: `A0${ticketId}`,
    queueName: both('社会保险'),
    isPriority: false,
    issuedAt: 1_000_000,
  });
  return {
    seq: 60,
    hallName: both('安和市政务服务中心'),
    timeZone: 'Asia/Shanghai',
    isDayOpen: true,
    waiting: 9,
    longestWaitingSinceAt: 1_000_000,
    queues: [],
    nextTickets: [17, 13, 14].map(ticket),
    today: {
      finished: 0,
      servingMsTotal: 0,
      evaluationsRequested: 0,
      evaluationsRecorded: 0,
      pausedMs: 0,
      pausedSinceAt: null,
    },
    devices: [],
    ...change,
  };
}
