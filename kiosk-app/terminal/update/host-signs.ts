// What a host can see of a terminal's health and quiet, without the core knowing that updates exist: it watches two seams.
import { DevicesNotice } from '../../wire/devices.ts';
import type { Channel } from '../../wire/devices.ts';
import type { Seat } from '../page-seat.ts';
import type { Sign } from './under-launcher.ts';

/** Longer than any page waits for a hand: after it the page is at its start again. */
export const QUIET_AFTER_MS = 120_000;
/** What a page is told when somebody is there: a card was laid, a number is printed. */
const TOLD_TO_SOMEBODY = new Set(['card', 'printing', 'answer', 'takenOver']);

export class HostSigns {
  readonly #onSign: (sign: Sign) => void;
  readonly #now: () => number;
  readonly #pages = new Set<object>();
  #lastLifeAt: number;
  /** Before the terminal runs nothing may end it. */
  #isBusy: () => boolean = () => true;

  /** `now` in milliseconds that only grow. */
  constructor(onSign: (sign: Sign) => void, now: () => number = () => performance.now()) {
    this.#onSign = onSign;
    this.#now = now;
    this.#lastLifeAt = now();
  }

  /** For so long nobody touched the page, and nothing was told to anybody. */
  get quietMs(): number {
    return this.#now() - this.#lastLifeAt;
  }

  /** A page has taken its seat and has not left it. */
  get hasPage(): boolean {
    return this.#pages.size > 0;
  }

  /** Nobody is here, and nothing is under way. */
  isQuiet(quietAfterMs: number): boolean {
    return this.quietMs >= quietAfterMs && !this.#isBusy();
  }

  /** What the terminal itself knows of people, once it runs. */
  watchWork(isBusy: () => boolean): void {
    this.#isBusy = isBusy;
  }

  /** A devices process that says that it runs is the sign `devices`. */
  watchChannel(open: () => Channel): () => Channel {
    return () => {
      const channel = open();
      channel.onMessage((message) => {
        if (DevicesNotice.safeParse(message).data?.type === 'running') this.#onSign('devices');
      });
      return channel;
    };
  }

  /** A page that takes its seat has loaded and runs: the sign `page`. `{touched: true}` of a host's bridge ends here. */
  watchSeat(seat: Seat): Seat {
    return {
      admit: (pageId, send) => {
        const page = seat.admit(pageId, (message) => {
          if (TOLD_TO_SOMEBODY.has(typeOf(message))) this.#lastLifeAt = this.#now();
          send(message);
        });
        this.#pages.add(page);
        this.#onSign('page');
        return {
          take: (message) => {
            this.#lastLifeAt = this.#now();
            if (!isTouch(message)) page.take(message);
          },
          left: (how) => {
            this.#pages.delete(page);
            page.left(how);
          },
        };
      },
    };
  }
}

function isTouch(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'touched' in message;
}

function typeOf(message: unknown): string {
  return typeof message === 'object' && message !== null && 'type' in message ? String(message.type) : '';
}
