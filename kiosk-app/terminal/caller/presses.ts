// Asking the hall from the bar: one request at a time, each with the id of its press, kept and sent again until it is answered.
import type { CommandType } from '@jiaohao/contracts/commands';
import type { CallerControl, CallerTrouble } from '../../wire/caller.ts';
import type { HallReply, HallRequest } from '../hall-reply.ts';
import type { AskHall } from '../hall-socket.ts';
import { judgePress, type Asked } from './press-guard.ts';

export interface PressNotice {
  readonly trouble: CallerTrouble;
  readonly control: CallerControl | null;
}

export interface PressesOptions {
  /** How long a request is kept and sent again before `unanswered`, ms. */
  readonly patienceMs: number;
  /** Monotonic ms. */
  readonly now: () => number;
  readonly changed: () => void;
}

export class Presses {
  readonly #options: PressesOptions;
  #asked: Asked | null = null;
  #notice: PressNotice | null = null;

  constructor(options: PressesOptions) {
    this.#options = options;
  }

  /** The control whose request is not answered yet. */
  get working(): CallerControl | null {
    return this.#asked?.isUnanswered === true ? this.#asked.control : null;
  }

  get notice(): PressNotice | null {
    return this.#notice;
  }

  say(notice: PressNotice | null): void {
    this.#notice = notice;
    this.#options.changed();
  }

  /** Whether a press of this control may go on now; a press that must wait is said. */
  mayPress(control: CallerControl, requestId: string): boolean {
    const verdict = judgePress(this.#asked, { control, requestId }, this.#options.now());
    if (verdict === 'wait') this.say({ trouble: 'stillWorking', control });
    return verdict === 'ask';
  }

  /** After `mayPress`. True when the hall has carried it out; otherwise the notice says what came of it. Never rejects. */
  async ask<T extends CommandType>(hall: AskHall, control: CallerControl, request: HallRequest<T>): Promise<boolean> {
    const asked: Asked = { control, requestId: request.requestId, askedAt: this.#options.now(), isUnanswered: true };
    this.#asked = asked;
    this.say(null);
    const reply = await hall.ask<T>(request, AbortSignal.timeout(this.#options.patienceMs));
    // Forgotten meanwhile: nobody is there to be told.
    if (this.#asked !== asked) return false;
    this.#asked = { ...asked, isUnanswered: false };
    const trouble = troubleOf(reply);
    this.say(trouble === null ? null : { trouble, control });
    return trouble === null;
  }

  /** The clerk is another one, or none: what was pressed before is no longer of interest. */
  forget(): void {
    this.#asked = null;
    this.#notice = null;
  }
}

function troubleOf(reply: HallReply | null): CallerTrouble | null {
  if (reply === null) return 'unanswered';
  if (reply.ok) return null;
  return 'refusal' in reply ? reply.refusal.code : 'notAllowed';
}
