// The administrator describes the hall; what is in use cannot be taken away under people's feet (rule Q25).
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import { decided, refused } from '../decision.ts';
import type { Decision, EngineCommandOf } from '../decision.ts';
import type { State } from '../state.ts';
import { isOpen } from './print-ticket.ts';

export function configureHall(state: State, command: EngineCommandOf<'configureHall'>): Decision {
  const { config, configHash } = command;
  if (configHash === state.configHash) return decided<'configureHall'>([], { configHash });
  if (takesAwayWhatIsUsed(state, config)) return refused('configurationInUse');
  return decided<'configureHall'>([{ type: 'HallConfigured', configHash, config }], { configHash });
}

function takesAwayWhatIsUsed(state: State, config: HallConfig): boolean {
  const queues = new Map(config.queues.map((queue) => [queue.queueId, queue]));
  const windows = new Map(config.windows.map((window) => [window.windowId, window]));
  const staff = new Set(config.staff.map((person) => person.staffNo));
  if (state.day?.isOpen !== true) return false;
  if (state.config?.hall.timeZone !== config.hall.timeZone) return true;
  for (const ticket of state.tickets.values()) {
    if (isOpen(ticket) && !queues.has(ticket.queueId)) return true;
  }
  for (const queue of state.queues.values()) {
    const before = state.index.queues.get(queue.queueId);
    const after = queues.get(queue.queueId);
    if (queue.lastNumber > 0 && after?.prefix !== before?.prefix) return true;
  }
  for (const window of state.windows.values()) {
    if (window.staffNo !== null && (!windows.has(window.windowId) || !staff.has(window.staffNo))) return true;
  }
  return false;
}
