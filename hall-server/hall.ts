// The one writer: requests of one turn share a transaction; decide, append, evolve, commit, and only then speak.
import type { CommandResult } from '@jiaohao/contracts/commands';
import type { EventBody, HallEvent } from '@jiaohao/contracts/events';
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import type { Principal } from '@jiaohao/contracts/principal';
import type { RefusalCode } from '@jiaohao/contracts/refusals';
import type { Topic } from '@jiaohao/contracts/views';
import { todayAt } from './calendar.ts';
import type { Clock } from './clock.ts';
import { unknownActor } from './engine/actor.ts';
import { decide } from './engine/decide.ts';
import { refusalOf } from './engine/decision.ts';
import type { Decision, EngineCommand, Today } from './engine/decision.ts';
import { dirtyTopics, ticketTopic } from './engine/dirty-topics.ts';
import { evolve } from './engine/evolve.ts';
import { initialState } from './engine/initial-state.ts';
import { isTimeDue, nextDueAt } from './engine/commands/advance-time.ts';
import type { State } from './engine/state.ts';
import type { HallAnswer, HallRequest } from './hall-door.ts';
import type { Answered } from './journal/answers.ts';
import { StorageFull } from './journal/errors.ts';
import type { Journal } from './journal/event-journal.ts';
import { prepareCommand } from './prepare-command.ts';
import type { Prepared } from './prepare-command.ts';

const HALL: Principal = { kind: 'hall' };
/** A day closes, the next opens, ticketing opens, evaluations lapse: more steps at one instant would be a bug. */
const TIME_STEPS_MAX = 10;
/** How often a batch lets others join it: the first may not wait for ever longer. */
const GATHERING_LOOKS_MAX = 4;

export interface WriterOptions {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly isWatched: (windowId: string) => boolean;
  /** After a commit, once a batch. `dirty` puts together what it touched. */
  readonly onCommitted: (dirty: () => ReadonlySet<Topic>, events: readonly HallEvent[], commitMs: number) => void;
  /** A bug that must not be lived with: the process ends and starts again from the journal. */
  readonly onFatal: (error: unknown) => void;
  /** An assertion in a rule: answered with internalError, nothing written. */
  readonly onBug: (error: unknown, type: string) => void;
}

/** Somebody's request, or a command of the hall itself: its clock, its displays' receipts. */
type Asked = { readonly request: HallRequest } | { readonly internal: EngineCommand };
type Waiting = Asked & { readonly answer: (answer: HallAnswer) => void };

export class HallWriter {
  state: State = initialState();
  isStorageFull = false;
  readonly #options: WriterOptions;
  #waiting: Waiting[] = [];
  #isScheduled = false;
  #today: Today | null = null;
  #todayOf: HallConfig | null = null;
  #now = 0;
  #events: HallEvent[] = [];
  /** Lists of topics that this batch touched; the same list comes up again and again. */
  #dirty = new Set<readonly Topic[]>();

  constructor(options: WriterOptions) {
    this.#options = options;
    this.rebuild();
  }

