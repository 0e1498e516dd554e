// One window's Android pad: shown a request whenever it is logged in and one is open; gives one rating or lapses.
import type { DeviceStatus } from '../../device-status.ts';
import { Listeners } from '../../listeners.ts';
import type { PortChange } from '../../port/port-keeper.ts';
import type { EvaluationPad, EvaluationPadEvent, EvaluationRequest } from '../contract.ts';
import { AnsweredRatings } from './answered.ts';
import { encodeRateOperate, encodeRateQuest, REPLY_CODES, type Answers, type ReplyCode } from './codec.ts';
import { levelOf } from './level-of.ts';
import type { PadDoor, PadPlace, PadSeat } from './pad-door.ts';
import { PadPresence, type PresenceTimes } from './presence.ts';
import type { AndroidPadSettings } from './settings.ts';

interface Asked extends EvaluationRequest {
  readonly timer: NodeJS.Timeout;
}

export class AndroidPad implements EvaluationPad {
  readonly #door: PadDoor;
  readonly #place: PadPlace;
  readonly #settings: AndroidPadSettings;
  readonly #presence: PadPresence;
  readonly #listeners = new Listeners<EvaluationPadEvent>();
  readonly #answered: AnsweredRatings;
  #isRunning = false;
  #asked: Asked | null = null;
  #seat: PadSeat | null = null;

  constructor(door: PadDoor, settings: AndroidPadSettings, times?: Partial<PresenceTimes>) {
    this.#door = door;
    this.#settings = settings;
    this.#answered = new AnsweredRatings(settings.answeredFile);
    this.#presence = new PadPresence((status) => this.#tell({ type: 'status', status }), times);
    this.#place = {
      settings,
      onPort: (change) => this.#portChanged(change),
      onJoined: (seat) => this.#joined(seat),
      onLeft: () => this.#left(),
      onConflict: () => this.#presence.conflict(),
      onSubmit: (rateId, answers) => this.#submitted(rateId, answers),
    };
  }

  get status(): DeviceStatus {
    return this.#presence.status;
  }

  onEvent(listener: (event: EvaluationPadEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Throws RangeError when another pad has this window at this address. */
  start(): void {
    if (this.#isRunning) return;
    this.#door.attach(this.#place);
    this.#isRunning = true;
  }

  async stop(): Promise<void> {
    if (!this.#isRunning) return;
    this.#isRunning = false;
    this.cancel();
    this.#seat = null;
    this.#presence.stop();
    await this.#door.detach(this.#place);
  }

  ask({ evaluationId, timeoutMs }: EvaluationRequest): void {
    this.#end();
    const timer = setTimeout(() => {
      this.cancel();
      this.#tell({ type: 'lapsed', evaluationId });
    }, timeoutMs);
    this.#asked = { evaluationId, timeoutMs, timer };
    this.#answered.delete(rateIdOf(evaluationId));
    this.#show();
  }

  /** The pad is told to take its form away; a submission from now on records nothing. */
  cancel(): void {
    if (!this.#end() || this.#settings.resetOperate === '') return;
    this.#seat?.send(encodeRateOperate(this.#settings.resetOperate));
  }

  /** False when nothing was asked. */
  #end(): boolean {
    if (this.#asked === null) return false;
    clearTimeout(this.#asked.timer);
    this.#asked = null;
    return true;
  }

  #show(): void {
    if (this.#asked === null) return;
    const quest = {
      rateId: rateIdOf(this.#asked.evaluationId),
      item: this.#settings.itemText,
      date: dayOf(new Date()),
    };
    this.#seat?.send(encodeRateQuest(this.#settings.spelling, quest));
  }

  #submitted(rateId: string, answers: Answers): ReplyCode {
    if (this.#answered.has(rateId)) return REPLY_CODES.done;
    const asked = this.#asked;
    if (asked === null || rateId !== rateIdOf(asked.evaluationId)) return REPLY_CODES.notRated;
    const rating = levelOf(answers, this.#settings.levels, this.#settings.levelFrom);
    if (rating === null) return REPLY_CODES.notRated;
    this.#end();
    this.#answered.add(rateId);
    this.#tell({ type: 'rated', evaluationId: asked.evaluationId, rating });
    return REPLY_CODES.done;
  }

  #joined(seat: PadSeat): void {
    this.#seat = seat;
    this.#presence.joined();
    this.#show();
  }

  #left(): void {
    this.#seat = null;
    this.#presence.left();
  }

  #portChanged(change: PortChange): void {
    if (change.type === 'opened') this.#presence.listening();
    else this.#presence.deaf(change.error.code);
  }

  #tell(event: EvaluationPadEvent): void {
    this.#listeners.tell(event);
  }
}

function rateIdOf(evaluationId: number): string {
  return String(evaluationId);
}

/** YYYY-MM-DD by this computer's clock: it is for the eye only. */
function dayOf(now: Date): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
