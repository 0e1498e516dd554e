// What terminals draw from: the kiosk's hall load and choice, the window terminal's evaluation, the list of windows.
import type { Policies } from '@jiaohao/contracts/hall-config';
import type { KioskView, WindowsView, WindowTerminal } from '@jiaohao/contracts/views';
import { present } from '../invariant.ts';
import type { State, WindowState } from '../state.ts';
import { queueLoad } from './board.ts';
import { openTicket, phaseOf } from './phase.ts';
import { servicesOf } from './window-screen.ts';

export function kioskView(state: State): KioskView | null {
  const { config } = state;
  if (config === null) return null;
  const queues = config.queues.map(({ queueId, name, zoneId, idCard }) => ({
    queueId,
    name,
    zoneId,
    idCard,
    ...queueLoad(state, queueId),
  }));
  return {
    seq: state.seq,
    hallName: config.hall.name,
    timeZone: config.hall.timeZone,
    complaintPhone: config.hall.complaintPhone ?? null,
    isDayOpen: state.day?.isOpen === true,
    isTicketing: state.isTicketing,
    hoursToday: state.day?.isOpen === true ? config.hours[weekdayOf(state.day.businessDay)] : [],
    waiting: queues.reduce((sum, queue) => sum + queue.waiting, 0),
    averageWaitMs: meanOf(state.recentWaitsMs),
    waitTargetMs: config.policies.waitTargetMs,
    ...rulesForFailedDevices(config.policies),
    comprehensiveQueueId: config.comprehensiveQueueId,
    zones: config.zones.map(({ zoneId, name, floor }) => ({ zoneId, name, floor })),
    queues,
    serviceItems: config.serviceItems.map(({ serviceItemId, name, queueId, icon }) => ({
      serviceItemId,
      name,
      queueId,
      icon,
    })),
  };
}

function rulesForFailedDevices({ withoutReader, withoutPrinter }: Policies): Partial<KioskView> {
  return {
    ...(withoutReader === undefined ? {} : { withoutReader }),
    ...(withoutPrinter === undefined ? {} : { withoutPrinter }),
  };
}

export function windowTerminal(state: State, windowId: string): WindowTerminal | null {
  const window = state.windows.get(windowId);
  if (window === undefined || state.config === null) return null;
  return {
    seq: state.seq,
    windowId,
    windowLabel: present(state.index.windows.get(windowId), 'window').label,
    staffNo: window.staffNo,
    phase: phaseOf(state, window),
    ticketNumber: openTicket(state, window)?.ticketNumber ?? null,
    openTicketId: window.openTicketId,
    evaluationDue: evaluationDue(state, window, state.config.policies.evaluationTimeoutMs),
  };
}

export function windowsView(state: State): WindowsView | null {
  const { config } = state;
  if (config === null) return null;
  return {
    seq: state.seq,
    hallName: config.hall.name,
    windows: config.windows.map(({ windowId, label, zoneId }) => ({
      windowId,
      label,
      zoneName: present(state.index.zones.get(zoneId), 'zone').name,
      services: servicesOf(state, windowId),
      staffNo: present(state.windows.get(windowId), 'window').staffNo,
    })),
  };
}

function evaluationDue(state: State, window: WindowState, timeoutMs: number): WindowTerminal['evaluationDue'] {
  const evaluation = window.evaluationId === null ? undefined : state.evaluations.get(window.evaluationId);
  if (evaluation?.state !== 'requested') return null;
  const { evaluationId, ticketId, ticketNumber, requestedAt, asking } = evaluation;
  return { evaluationId, ticketId, ticketNumber, requestedAt, lapsesAt: requestedAt + timeoutMs, asking };
}

function meanOf(valuesMs: readonly number[]): number | null {
  if (valuesMs.length === 0) return null;
  return Math.round(valuesMs.reduce((sum, value) => sum + value, 0) / valuesMs.length);
}

const WEEKDAY_OF = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const MONTH_SHIFT = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4] as const;

/** Weekday of a calendar day by the method of Tomohiko Sakamoto: arithmetic, because rules have no clock. */
function weekdayOf(businessDay: string): (typeof WEEKDAY_OF)[number] {
  const [year = 0, month = 1, day = 1] = businessDay.split('-').map(Number);
  const y = month < 3 ? year - 1 : year;
  const number =
    (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + (MONTH_SHIFT[month - 1] ?? 0) + day) % 7;
  return present(WEEKDAY_OF[number], 'weekday');
}
