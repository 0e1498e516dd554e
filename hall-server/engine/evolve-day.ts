// What the configuration and the turn of a day make of the hall.
import type { EventOf } from '@jiaohao/contracts/events';
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import { boardsOf } from './board-calls.ts';
import { indexHall } from './hall-index.ts';
import { initialState, newQueue, newWindow } from './initial-state.ts';
import { deviceKey } from './terminal-windows.ts';
import type { State } from './state.ts';

/** Queues and windows that stay keep what they hold; new ones begin empty; gone ones are gone (rule Q25). */
export function configure(state: State, config: HallConfig, configHash: string): void {
  state.config = config;
  state.configHash = configHash;
  state.index = indexHall(config);
  state.queues = new Map(config.queues.map(({ queueId }) => [queueId, state.queues.get(queueId) ?? newQueue(queueId)]));
  state.windows = new Map(
    config.windows.map(({ windowId }) => [windowId, state.windows.get(windowId) ?? newWindow(windowId)]),
  );
  state.boards = listedAsConfigured(state);
  for (const [key, report] of state.devices)
    if (!state.index.terminals.has(report.terminalId)) state.devices.delete(key);
}

/** A new day holds what the day before carried, and nothing else. */
export function openDayState(state: State, event: EventOf<'DayOpened'>): void {
  const { carried } = event;
  Object.assign(state, { ...initialState(), seq: state.seq, lastAt: state.lastAt });
  configure(state, carried.config, carried.configHash);
  state.day = { businessDay: event.businessDay, isOpen: true, cause: event.cause };
  for (const { terminalId, device, sinceAt } of carried.devices) {
    state.devices.set(deviceKey(terminalId, device), { terminalId, device, sinceAt: sinceAt ?? event.at });
  }
  for (const evaluation of carried.evaluations) {
    state.evaluations.set(evaluation.evaluationId, { ...evaluation, asking: 1, requestedAt: evaluation.lapsedAt });
  }
}

export function closeDayState(state: State, event: EventOf<'DayClosed'>): void {
  state.day = { businessDay: event.businessDay, isOpen: false, cause: event.cause };
  state.isTicketing = false;
  state.boards = new Map();
}

/** A call stays listed where its window still has that label and serves that board. */
function listedAsConfigured(state: State): State['boards'] {
  return new Map(
    [...state.boards].map(([board, calls]) => [
      board,
      calls.filter(({ ticketId, windowLabel }) => {
        const window = state.index.windows.get(state.tickets.get(ticketId)?.windowId ?? '');
        return window?.label === windowLabel && boardsOf(window.zoneId).includes(board);
      }),
    ]),
  );
}
