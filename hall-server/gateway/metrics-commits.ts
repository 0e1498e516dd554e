// Figures out of what has been committed: tickets, calls, waits, receipts, and the commits themselves.
import { Counter, Histogram } from 'prom-client';
import type { Registry } from 'prom-client';
import type { HallEvent } from '@jiaohao/contracts/events';
import type { Hall } from '../hall-door.ts';

/** From a free window to an hour and a half and more; the hall's own target is 15 minutes unless it says otherwise. */
const WAIT_SECONDS = [30, 60, 120, 300, 600, 900, 1_200, 1_800, 2_700, 3_600, 5_400, 7_200];
/** A call is on the boards within a frame or two; beyond 30 s it counts as never seen (rule of markMissed). */
const RECEIPT_SECONDS = [0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 10, 30];
const COMMIT_SECONDS = [0.000_5, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const COMMIT_EVENTS = [1, 2, 4, 8, 16, 32, 64, 128];
/** Calls that no display has shown yet; an older one is given up. */
const UNSEEN_MAX = 500;

/** Returns what ends the counting. */
export function collectCommits(registry: Registry, hall: Hall): () => void {
  const registers = [registry];
  const commitSeconds = new Histogram({
    name: 'jiaohao_commit_seconds',
    help: 'Time the disk took for a commit',
    buckets: COMMIT_SECONDS,
    registers,
  });
  const commitEvents = new Histogram({
    name: 'jiaohao_commit_events',
    help: 'Events in one commit',
    buckets: COMMIT_EVENTS,
    registers,
  });
  const count = eventCounter(registry, hall);
  return hall.onCommitted(({ events, commitMs }) => {
    commitSeconds.observe(commitMs / 1_000);
    commitEvents.observe(events.length);
    events.forEach(count);
  });
}

function eventCounter(registry: Registry, hall: Hall): (event: HallEvent) => void {
  const { byType, issued, waits, receipts } = eventFamilies(registry);
  const calledAt = new Map<number, number>();
  const called = (callSeq: number, at: number) => {
    calledAt.set(callSeq, at);
    const oldest = calledAt.keys().next();
    if (calledAt.size > UNSEEN_MAX && oldest.done !== true) calledAt.delete(oldest.value);
  };
  return (event) => {
    byType.inc({ type: event.type });
    switch (event.type) {
      case 'TicketIssued':
        issued.inc({ queue: event.queueId });
        return;
      case 'TicketCalled': {
        called(event.callSeq, event.at);
        const issuedAt = hall.ticketIssuedAt(event.ticketId);
        if (event.callCount === 1 && issuedAt !== null) waits.observe((event.at - issuedAt) / 1_000);
        return;
      }
      case 'TicketRecalled':
        called(event.callSeq, event.at);
        return;
      case 'CallSeen': {
        const at = calledAt.get(event.callSeq);
        calledAt.delete(event.callSeq);
        if (at !== undefined) receipts.observe((event.at - at) / 1_000);
        return;
      }
      default:
    }
  };
}

function eventFamilies(registry: Registry) {
  const registers = [registry];
  const labelled = <L extends string>(name: string, help: string, label: L) =>
    new Counter({ name, help, labelNames: [label], registers });
  const byType = labelled('jiaohao_events_total', 'Events written since the start, by type', 'type');
  totalOf(
    registry,
    byType,
    'jiaohao_calls_total',
    'Tickets called since the start, recalls not counted',
    'TicketCalled',
  );
  totalOf(registry, byType, 'jiaohao_recalls_total', 'Recalls since the start', 'TicketRecalled');
  totalOf(registry, byType, 'jiaohao_tickets_missed_total', 'Tickets marked missed since the start', 'TicketMissed');
  return {
    byType,
    issued: labelled('jiaohao_tickets_issued_total', 'Tickets issued since the start, by queue', 'queue'),
    waits: new Histogram({
      name: 'jiaohao_wait_seconds',
      help: 'Hall time from issue to the first call of a ticket',
      buckets: WAIT_SECONDS,
      registers,
    }),
    receipts: new Histogram({
      name: 'jiaohao_call_seen_seconds',
      help: 'Time from a call to the first receipt of a display',
      buckets: RECEIPT_SECONDS,
      registers,
    }),
  };
}

/** A name of its own for an event that everybody asks for: read when asked, so that the call itself counts once. */
function totalOf(registry: Registry, events: Counter<'type'>, name: string, help: string, type: string): void {
  const total = new Counter({
    name,
    help,
    registers: [registry],
    async collect() {
      const { values } = await events.get();
      total.reset();
      total.inc(values.find(({ labels }) => labels.type === type)?.value ?? 0);
    },
  });
}
