// The card that lies on the reader, or the paper that was scanned: in memory only, and no longer than it is needed.
import type { CardNotice } from '../wire/page.ts';
import type { CardRead, DevicesNotice, DocumentRead } from '../wire/devices.ts';

/** Whose number it will be. */
export type IdentityRead = CardRead | DocumentRead;

/** A card left lying is forgotten after this; it must be lifted and laid again. */
const FORGET_AFTER_MS = 60_000;

/**
 * Holds a card from its reading until it is lifted, used (`forget`), its person left (`forget`), or `forgetAfterMs`
 * passed, whichever comes first. A scanned paper lies nowhere: it is told `lifted` when it is forgotten. Nothing of it is ever logged or written.
 */
export class CardOnReader {
  readonly #tell: (notice: CardNotice) => void;
  readonly #forgetAfterMs: number;
  #card: IdentityRead | null = null;
  #isLying = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(tell: (notice: CardNotice) => void, forgetAfterMs = FORGET_AFTER_MS) {
    this.#tell = tell;
    this.#forgetAfterMs = forgetAfterMs;
  }

  /** Null when none lies there, or when the one that lies there was forgotten. */
  current(): IdentityRead | null {
    return this.#card;
  }

  forget(): void {
    const wasScanned = this.#card !== null && 'documentKind' in this.#card;
    this.#drop();
    if (wasScanned) this.#tell({ state: 'lifted' });
  }

  /** Takes what the devices tell; other notices are not its business. */
  notice(notice: DevicesNotice): void {
    switch (notice.type) {
      case 'cardRead':
        this.#read(notice.card);
        this.#isLying = true;
        break;
      case 'documentRead':
        this.#read(notice.document);
        break;
      case 'scanTrouble':
        this.#tell({ state: notice.trouble });
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

  #read(card: IdentityRead): void {
    this.#drop();
    this.#card = card;
    this.#timer = setTimeout(() => this.forget(), this.#forgetAfterMs);
    this.#tell({ state: 'laid' });
  }

  #drop(): void {
    this.#card = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #lifted(): void {
    if (!this.#isLying) return;
    this.#isLying = false;
    const isOther = this.#card !== null && 'documentKind' in this.#card;
    if (isOther) return;
    this.#drop();
    this.#tell({ state: 'lifted' });
  }
}
