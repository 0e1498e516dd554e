// The view of each audience, whole, as a function of the state alone: the same state shows the same everywhere.
import { TOPIC_KINDS } from '@jiaohao/contracts/views';
import type { AnyView, Topic, TopicKind } from '@jiaohao/contracts/views';
import { HALL_BOARD } from './board-calls.ts';
import type { State } from './state.ts';
import { boardCalls, boardStatus } from './views/board.ts';
import { clerkCalls, clerkStatus } from './views/clerk.ts';
import { kioskView, windowsView, windowTerminal } from './views/terminal.ts';
import { padView } from './views/pad.ts';
import { queueProgress, ticketView } from './views/phone.ts';
import { windowScreenCalls, windowScreenStatus } from './views/window-screen.ts';

/** Null when the configuration knows no such topic. */
export function viewOf(state: State, topic: Topic): AnyView | null {
  const at = topic.indexOf('/');
  const kind = TOPIC_KINDS.find((each) => each === topic.slice(0, at));
  return kind === undefined ? null : viewOfKind(state, kind, topic.slice(at + 1));
}

function viewOfKind(state: State, kind: TopicKind, id: string): AnyView | null {
  switch (kind) {
    case 'boardCalls':
      return boardCalls(state, id);
    case 'boardStatus':
      return boardStatus(state, id);
    case 'windowScreenCalls':
      return windowScreenCalls(state, id);
    case 'windowScreenStatus':
      return windowScreenStatus(state, id);
    case 'clerkCalls':
      return clerkCalls(state, id);
    case 'clerkStatus':
      return clerkStatus(state, id);
    case 'windowTerminal':
      return windowTerminal(state, id);
    case 'pad':
      return padView(state, id);
    case 'kiosk':
      return id === HALL_BOARD ? kioskView(state) : null;
    case 'windows':
      return id === HALL_BOARD ? windowsView(state) : null;
    case 'ticket':
      return ticketView(state, id);
    case 'queueProgress':
      return queueProgress(state, id);
  }
}

/** Every topic there is with the present configuration; tickets, which come and go, have theirs besides. */
export function allTopics(state: State): Topic[] {
  if (state.config === null) return [];
  const boards = [HALL_BOARD, ...state.config.zones.map((zone) => zone.zoneId)];
  const perBoard: Topic[] = boards.flatMap((board): Topic[] => [`boardCalls/${board}`, `boardStatus/${board}`]);
  const perWindow: Topic[] = state.config.windows.flatMap(({ windowId }) => windowTopics(windowId));
  const perQueue = state.config.queues.map(({ queueId }): Topic => `queueProgress/${queueId}`);
  return [...perBoard, ...perWindow, ...perQueue, `kiosk/${HALL_BOARD}`, `windows/${HALL_BOARD}`];
}

export function windowTopics(windowId: string): Topic[] {
  return [
    `windowScreenCalls/${windowId}`,
    `windowScreenStatus/${windowId}`,
    `clerkCalls/${windowId}`,
    `clerkStatus/${windowId}`,
    `windowTerminal/${windowId}`,
    `pad/${windowId}`,
  ];
}
