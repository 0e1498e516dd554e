// People who come to the simulated hall and what they and the clerks do next, by the seed.
import type { Command } from '@jiaohao/contracts/commands';
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import type { Principal } from '@jiaohao/contracts/principal';
import type { Random } from '../random.ts';
import type { State } from '../../hall-server/engine/state.ts';

export interface Act {
  readonly command: Command;
  readonly who: Principal;
}

const ADMIN: Principal = { kind: 'admin' };
const KIOSK: Principal = { kind: 'terminal', terminalId: 'kiosk-1' };

/** Somebody of a town of 400, a fifth of them old. The names and numbers must never be found in journal or views. */
export function citizen(random: Random): { idNumber: string; name: string; birth: string } {
  const number = random.below(400);
  const year = number % 5 === 0 ? 1944 : 1985;
  return {
    idNumber: `990101${year}0101${String(number).padStart(4, '0')}`,
    name: `居民${number}号`,
    birth: `${year}-01-01`,
  };
}

/** The next thing that somebody does: mostly sensible, sometimes not. */
export function nextAct(random: Random, state: State, config: HallConfig): Act {
  const windowId = random.pick(config.windows).windowId;
  const roll = random.below(100);
  if (roll < 30) return { command: arrival(random, config), who: random.chance(0.9) ? KIOSK : ADMIN };
  if (roll < 55) return atWindow(state, windowId, { type: 'callNext', windowId });
  if (roll < 61) return atWindow(state, windowId, { type: 'startServing', windowId });
  if (roll < 66) return atWindow(state, windowId, { type: 'finishServing', windowId });
  if (roll < 70) return atWindow(state, windowId, { type: 'markMissed', windowId });
  if (roll < 73) return atWindow(state, windowId, { type: 'recall', windowId });
  if (roll < 76) return { command: { type: 'requeueTicket', ticketId: someTicket(random, state) }, who: ADMIN };
  if (roll < 84) return evaluation(random, state);
  if (roll < 88)
    return { command: { type: 'signIn', windowId, staffNo: random.pick(config.staff).staffNo }, who: ADMIN };
  if (roll < 90) return atWindow(state, windowId, { type: 'pauseWindow', windowId, reason: 'meal' });
  if (roll < 92) return atWindow(state, windowId, { type: 'resumeWindow', windowId });
  if (roll < 93) return atWindow(state, windowId, { type: 'signOut', windowId });
  if (roll < 95) return atWindow(state, windowId, { type: 'requestEvaluation', windowId });
  return { command: paper(random, state), who: KIOSK };
}

function atWindow(state: State, windowId: string, command: Command): Act {
  const staffNo = state.windows.get(windowId)?.staffNo ?? null;
  return { command, who: staffNo === null ? ADMIN : { kind: 'clerk', staffNo } };
}

function arrival(random: Random, config: HallConfig): Command {
  const withCard = random.chance(0.7);
  const chosen = random.chance(0.5)
    ? { queueId: random.pick(config.queues).queueId }
    : { serviceItemId: random.pick(config.serviceItems).serviceItemId };
  return { type: 'issueTicket', ...chosen, ...(withCard ? { idCard: citizen(random) } : {}) };
}

function evaluation(random: Random, state: State): Act {
  const pending = [...state.evaluations.values()].filter((each) => each.state !== 'recorded');
  const chosen = pending.length === 0 ? null : random.pick(pending);
  const evaluationId = chosen?.evaluationId ?? 1;
  const who: Principal =
    chosen === null ? ADMIN : { kind: 'terminal', terminalId: chosen.windowId.replace('w', 'pad-') };
  if (random.chance(0.2)) return { command: { type: 'lapseEvaluation', evaluationId }, who };
  const rating = random.pick([1, 2, 3, 4, 5] as const);
  return { command: { type: 'recordEvaluation', ticketId: chosen?.ticketId ?? 1, evaluationId, rating }, who };
}

function paper(random: Random, state: State): Command {
  const ticketId = someTicket(random, state);
  const roll = random.below(4);
  if (roll === 0) return { type: 'reprintTicket', ticketId };
  if (roll === 1) return { type: 'failTicketPrinting', ticketId, failure: 'unknown', code: 'portLost' };
  const condition = random.pick(['ready', 'fault'] as const);
  if (roll === 2)
    return {
      type: 'reportDevice',
      device: { kind: 'ticketPrinter', state: condition, code: condition === 'fault' ? 'paperOut' : null },
    };
  return { type: 'confirmTicketPrinted', ticketId };
}

/** A ticket of the day, often a missed one; now and then none that exists. */
function someTicket(random: Random, state: State): number {
  const missed = [...state.queues.values()].flatMap((queue) => [...queue.missed]);
  if (missed.length > 0 && random.chance(0.7)) return random.pick(missed);
  const ids = [...state.tickets.keys()];
  return ids.length === 0 || random.chance(0.05) ? 999_999 : random.pick(ids);
}
