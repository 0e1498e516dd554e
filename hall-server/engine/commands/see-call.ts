// The first display that painted a call makes it seen (rule Q14).
import type { CommandResult } from '@jiaohao/contracts/commands';
import { ticketOfCall } from '../board-calls.ts';
import type { Decision, EngineCommandOf } from '../decision.ts';
import type { State } from '../state.ts';

const NOTHING: CommandResult<'signOut'> = {};

/** Decides nothing for a call that is not the newest of its ticket, or that is seen already. */
export function seeCall(state: State, command: EngineCommandOf<'seeCall'>): Decision {
  const { callSeq, displayId } = command;
  const ticket = ticketOfCall(state, callSeq);
  const isNews = ticket?.callSeq === callSeq && !ticket.isSeen;
  return { ok: true, events: isNews ? [{ type: 'CallSeen', callSeq, displayId }] : [], result: NOTHING };
}
