// The card that lies on the reader: in memory only, and no longer than it is needed.
import type { CardNotice } from '../wire/page.ts';
import type { CardRead, DevicesNotice } from '../wire/devices.ts';

/** A card left lying is forgotten after this; it must be lifted and laid again. */
const FORGET_AFTER_MS = 60_000;

/**
 * Holds a card from its reading until it is lifted, used (`forget`), its person left (`forget`), or `forgetAfterMs`
 * passed, whichever comes first. Nothing of it is ever logged or written.
 */
export class CardOnReader {
  readonly #tell: (notice: CardNotice) => void;
  readonly #forgetAfterMs: number;
  #card: CardRead | null = null;
  #isLying = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(tell: (notice: CardNotice) => void, forgetAfterMs = FORGET_AFTER_MS) {
    this.#tell = tell;
    this.#forgetAfterMs = forgetAfterMs;
  }

  /** Null when none lies there, or when the one that lies there was forgotten. */
  current(): CardRead | null {
    return this.#card;
  }

  forget(): void {
    this.#card = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Takes what the devices tell; other notices are not its business. */
  notice(notice: DevicesNotice): void {
    switch (notice.type) {
      case 'cardRead':
        this.#laid(notice.card);
        break;
      case 'cardTrouble':
        this.forget();
        this.#tell({ state: notice.trouble === 'layAgain' ? 'layAgain' : 'unsupported' });
        break;
      case 'cardLifted':
        this.#lifted();
        break;
      case 'status':
        // A reader that fails no longer knows what lies on it.
        if (notice.kind === 'idCardReader' && notice.status.state !== 'ready') this.#lifted();
        break;
      default:
    }
  }

  #laid(card: CardRead): void {
    this.forget();
    this.#card = card;
    this.#isLying = true;
    this.#timer = setTimeout(() => this.forget(), this.#forgetAfterMs);
    this.#tell({ state: 'laid' });
  }

  #lifted(): void {
    this.forget();
    if (!this.#isLying) return;
    this.#isLying = false;
    this.#tell({ state: 'lifted' });
  }
}
