// One clerk's view of a window for the tests of the rules: A012 served, A017 next.
import type { ClerkCalls } from '@jiaohao/contracts/views';

const both = (text: string) => ({ zh: text, en: text });

export const SERVED: NonNullable<ClerkCalls['ticket']> = {
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
export const CALLED: NonNullable<ClerkCalls['ticket']> = { ...SERVED, state: 'called', startedAt: null };

export function clerkCalls(change: Partial<ClerkCalls> = {}): ClerkCalls {
  return {
    seq: 60,
    windowId: 'w05',
    windowLabel: '5',
    staffNo: '0316',
    staffName: '李文静',
    phase: 'serving',
    pauseReason: null,
    ticket: SERVED,
    next: { ticketId: 17, ticketNumber: 'A017', isPriority: true },
    evaluation: null,
    missed: [],
    callSeenWithinMs: 30_000,
    startServing: 'inferred',
    ...change,
  };
}
