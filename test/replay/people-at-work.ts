// Who acts in a replay: kiosks that give numbers, clerks at their windows, a board that paints, each over a socket of its own.
import { ABSENCE_WAIT_MS } from './day-model.ts';
import type { Visitor } from './day-model.ts';
import type { HallClient } from './hall-client.ts';
import { hallQueueId } from './hall-plan.ts';
import type { HallTime } from './hall-time.ts';

/** What the visitors know and the hall does not: whose number it is, and who has left. */
export class Floor {
  readonly #visitors = new Map<number, PromiseWithResolvers<Visitor>>();
  readonly #everybodyLeft = new AbortController();
  readonly #expected: number;
  left = 0;

  constructor(expected: number) {
    this.#expected = expected;
    if (expected === 0) this.#everybodyLeft.abort();
  }

  get over(): AbortSignal {
    return this.#everybodyLeft.signal;
  }

  holds(ticketId: number, visitor: Visitor): void {
    this.#entry(ticketId).resolve(visitor);
  }

  /** A clerk may hear of a call before the kiosk hears of the number. */
  holderOf(ticketId: number): Promise<Visitor> {
    return this.#entry(ticketId).promise;
  }

  leaves(): void {
    this.left += 1;
    if (this.left === this.#expected) this.#everybodyLeft.abort();
  }

  #entry(ticketId: number): PromiseWithResolvers<Visitor> {
    const entry = this.#visitors.get(ticketId) ?? Promise.withResolvers<Visitor>();
    this.#visitors.set(ticketId, entry);
    return entry;
  }
}

export interface AtWork {
  readonly client: HallClient;
  readonly floor: Floor;
  readonly time: HallTime;
}

/** One after the other, each at its own time; the paper is out before the next. `originAt` is midnight of the data. */
export async function runKiosk({ client, floor, time }: AtWork, visitors: readonly Visitor[], originAt: number) {
  for (const visitor of visitors) {
    await time.until(originAt + visitor.arrivesMs);
    const { ticket } = await client.do({ type: 'issueTicket', queueId: hallQueueId(visitor.queueId) });
    floor.holds(ticket.ticketId, visitor);
    await client.do({ type: 'confirmTicketPrinted', ticketId: ticket.ticketId, attempt: ticket.attempt });
  }
}

/** Calls whenever the console shows that somebody is next; two clerks may press for the last one, and one hears that the queue is empty. */
export async function runClerk(at: AtWork, windowId: string): Promise<void> {
  const { client, floor } = at;
  let askedAtSeq = -1;
  for (;;) {
    const view = await client.view(
      `clerkCalls/${windowId}`,
      ({ seq, next }) => next !== null && seq > askedAtSeq,
      floor.over,
    );
    if (view === null) return;
    askedAtSeq = view.seq;
    const reply = await client.ask({ type: 'callNext', windowId });
    if (reply.ok && reply.result.ticket !== null) await serve(at, windowId, reply.result.ticket.ticketId);
    else if (!reply.ok && reply.code !== 'queueEmpty') throw new Error(`callNext at ${windowId}: ${reply.code}`);
  }
}

async function serve({ client, floor, time }: AtWork, windowId: string, ticketId: number): Promise<void> {
  const visitor = await floor.holderOf(ticketId);
  const calledAt = time.now();
  if (visitor.comes) {
    await client.do({ type: 'startServing', windowId });
    await time.until(calledAt + visitor.servingMs);
    await client.do({ type: 'finishServing', windowId });
  } else {
    await time.until(calledAt + ABSENCE_WAIT_MS);
    await markMissed(client, time, windowId);
  }
  floor.leaves();
}

/** Until the board has confirmed the call, or the call is old enough, the hall refuses. */
async function markMissed(client: HallClient, time: HallTime, windowId: string): Promise<void> {
  for (;;) {
    const reply = await client.ask({ type: 'markMissed', windowId });
    if (reply.ok) return;
    if (reply.code !== 'callNotSeen') throw new Error(`markMissed at ${windowId}: ${reply.code}`);
    await time.until(time.now() + 1_000);
  }
}

/** Paints every call that it is shown and says so. */
export async function runBoard({ client, floor }: AtWork): Promise<void> {
  let paintedSeq = 0;
  for (;;) {
    const view = await client.view('boardCalls/hall', ({ calls }) => (calls[0]?.callSeq ?? 0) > paintedSeq, floor.over);
    if (view === null) return;
    const shown = view.calls.filter(({ callSeq }) => callSeq > paintedSeq);
    for (const { callSeq } of shown) client.painted(callSeq);
    paintedSeq = Math.max(...shown.map(({ callSeq }) => callSeq));
  }
}
