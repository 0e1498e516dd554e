// 取号: a place in line with a number of its own (rules Q5 to Q8).
import type { EventBody } from '@jiaohao/contracts/events';
import type { PriorityClass } from '@jiaohao/contracts/ticket';
import type { RefusalCode } from '@jiaohao/contracts/refusals';
import { actorOf } from '../actor.ts';
import { decided, refused } from '../decision.ts';
import type { Context, Decision, EngineCommandOf, PersonFacts } from '../decision.ts';
import { present } from '../invariant.ts';
import { issuedTicket } from '../issued-ticket.ts';
import { ticketNumber } from '../numbering.ts';
import type { QueueState, State } from '../state.ts';
import { estimatedWaitMs, peopleAheadOfNew } from '../waiting.ts';

export function issueTicket(state: State, command: EngineCommandOf<'issueTicket'>, context: Context): Decision {
  const found = chosenQueue(state, command);
  if (!found.ok) return refused(found.code);
  const { queue } = found;
  const config = present(state.index.queues.get(queue.queueId), 'queue');
  if (state.day?.isOpen !== true) return refused('dayNotOpen');
  if (!state.isTicketing) return refused('ticketingClosed');
  if (command.notAfter !== null && context.now > command.notAfter) return refused('requestExpired');
  if (command.person === null && config.idCard === 'required') return refused('idCardRequired');

  const held = command.person === null ? null : heldTicket(state, command.person, queue);
  if (held !== null) return refused('alreadyHolding', { ticketId: held.ticketId, ticketNumber: held.ticketNumber });
  const number = ticketNumber(config.prefix, queue.lastNumber + 1);
  if (number === null) return refused('numbersExhausted');

  const event = issuedEvent(state, command, context, queue, number);
  const result = issuedTicket(state, event, context.now);
  return decided<'issueTicket'>([event], { ticket: result });
}

type Chosen = { ok: true; queue: QueueState } | { ok: false; code: RefusalCode };

function chosenQueue(state: State, command: EngineCommandOf<'issueTicket'>): Chosen {
  if (state.config === null) return { ok: false, code: 'hallNotConfigured' };
  const item = command.serviceItemId === null ? null : state.index.serviceItems.get(command.serviceItemId);
  if (item === undefined) return { ok: false, code: 'unknownServiceItem' };
  const queueId = command.queueId ?? item?.queueId;
  if (queueId === undefined) return { ok: false, code: 'queueOrServiceItemNeeded' };
  const queue = state.queues.get(queueId);
  if (queue === undefined) return { ok: false, code: 'unknownQueue' };
  if (item !== null && item.queueId !== queueId) return { ok: false, code: 'unknownServiceItem' };
  return { ok: true, queue };
}

/** Rule Q6: one open ticket per person and queue. */
function heldTicket(state: State, person: PersonFacts, queue: QueueState) {
  const ticketId = state.holding.get(`${person.personRef} ${queue.queueId}`);
  return ticketId === undefined ? null : present(state.tickets.get(ticketId), 'held ticket');
}

function issuedEvent(
  state: State,
  command: EngineCommandOf<'issueTicket'>,
  context: Context,
  queue: QueueState,
  number: string,
) {
  const priorityClass = classOf(state, command.person);
  const ahead = peopleAheadOfNew(state, queue, priorityClass);
  const actor = actorOf(context.who);
  return {
    type: 'TicketIssued',
    ticketId: state.seq + 1,
    ticketNumber: number,
    queueId: queue.queueId,
    serviceItemId: command.serviceItemId,
    personRef: command.person?.personRef ?? null,
    priorityClass,
    priorityReason: priorityClass === 'priority' ? 'age' : null,
    peopleAhead: ahead,
    estimatedWaitMs: estimatedWaitMs(state, queue, ahead),
    channel: actor.kind === 'terminal' ? 'kiosk' : 'staff',
    terminalId: actor.kind === 'terminal' ? actor.terminalId : null,
  } as const satisfies EventBody;
}

/** Rule Q5: priority by the age on the ID card. */
function classOf(state: State, person: PersonFacts | null): PriorityClass {
  const { priorityFromAgeYears } = present(state.config, 'config').policies;
  return (person?.ageYears ?? -1) >= priorityFromAgeYears ? 'priority' : 'ordinary';
}
