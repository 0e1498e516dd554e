// Which views an event makes another: only these are computed again.
import type { EventOf, HallEvent } from '@jiaohao/contracts/events';
import type { Topic } from '@jiaohao/contracts/views';
import { windowOfClerk } from './actor.ts';
import { HALL_BOARD, ticketOfCall } from './board-calls.ts';
import { linesOf } from './queue-lines.ts';
import type { HallIndex } from './hall-index.ts';
import type { State } from './state.ts';
import { windowsOf } from './terminal-windows.ts';
import { allTopics, windowTopics } from './views.ts';

/**
 * Topics touched by an event, seen from the state after it. May name one too many, never one too few. Lists that depend
 * on the configuration alone are made once for it, and are the same object each time.
 */
export function dirtyTopics(state: State, event: HallEvent): readonly Topic[] {
  switch (event.type) {
    case 'HallConfigured':
      return [...allTopics(state), ...[...state.tickets.keys()].map((ticketId): Topic => `ticket/${ticketId}`)];
    case 'DayOpened':
    case 'DayClosed':
      return allTopics(state);
    case 'TicketingOpened':
    case 'TicketingClosed':
      return [`kiosk/${HALL_BOARD}`, ...everyBoardStatus(state)];
    case 'ClerkSignedIn':
    case 'ClerkSignedOut':
      return remembered(state, `desk ${event.windowId}`, () => [
        ...windowTopics(event.windowId),
        `windows/${HALL_BOARD}`,
        ...loadTopics(state, queuesAt(state, event.windowId)),
      ]);
    case 'WindowPaused':
    case 'WindowResumed':
      return [...windowTopics(event.windowId), ...loadTopics(state, queuesAt(state, event.windowId))];
    case 'DeviceReported':
      return deviceTopics(state, event.terminalId);
    case 'TicketPrinted':
    case 'TicketPrintingFailed':
    case 'TicketReprinted':
    case 'PersonalDataErased':
      return [];
    case 'CallSeen':
      return callTopics(state, event.callSeq);
    case 'EvaluationRequested':
    case 'EvaluationRecorded':
    case 'EvaluationLapsed':
      return evaluationTopics(state, event.evaluationId);
    case 'TicketIssued':
      return isHead(state, event) ? lineTopics(state, event.queueId) : waitingTopics(state, event.queueId);
    case 'TicketRequeued':
    case 'TicketExpired':
      return lineTopics(state, queueOf(state, event.ticketId));
    case 'TicketCalled':
    case 'TicketRecalled':
    case 'ServingStarted':
    case 'ServingFinished':
    case 'TicketMissed':
      return servingTopics(state, event.windowId, queueOf(state, event.ticketId));
  }
}

/** The view of the one ticket that an event is about, beside the topics above. A ticket just issued is watched by nobody. */
export function ticketTopic(event: HallEvent): Topic | null {
  switch (event.type) {
    case 'TicketCalled':
    case 'TicketRecalled':
    case 'ServingStarted':
    case 'ServingFinished':
    case 'TicketMissed':
    case 'TicketRequeued':
    case 'TicketExpired':
      return `ticket/${event.ticketId}`;
    default:
      return null;
  }
}

const rememberedTopics = new WeakMap<HallIndex, Map<string, readonly Topic[]>>();

/** What follows from the configuration alone is worked out once: a morning rush names the same hundred topics every time. */
function remembered(state: State, what: string, topics: () => readonly Topic[]): readonly Topic[] {
  const known = rememberedTopics.get(state.index) ?? new Map<string, readonly Topic[]>();
  rememberedTopics.set(state.index, known);
  const list = known.get(what) ?? topics();
  known.set(what, list);
  return list;
}

/** A ticket of a queue at a window: boards, the window, and everybody who shows the lines it calls from. */
function servingTopics(state: State, windowId: string, queueId: string | undefined): readonly Topic[] {
  return remembered(state, `serving ${windowId} ${queueId}`, () => [
    ...windowTopics(windowId),
    ...boardCallTopics(state, windowId),
    ...lineTopics(state, queueId),
    ...loadTopics(state, queuesAt(state, windowId)),
  ]);
}

