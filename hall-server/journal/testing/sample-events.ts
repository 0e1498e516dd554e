// Samples for the journal's tests: a small hall, and events that a day of it would bring.
import type { EventBody, HallEvent } from '@jiaohao/contracts/events';
import { HallConfig } from '@jiaohao/contracts/hall-config';
import type { Principal } from '@jiaohao/contracts/principal';
import { configHashOf } from '../canonical-json.ts';

const general = { zh: '综合', en: 'General' };

export const SAMPLE_CONFIG: HallConfig = HallConfig.parse({
  hall: { hallId: 'h1', name: general },
  zones: [{ zoneId: 'z1', name: general, floor: 1 }],
  queues: [{ queueId: 'general', name: general, prefix: 'A', zoneId: 'z1' }],
  serviceItems: [{ serviceItemId: 'general', name: general, queueId: 'general' }],
  windows: [{ windowId: 'w01', label: '1', zoneId: 'z1', queueIds: ['general'] }],
  hours: {},
});

export const CLERK: Principal = { kind: 'clerk', staffNo: '1001' };

export function configured(config = SAMPLE_CONFIG): EventBody {
  return { type: 'HallConfigured', configHash: configHashOf(config), config };
}

export function dayOpened(businessDay: string, config = SAMPLE_CONFIG): EventBody {
  const carried = { configHash: configHashOf(config), config, devices: [], evaluations: [] };
  return { type: 'DayOpened', businessDay, cause: 'staff', closingHash: null, carried };
}

/** Bodies that name their ticket by the seq of its first event: `seq` is where the first of them will stand. */
export function issued(seq: number, overrides: Partial<Extract<EventBody, { type: 'TicketIssued' }>> = {}): EventBody {
  return {
    type: 'TicketIssued',
    ticketId: seq,
    ticketNumber: `A${String(seq % 1000).padStart(3, '0')}`,
    queueId: 'general',
    serviceItemId: 'general',
    personRef: null,
    priorityClass: 'ordinary',
    priorityReason: null,
    peopleAhead: 0,
    estimatedWaitMs: null,
    channel: 'kiosk',
    terminalId: 'k01',
    ...overrides,
  };
}

/** One whole visit, beginning at `seq`: issued, printed, called, seen, served, rated. */
export function visit(seq: number): EventBody[] {
  const ticket = { ticketId: seq };
  const at = { windowId: 'w01', staffNo: '1001' };
  const evaluation = { ...ticket, evaluationId: seq + 6 };
  return [
    issued(seq),
    { type: 'TicketPrinted', ...ticket, attempt: 1 },
    { type: 'TicketCalled', ...ticket, ...at, callSeq: seq + 2, callCount: 1 },
    { type: 'CallSeen', callSeq: seq + 2, displayId: 'd01' },
    { type: 'ServingStarted', ...ticket, windowId: 'w01', startedAt: 5, inferred: false },
    { type: 'ServingFinished', ...ticket, ...at, servingMs: 60_000 },
    { type: 'EvaluationRequested', ...evaluation, ...at, asking: 1 },
    { type: 'EvaluationRecorded', ...evaluation, rating: 5, supplement: false, onBehalf: false },
  ];
}

/** Puts bodies behind a seq, one second each. */
export function eventsFrom(firstSeq: number, bodies: readonly EventBody[], who: Principal = CLERK): HallEvent[] {
  return bodies.map((body, index) => {
    const seq = firstSeq + index;
    return { ...body, seq, at: 1_700_000_000_000 + seq * 1_000, who };
  });
}
