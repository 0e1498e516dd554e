// A small hall for tests of the rules: commands in, events applied, time in the test's hand.
import { HallConfig } from '@jiaohao/contracts/hall-config';
import type { HallConfigInput } from '@jiaohao/contracts/hall-config';
import type { CommandResult, CommandType } from '@jiaohao/contracts/commands';
import type { HallEvent } from '@jiaohao/contracts/events';
import type { Principal } from '@jiaohao/contracts/principal';
import type { RefusalCode } from '@jiaohao/contracts/refusals';
import { decide } from '../engine/decide.ts';
import type { Decision, EngineCommand, EngineCommandOf, Today } from '../engine/decision.ts';
import { evolve } from '../engine/evolve.ts';
import { initialState } from '../engine/initial-state.ts';
import type { State } from '../engine/state.ts';

export const ADMIN: Principal = { kind: 'admin' };
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** 2026-11-23 00:00 UTC, a Monday; the test hall lives in UTC. */
export const MONDAY_AT = Date.UTC(2026, 10, 23);

export function smallHall(change: Partial<HallConfigInput> = {}): HallConfig {
  const name = (text: string) => ({ zh: text, en: text });
  return HallConfig.parse({
    hall: { hallId: 'test', name: name('Test'), timeZone: 'UTC' },
    zones: [
      { zoneId: 'z1', name: name('Z1'), floor: 1 },
      { zoneId: 'z2', name: name('Z2'), floor: 2 },
    ],
    queues: [
      { queueId: 'qa', name: name('QA'), prefix: 'A', zoneId: 'z1' },
      { queueId: 'qc', name: name('QC'), prefix: 'C', zoneId: 'z1' },
      { queueId: 'qe', name: name('QE'), prefix: 'E', zoneId: 'z2', idCard: 'required' },
    ],
    serviceItems: [
      { serviceItemId: 'ia', name: name('IA'), queueId: 'qa' },
      { serviceItemId: 'ie', name: name('IE'), queueId: 'qe' },
    ],
    windows: [
      { windowId: 'w1', label: '1', zoneId: 'z1', queueIds: ['qa', 'qc'] },
      { windowId: 'w2', label: '2', zoneId: 'z1', queueIds: ['qa'] },
      { windowId: 'w3', label: '3', zoneId: 'z2', queueIds: ['qe'] },
    ],
    hours: { monday: [{ opens: '08:30', closes: '17:30' }] },
    terminals: [
      { terminalId: 'k1', role: 'kiosk', zoneId: 'z1' },
      { terminalId: 't1', role: 'window', windowId: 'w1' },
      { terminalId: 't2', role: 'window', windowId: 'w2' },
    ],
    displays: [{ displayId: 'd1', kind: 'board', zoneId: null }],
    staff: ['1', '2', '3'].map((staffNo) => ({ staffNo, name: `Clerk ${staffNo}` })),
    ...change,
  } satisfies HallConfigInput);
}

export class TestingHall {
  state: State = initialState();
  events: HallEvent[] = [];
  now = MONDAY_AT + 9 * 60 * MINUTE_MS;

  constructor(config: HallConfig = smallHall()) {
    this.do({ type: 'configureHall', config, configHash: JSON.stringify(config) });
  }

  /** The day open and clerks 1, 2, 3 signed in at w1, w2, w3. */
  static open(change: Partial<HallConfigInput> = {}): TestingHall {
    const hall = new TestingHall(smallHall(change));
    hall.do({ type: 'openDay' });
    for (const number of ['1', '2', '3']) hall.do({ type: 'signIn', windowId: `w${number}`, staffNo: number });
    return hall;
  }

  get today(): Today {
    const startsAt = Math.floor(this.now / DAY_MS) * DAY_MS;
    const isMonday = new Date(startsAt).getUTCDay() === 1;
    return {
      businessDay: new Date(startsAt).toISOString().slice(0, 10),
      startsAt,
      nextDayAt: startsAt + DAY_MS,
      ticketing: isMonday ? [{ opensAt: startsAt + 510 * MINUTE_MS, closesAt: startsAt + 1050 * MINUTE_MS }] : [],
    };
  }

  decide(command: EngineCommand, who: Principal = ADMIN): Decision {
    return decide(this.state, command, { who, now: this.now, today: this.today });
  }

  /** Carries a command out; throws on a refusal. */
  do<T extends EngineCommand['type']>(
    command: EngineCommandOf<T> & { type: T },
    who: Principal = ADMIN,
  ): T extends CommandType ? CommandResult<T> : unknown {
    const decision = this.decide(command, who);
    if (!decision.ok) throw new Error(`refused: ${decision.refusal.code}`);
    for (const body of decision.events) {
      const event: HallEvent = { ...body, seq: this.state.seq + 1, at: this.now, who };
      this.state = evolve(this.state, event);
      this.events.push(event);
    }
    return decision.result as T extends CommandType ? CommandResult<T> : unknown;
  }

  /** The code of the refusal, or null when it was carried out after all. */
  refusal(command: EngineCommand, who: Principal = ADMIN): RefusalCode | null {
    const decision = this.decide(command, who);
    return decision.ok ? null : decision.refusal.code;
  }

  issue(queueId: string, person: { ref: string; age: number } | null = null): number {
    const facts = person === null ? null : { personRef: `p${person.ref.padStart(24, '0')}`, ageYears: person.age };
    const issue = { type: 'issueTicket', queueId, serviceItemId: null, person: facts, notAfter: null } as const;
    return this.do(issue).ticket.ticketId;
  }

  /** ticketId of the next call; null when it only closed. */
  callNext(windowId: string, isWatched = false): number | null {
    return this.do({ type: 'callNext', windowId, isWatched }).ticket?.ticketId ?? null;
  }

  typesSince(seq: number): string[] {
    return this.events.filter((event) => event.seq > seq).map((event) => event.type);
  }

  stateOf(ticketId: number): string | undefined {
    return this.state.tickets.get(ticketId)?.state;
  }
}