  /** The state as the journal has it. Throws JournalBroken. */
  rebuild(): void {
    this.state = initialState();
    for (const event of this.#options.journal.readForStart().events) evolve(this.state, event);
  }

  execute(request: HallRequest): Promise<HallAnswer> {
    return new Promise((answer) => this.#enqueue({ request, answer }));
  }

  /** A command of the hall itself. */
  executeInternal(command: EngineCommand): Promise<HallAnswer> {
    return new Promise((answer) => this.#enqueue({ internal: command, answer }));
  }

  /** When advanceTime is due next, by the hall's clock; null when nothing will be. */
  dueAt(): number | null {
    this.#readClock();
    return nextDueAt(this.state, this.#today, this.#now);
  }

  /** Epoch ms; never before the last event. */
  now(): number {
    return Math.max(this.#options.clock.now(), this.state.lastAt);
  }

  /** Carries out what waits now. */
  flush(): void {
    this.#isScheduled = false;
    const batch = this.#waiting.splice(0);
    if (batch.length === 0) return;
    const answers = this.isStorageFull ? batch.map((each) => this.#answerWhileFull(each)) : this.#transact(batch);
    if (answers === null) return;
    batch.forEach((each, at) => each.answer(answers[at] ?? refuse('internalError')));
  }

  #enqueue(waiting: Waiting): void {
    this.#waiting.push(waiting);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => this.#gather(0, 0));
  }

  /**
   * One alone is served at once. Where several ask together more are on their way, and a commit costs the disk as much
   * for two as for a hundred: as long as others join, the next look at the network comes first.
   */
  #gather(before: number, looks: number): void {
    const now = this.#waiting.length;
    const isGrowing = now > Math.max(1, before);
    if (isGrowing && looks < GATHERING_LOOKS_MAX) setImmediate(() => this.#gather(now, looks + 1));
    else this.flush();
  }

  /** Null when the process must end. */
  #transact(batch: readonly Waiting[]): HallAnswer[] | null {
    this.#readClock();
    this.#events = [];
    this.#dirty = new Set();
    const { journal } = this.#options;
    try {
      journal.begin();
      this.#stepTime();
      const answers = batch.map((each) => this.#carryOut(each));
      const committingAtMs = performance.now();
      journal.commit();
      const commitMs = performance.now() - committingAtMs;
      const dirty = this.#dirty;
      this.#options.onCommitted(() => new Set([...dirty].flat()), this.#events, commitMs);
      return answers;
    } catch (error) {
      return this.#giveUp(error, batch);
    }
  }

  /** Storage full: everything of this batch is undone and refused. Anything else that fails here is not survivable. */
  #giveUp(error: unknown, batch: readonly Waiting[]): HallAnswer[] | null {
    this.#options.journal.rollback();
    if (!(error instanceof StorageFull)) {
      this.#options.onFatal(error);
      return null;
    }
    this.isStorageFull = true;
    this.rebuild();
    return batch.map((each) => this.#answerWhileFull(each));
  }

  #answerWhileFull(waiting: Waiting): HallAnswer {
    return ('request' in waiting ? this.#knownAnswer(waiting.request) : null) ?? refuse('storageFull');
  }

  #carryOut(asked: Asked): HallAnswer {
    if ('internal' in asked) return this.#decideAndApply(asked.internal, HALL);
    const { request } = asked;
    const known = this.#knownAnswer(request);
    if (known !== null) return known;
    const prepared = this.#prepare(request);
    if (!prepared.ok) return refuse(prepared.code);
    const answer = this.#decideAndApply(prepared.command, request.who, (result) => this.#answered(request, result));
    if (answer.ok) {
      prepared.save();
      if (request.command.type === 'configureHall') this.#stepTime();
    }
    return answer;
  }

  #prepare({ command, who }: HallRequest): Prepared {
    const { journal, isWatched } = this.#options;
    const unknown = unknownActor(this.state, who);
    if (unknown !== null) return { ok: false, code: unknown };
    return prepareCommand(command, { journal, today: this.#today, now: this.#now, isWatched });
  }

  #knownAnswer(request: HallRequest): HallAnswer | null {
    const { journal } = this.#options;
    const saved = journal.findAnswer(principalKey(request.who), request.requestId);
    if (saved === null) return null;
    if (!journal.isMarkOf(saved.bodyMark, request.command)) return refuse('requestIdReused');
    return { ok: true, result: saved.answer as CommandResult };
  }

  #answered(request: HallRequest, answer: CommandResult): Answered {
    const { journal } = this.#options;
    return {
      principalKey: principalKey(request.who),
      requestId: request.requestId,
      bodyMark: journal.bodyMark(request.command),
      answer,
    };
  }

  /** `answeredWith` for somebody's request: what is kept of it, with its last event where it made one. */
  #decideAndApply(
    command: EngineCommand,
    who: Principal,
    answeredWith?: (result: CommandResult) => Answered,
  ): HallAnswer {
    const decision = this.#decide(command, who);
    if (decision === null) return refuse('internalError');
    if (!decision.ok) return decision;
    const { events, result } = decision;
    const answered = answeredWith?.(result);
    for (const [at, body] of events.entries()) this.#apply(body, who, at === events.length - 1 ? answered : undefined);
    if (events.length === 0 && answered !== undefined) this.#options.journal.saveAnswer(answered, this.#now);
    return { ok: true, result };
  }

  /** Null for an assertion in a rule: nothing is written, so that one poisonous request cannot become a crash loop. */
  #decide(command: EngineCommand, who: Principal): Decision | null {
    try {
      return decide(this.state, command, { who, now: this.#now, today: this.#today });
    } catch (error) {
      this.#options.onBug(error, command.type);
      return null;
    }
  }

  #apply(body: EventBody, who: Principal, answered: Answered | undefined): void {
    const { journal } = this.#options;
    const event: HallEvent = { ...body, seq: this.state.seq + 1, at: this.#now, who };
    journal.append(event, answered);
    this.state = evolve(this.state, event);
    this.#dirty.add(dirtyTopics(this.state, event));
    const ticket = ticketTopic(event);
    if (ticket !== null) this.#dirty.add([ticket]);
    this.#events.push(event);
    if (event.type === 'HallConfigured' || event.type === 'DayOpened') this.#readClock();
    if (event.type === 'DayClosed') journal.clearPersonFields();
  }

  #stepTime(): void {
    for (let step = 0; step < TIME_STEPS_MAX; step++) {
      if (!isTimeDue(this.state, this.#today, this.#now)) return;
      // A bug has been logged and nothing written: the driver asks again after a pause, the hall goes on meanwhile.
      if (!this.#decideAndApply({ type: 'advanceTime' }, HALL).ok) return;
    }
    throw new Error(`advanceTime is still due after ${TIME_STEPS_MAX} steps`);
  }

  /** One instant for a whole batch; never before the last event's. */
  #readClock(): void {
    this.#now = this.now();
    const { config } = this.state;
    if (config === null) {
      this.#today = null;
    } else if (config !== this.#todayOf || this.#today === null || !isWithin(this.#today, this.#now)) {
      this.#today = todayAt(config, this.#now);
      this.#todayOf = config;
    }
  }
}

function isWithin(today: Today, now: number): boolean {
  return now >= today.startsAt && now < today.nextDayAt;
}

/** Whose request ids are whose: an administrator acting for somebody is kept apart from both. */
function principalKey(who: Principal): string {
  switch (who.kind) {
    case 'admin':
      return `admin ${JSON.stringify(who.actingFor ?? null)}`;
    case 'terminal':
      return `terminal ${who.terminalId}`;
    case 'display':
      return `display ${who.displayId}`;
    case 'clerk':
      return `clerk ${who.staffNo}`;
    case 'monitor':
      return `monitor ${who.monitorId}`;
    case 'applicant':
      return `applicant ${who.ticketId}`;
    case 'hall':
      return 'hall';
  }
}

function refuse(code: RefusalCode): HallAnswer {
  return { ok: false, refusal: refusalOf(code) };
}
