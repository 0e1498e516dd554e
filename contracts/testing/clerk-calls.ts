// One clerk's calls for the tests of consoles and callers: A012 served at window 5, A017 next.
import type { ClerkCalls } from '../views.ts';

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
