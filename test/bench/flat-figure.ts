// Calling the next costs the same however long the lines are: rules and views without disk, 100,000 waiting against 100.
import { performance } from 'node:perf_hooks';
import type { Principal } from '@jiaohao/contracts/principal';
import { configHashOf } from '../../hall-server/journal/canonical-json.ts';
import { decide } from '../../hall-server/engine/decide.ts';
import type { EngineCommand, Today } from '../../hall-server/engine/decision.ts';
import { dirtyTopics } from '../../hall-server/engine/dirty-topics.ts';
import { evolve } from '../../hall-server/engine/evolve.ts';
import { initialState } from '../../hall-server/engine/initial-state.ts';
import { viewOf } from '../../hall-server/engine/views.ts';
import { NOON_AT, WINDOWS, benchConfig, queueId, staffNo, windowId } from './bench-hall.ts';
import { measure } from './figure.ts';
import type { Figure } from './figure.ts';

const MANY = 100_000;
const FEW = 100;
const CALLS_A_ROUND = 1_000;
const DAY_MS = 86_400_000;
const ADMIN: Principal = { kind: 'admin' };
const MIDNIGHT_AT = NOON_AT - DAY_MS / 2;
const TODAY: Today = {
  businessDay: new Date(NOON_AT).toISOString().slice(0, 10),
  startsAt: MIDNIGHT_AT,
  nextDayAt: MIDNIGHT_AT + DAY_MS,
  ticketing: [{ opensAt: MIDNIGHT_AT, closesAt: MIDNIGHT_AT + DAY_MS }],
};

export async function callNextFlat(): Promise<Figure[]> {
  const [many, few] = [new HallInMemory(MANY), new HallInMemory(FEW)];
  const wanted = [{ name: 'call-next-flat', unit: 'us', limit: 1.5, kind: 'time' }] as const;
  return measure(
    wanted,
    () => Promise.resolve([many.meanCallUs()]),
    () => Promise.resolve([few.meanCallUs()]),
  );
}

class HallInMemory {
  #state = initialState();
  #now = NOON_AT;
  #calls = 0;
  #issued = 0;

  constructor(waiting: number) {
    const config = benchConfig();
    this.#carryOut({ type: 'configureHall', config, configHash: configHashOf(config) });
    this.#carryOut({ type: 'openDay' });
    for (let at = 0; at < WINDOWS; at++) {
      this.#carryOut({ type: 'signIn', windowId: windowId(at), staffNo: staffNo(at) });
    }
    for (let nth = 0; nth < waiting; nth++) this.#issue();
  }

  /** Microseconds a call; whoever is called is followed by somebody who comes, so that the lines stay as long. */
  meanCallUs(): number {
    let tookMs = 0;
    for (let nth = 0; nth < CALLS_A_ROUND; nth++) {
      const at = this.#calls++ % WINDOWS;
      const began = performance.now();
      this.#carryOut({ type: 'callNext', windowId: windowId(at), isWatched: true });
      tookMs += performance.now() - began;
      this.#issue();
    }
    return (tookMs * 1_000) / CALLS_A_ROUND;
  }

  #issue(): void {
    const queue = queueId(this.#issued++);
    this.#carryOut({ type: 'issueTicket', queueId: queue, serviceItemId: null, person: null, notAfter: null });
  }

  /** As hall.ts does it: decide, evolve, and the views of every topic that became another. */
  #carryOut(command: EngineCommand): void {
    this.#now += 1;
    const decision = decide(this.#state, command, { who: ADMIN, now: this.#now, today: TODAY });
    if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.refusal.code}`);
    const dirty = new Set<ReturnType<typeof dirtyTopics>[number]>();
    for (const body of decision.events) {
      const event = { ...body, seq: this.#state.seq + 1, at: this.#now, who: ADMIN };
      this.#state = evolve(this.#state, event);
      for (const topic of dirtyTopics(this.#state, event)) dirty.add(topic);
    }
    if (command.type === 'callNext') for (const topic of dirty) JSON.stringify(viewOf(this.#state, topic));
  }
}