/** Everybody who shows who is next in a line, or how long it is. */
function lineTopics(state: State, queueId: string | undefined): readonly Topic[] {
  if (queueId === undefined) return [];
  return remembered(state, `line ${queueId}`, () => {
    const windows = state.index.windowsOfQueue.get(queueId) ?? [];
    return [...waitingTopics(state, queueId), ...windows.map((windowId): Topic => `clerkCalls/${windowId}`)];
  });
}

/** Everybody who shows how long a line is. */
function waitingTopics(state: State, queueId: string): readonly Topic[] {
  return remembered(state, `waiting ${queueId}`, () => {
    const windows = state.index.windowsOfQueue.get(queueId) ?? [];
    return [
      ...loadTopics(state, [queueId]),
      ...windows.flatMap((windowId): Topic[] => [`clerkStatus/${windowId}`, `windowScreenStatus/${windowId}`]),
    ];
  });
}

/** A ticket behind others changes nobody's next. */
function isHead(state: State, event: EventOf<'TicketIssued'>): boolean {
  const queue = state.queues.get(event.queueId);
  return queue !== undefined && linesOf(queue, event.priorityClass).own.first?.ticketId === event.ticketId;
}

/** Boards, kiosks and phones show counts and estimates of these queues. */
function loadTopics(state: State, queueIds: readonly string[]): Topic[] {
  const zones = [...state.index.queuesOfZone].filter(([, queues]) =>
    queues.some((queue) => queueIds.includes(queue.queueId)),
  );
  return [
    `kiosk/${HALL_BOARD}`,
    `boardStatus/${HALL_BOARD}`,
    ...zones.map(([zoneId]): Topic => `boardStatus/${zoneId}`),
    ...queueIds.map((queueId): Topic => `queueProgress/${queueId}`),
  ];
}

function boardCallTopics(state: State, windowId: string): Topic[] {
  const zoneId = state.index.windows.get(windowId)?.zoneId;
  return zoneId === undefined ? [] : [`boardCalls/${HALL_BOARD}`, `boardCalls/${zoneId}`];
}

function callTopics(state: State, callSeq: number): Topic[] {
  const windowId = ticketOfCall(state, callSeq)?.windowId ?? null;
  return windowId === null ? [] : [`clerkCalls/${windowId}`];
}

function evaluationTopics(state: State, evaluationId: number): Topic[] {
  const evaluation = state.evaluations.get(evaluationId);
  if (evaluation === undefined) return [];
  const { windowId, staffNo } = evaluation;
  const nowAt = staffNo === null ? null : windowOfClerk(state, staffNo);
  const own: Topic[] = [
    `clerkCalls/${windowId}`,
    `clerkStatus/${windowId}`,
    `windowTerminal/${windowId}`,
    `pad/${windowId}`,
  ];
  return nowAt === null || nowAt.windowId === windowId ? own : [...own, `clerkStatus/${nowAt.windowId}`];
}

/** The own window's clerk, and for a kiosk every clerk. */
function deviceTopics(state: State, terminalId: string): Topic[] {
  const terminal = state.index.terminals.get(terminalId);
  const own = terminal === undefined ? [] : windowsOf(terminal);
  if (own.length > 0) return own.map((windowId): Topic => `clerkStatus/${windowId}`);
  return [...state.windows.keys()].map((windowId): Topic => `clerkStatus/${windowId}`);
}

function everyBoardStatus(state: State): Topic[] {
  return [HALL_BOARD, ...state.index.zones.keys()].map((board): Topic => `boardStatus/${board}`);
}

function queuesAt(state: State, windowId: string): readonly string[] {
  return state.index.windows.get(windowId)?.queueIds ?? [];
}

function queueOf(state: State, ticketId: number): string | undefined {
  return state.tickets.get(ticketId)?.queueId;
}
