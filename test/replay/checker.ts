// Judges a replayed day by what came out of the API alone: events, views, configuration. Knows the rules' text, not the engine.
import type { HallEvent } from '@jiaohao/contracts/events';
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import { orderOracle } from '../simulation/order-oracle.ts';

export interface DayFigures {
  readonly issued: number;
  /** Tickets called at least once. */
  readonly called: number;
  readonly finished: number;
  readonly missed: number;
  readonly duplicateNumbers: number;
  /** Calls of a ticket that was not waiting, or at a window that still had one open. */
  readonly doubleCalls: number;
  /** Calls of another ticket than the rules name (hall-server/engine/RULES.md Q11 to Q15). */
  readonly orderViolations: number;
  /** Waiting, called or being served after everybody has left; an expired one had not ended either. */
  readonly openTickets: number;
  /** From the number to its first call, in the hall's time; null when nobody was called. */
  readonly waitP50Ms: number | null;
  readonly waitP90Ms: number | null;
}

export interface CheckedDay {
  readonly figures: DayFigures;
  /** A sentence for everything that is not as it should be. */
  readonly problems: readonly string[];
}

interface SeenTicket {
  readonly number: string;
  readonly issuedAt: number;
  state: 'waiting' | 'called' | 'serving' | 'finished' | 'missed' | 'expired';
  firstCalledAt: number | null;
}

const OPEN: readonly SeenTicket['state'][] = ['waiting', 'called', 'serving', 'expired'];

/** `events`: all of the journal, oldest first. One business day is judged as one; a new day's numbers begin anew. */
export function checkDay(events: readonly HallEvent[], config: HallConfig): CheckedDay {
  const ledger = new Ledger();
  const oracle = orderOracle(config);
  let orderViolations = 0;
  events.forEach((event, at) => {
    if (event.seq !== at + 1) ledger.problems.push(`seq ${event.seq} stands at place ${at + 1}`);
    const out = oracle.observe(event);
    orderViolations += out.length;
    ledger.problems.push(...out);
    ledger.observe(event);
  });
  const tickets = [...ledger.tickets.values()];
  const count = (...states: SeenTicket['state'][]) => tickets.filter(({ state }) => states.includes(state)).length;
  const waits = tickets
    .flatMap(({ firstCalledAt, issuedAt }) => (firstCalledAt === null ? [] : [firstCalledAt - issuedAt]))
    .sort((a, b) => a - b);
  const figures = {
    issued: tickets.length,
    called: waits.length,
    finished: count('finished'),
    missed: count('missed'),
    duplicateNumbers: ledger.duplicateNumbers,
    doubleCalls: ledger.doubleCalls,
    orderViolations,
    openTickets: count(...OPEN),
    waitP50Ms: quantile(waits, 0.5),
    waitP90Ms: quantile(waits, 0.9),
  };
  return { figures, problems: ledger.problems };
}

/** The smallest value that at least this share of all values does not exceed; null for none. `ascending` is sorted. */
export function quantile(ascending: readonly number[], share: number): number | null {
  return ascending[Math.max(0, Math.ceil(ascending.length * share) - 1)] ?? null;
}

/** What happened to each ticket, told from its events. */
class Ledger {
  readonly tickets = new Map<number, SeenTicket>();
  readonly problems: string[] = [];
  duplicateNumbers = 0;
  doubleCalls = 0;
  #numbersToday = new Set<string>();
  readonly #openAt = new Map<string, number>();

  observe(event: HallEvent): void {
    switch (event.type) {
      case 'DayOpened':
        this.#numbersToday = new Set();
        return;
      case 'TicketIssued':
        return this.#issue(event.ticketId, event.ticketNumber, event.at);
      case 'TicketCalled':
        return this.#call(event.seq, event.ticketId, event.windowId, event.at);
      case 'ServingStarted':
        return this.#move(event.seq, event.ticketId, ['called'], 'serving');
      case 'ServingFinished':
        return this.#end(event.seq, event.ticketId, event.windowId, ['serving'], 'finished');
      case 'TicketMissed':
        return this.#end(event.seq, event.ticketId, event.windowId, ['called'], 'missed');
      case 'TicketRequeued':
        return this.#move(event.seq, event.ticketId, ['missed'], 'waiting');
      case 'TicketExpired':
        // Nobody comes back for a missed number: it had ended, whatever the closing of the day makes of it.
        if (event.from !== 'missed') this.#move(event.seq, event.ticketId, OPEN, 'expired');
        return;
      default:
        return;
    }
  }

  #issue(ticketId: number, number: string, issuedAt: number): void {
    if (this.#numbersToday.has(number)) {
      this.duplicateNumbers += 1;
      this.problems.push(`${number} was given twice on a day`);
    }
    this.#numbersToday.add(number);
    if (this.tickets.has(ticketId)) this.problems.push(`ticket ${ticketId} was issued twice`);
    this.tickets.set(ticketId, { number, issuedAt, state: 'waiting', firstCalledAt: null });
  }

  #call(seq: number, ticketId: number, windowId: string, at: number): void {
    const ticket = this.tickets.get(ticketId);
    const openBefore = this.#openAt.get(windowId);
    if (ticket?.state !== 'waiting' || openBefore !== undefined) {
      this.doubleCalls += 1;
      this.problems.push(
        `seq ${seq}: ${windowId} called ticket ${ticketId} (${ticket?.state ?? 'never issued'}) with ${openBefore ?? 'nothing'} open`,
      );
    }
    this.#openAt.set(windowId, ticketId);
    if (ticket === undefined) return;
    ticket.state = 'called';
    ticket.firstCalledAt ??= at;
  }

  #end(seq: number, ticketId: number, windowId: string, from: SeenTicket['state'][], to: SeenTicket['state']): void {
    if (this.#openAt.get(windowId) !== ticketId) {
      this.problems.push(`seq ${seq}: ticket ${ticketId} ended at ${windowId}, where it was not open`);
    }
    this.#openAt.delete(windowId);
    this.#move(seq, ticketId, from, to);
  }

  #move(seq: number, ticketId: number, from: readonly SeenTicket['state'][], to: SeenTicket['state']): void {
    const ticket = this.tickets.get(ticketId);
    if (ticket === undefined || !from.includes(ticket.state)) {
      this.problems.push(`seq ${seq}: ticket ${ticketId} became ${to} from ${ticket?.state ?? 'nothing'}`);
    }
    if (ticket !== undefined) ticket.state = to;
  }
}
