// What must hold of every hall at every moment, told from the events alone.
import type { HallEvent } from '@jiaohao/contracts/events';
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import { orderOracle } from './order-oracle.ts';

export interface Invariants {
  observe(event: HallEvent): void;
  readonly broken: string[];
  /** How often each type of event was seen: a simulation that never does a thing proves nothing about it. */
  readonly seen: Map<string, number>;
}

export function invariants(config: HallConfig): Invariants {
  const broken: string[] = [];
  const seen = new Map<string, number>();
  const order = orderOracle(config);
  const checks = [numbersOnce(), oneTicketAWindow(), oneEvaluationAServing(), everyTicketEnds()];
  return {
    broken,
    seen,
    observe: (event) => {
      seen.set(event.type, (seen.get(event.type) ?? 0) + 1);
      broken.push(...order.observe(event), ...checks.flatMap((check) => check(event)));
    },
  };
}

type Check = (event: HallEvent) => string[];

function numbersOnce(): Check {
  const given = new Set<string>();
  return (event) => {
    if (event.type === 'DayOpened') given.clear();
    if (event.type !== 'TicketIssued') return [];
    const isTwice = given.has(event.ticketNumber);
    given.add(event.ticketNumber);
    return isTwice ? [`seq ${event.seq}: number ${event.ticketNumber} given twice on a day`] : [];
  };
}

function oneTicketAWindow(): Check {
  const openAt = new Map<string, number>();
  const windowOf = new Map<number, string>();
  const close = (ticketId: number) => {
    openAt.delete(windowOf.get(ticketId) ?? '');
    windowOf.delete(ticketId);
  };
  return (event) => {
    if (event.type === 'ServingFinished' || event.type === 'TicketMissed' || event.type === 'TicketExpired')
      close(event.ticketId);
    if (event.type !== 'TicketCalled') return [];
    const found: string[] = [];
    if (openAt.has(event.windowId))
      found.push(`seq ${event.seq}: ${event.windowId} calls while ${openAt.get(event.windowId)} is open there`);
    if (windowOf.has(event.ticketId))
      found.push(`seq ${event.seq}: ${event.ticketId} called while open at ${windowOf.get(event.ticketId)}`);
    openAt.set(event.windowId, event.ticketId);
    windowOf.set(event.ticketId, event.windowId);
    return found;
  };
}

function oneEvaluationAServing(): Check {
  const evaluationOf = new Map<number, number>();
  const recorded = new Set<number>();
  const finished = new Set<number>();
  return (event) => {
    if (event.type === 'ServingFinished') {
      const isTwice = finished.has(event.ticketId);
      finished.add(event.ticketId);
      return isTwice ? [`seq ${event.seq}: ${event.ticketId} finished twice`] : [];
    }
    if (event.type === 'EvaluationRequested') {
      const known = evaluationOf.get(event.ticketId) ?? event.evaluationId;
      evaluationOf.set(event.ticketId, known);
      return known === event.evaluationId ? [] : [`seq ${event.seq}: a second evaluation of ${event.ticketId}`];
    }
    if (event.type !== 'EvaluationRecorded') return [];
    const isTwice = recorded.has(event.evaluationId);
    recorded.add(event.evaluationId);
    return isTwice ? [`seq ${event.seq}: evaluation ${event.evaluationId} recorded twice`] : [];
  };
}

function everyTicketEnds(): Check {
  const open = new Set<number>();
  const pending = new Set<number>();
  return (event) => {
    if (event.type === 'TicketIssued') open.add(event.ticketId);
    if (event.type === 'ServingFinished' || event.type === 'TicketExpired') open.delete(event.ticketId);
    if (event.type === 'EvaluationRequested') pending.add(event.evaluationId);
    if (event.type === 'EvaluationRecorded' || event.type === 'EvaluationLapsed') pending.delete(event.evaluationId);
    if (event.type !== 'DayClosed') return [];
    const left = [...open].map((ticketId) => `seq ${event.seq}: the day closed and ${ticketId} is still open`);
    return [
      ...left,
      ...[...pending].map((evaluationId) => `seq ${event.seq}: the day closed and evaluation ${evaluationId} waits`),
    ];
  };
}
