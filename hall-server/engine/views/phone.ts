// What an applicant's phone shows: its one ticket, and how far the queue has come, from which it finds its own place (rule Q33).
import { PROGRESS_PLACES_MAX } from '@jiaohao/contracts/phone-views';
import type { QueueProgress, TicketView } from '@jiaohao/contracts/views';
import { present } from '../invariant.ts';
import type { State, Ticket } from '../state.ts';
import type { WaitingLine } from '../waiting-line.ts';
import { callingWindows, meanServingMs } from '../waiting.ts';

/** Null for a ticket of another day. `id` as it stands in a topic. */
export function ticketView(state: State, id: string): TicketView | null {
  const ticket = /^[1-9]\d{0,15}$/.test(id) ? state.tickets.get(Number(id)) : undefined;
  const queue = ticket === undefined ? undefined : state.index.queues.get(ticket.queueId);
  if (ticket === undefined || queue === undefined || state.config === null) return null;
  const item = ticket.serviceItemId === null ? undefined : state.index.serviceItems.get(ticket.serviceItemId);
  return {
    seq: state.seq,
    hallName: state.config.hall.name,
    timeZone: state.config.hall.timeZone,
    ticketId: ticket.ticketId,
    ticketNumber: ticket.ticketNumber,
    queueId: ticket.queueId,
    serviceName: (item ?? queue).name,
    state: ticket.state,
    waitingPlace: placeOf(state, queue.zoneId),
    call: callOf(state, ticket),
  };
}

/** Costs as much as the places that it names, however long the line. */
export function queueProgress(state: State, queueId: string): QueueProgress | null {
  const queue = state.queues.get(queueId);
  if (queue === undefined || state.config === null) return null;
  const windows = callingWindows(state, queue);
  return {
    seq: state.seq,
    ordinary: firstOf(queue.ordinary),
    priority: firstOf(queue.priority),
    ordinaryWaiting: queue.ordinary.places.size,
    priorityWaiting: queue.priority.places.size,
    priorityInRowMax: state.config.policies.priorityInRowMax,
    servingMs: Math.round(meanServingMs(state, queue)),
    windows: windows.length,
    isWindowFree: windows.some((window) => window.openTicketId === null),
  };
}

function firstOf(line: WaitingLine): number[] {
  const ticketIds: number[] = [];
  for (let place = line.first; place !== null && ticketIds.length < PROGRESS_PLACES_MAX; place = place.behind) {
    ticketIds.push(place.ticketId);
  }
  return ticketIds;
}

/** Of a ticket that is to be at a window now. */
function callOf(state: State, ticket: Ticket): TicketView['call'] {
  const { callSeq, calledAt, callCount, windowId } = ticket;
  const window = windowId === null ? undefined : state.index.windows.get(windowId);
  const isOpen = ticket.state === 'called' || ticket.state === 'serving';
  if (!isOpen || window === undefined || callSeq === null || calledAt === null) return null;
  return { callSeq, calledAt, callCount, windowLabel: window.label, place: placeOf(state, window.zoneId) };
}

function placeOf(state: State, zoneId: string): TicketView['waitingPlace'] {
  const zone = present(state.index.zones.get(zoneId), 'zone');
  return { zoneName: zone.name, floor: zone.floor };
}
