// The hall before the first event.
import { indexHall } from './hall-index.ts';
import type { QueueState, State, WindowState } from './state.ts';
import { emptyLine } from './waiting-line.ts';

export function initialState(): State {
  return {
    seq: 0,
    lastAt: 0,
    config: null,
    configHash: null,
    index: indexHall(null),
    day: null,
    isTicketing: false,
    queues: new Map(),
    windows: new Map(),
    tickets: new Map(),
    figures: new Map(),
    holding: new Map(),
    evaluations: new Map(),
    pendingEvaluations: new Set(),
    boards: new Map(),
    recentWaitsMs: [],
    devices: new Map(),
  };
}

export function newQueue(queueId: string): QueueState {
  return {
    queueId,
    ordinary: emptyLine(),
    priority: emptyLine(),
    lastNumber: 0,
    servings: { count: 0, meanMs: 0 },
    missed: new Set(),
  };
}

export function newWindow(windowId: string): WindowState {
  return {
    windowId,
    staffNo: null,
    paused: null,
    openTicketId: null,
    lastServedTicketId: null,
    evaluationId: null,
    priorityRun: 0,
  };
}
