// One look at the card field: is the card still there, else find, select, read (docs/protocols/id-card-reader.md, "Read cycle").
import { DeviceError } from '../../device-error.ts';
import { decodeCardText } from './card-text.ts';
import { decodeSamId, textOfPayload, type SdtCommand } from './codec.ts';
import type { SdtAnswer, SdtLine } from './line.ts';
import type { TimedStep } from '../../timed-step.ts';
import type { Sighting } from './placement.ts';

/** A found card that cannot be selected is looked for again; so many times before the person is asked to lay it again. */
const SELECT_ATTEMPTS = 3;

const LAY_AGAIN: Sighting = { type: 'trouble', trouble: 'layAgain' };
const UNSUPPORTED: Sighting = { type: 'trouble', trouble: 'unsupportedCard' };

/** A field on which cards are laid, for one opening of the port. */
export interface CardField {
  /** The newest time of each command. */
  readonly steps: readonly TimedStep[];
  /** Bytes since the opening that belonged to no reply: another device's, or those of another speed. */
  readonly strangeByteCount: number;
  checkSam(): Promise<string | null>;
  look(isLaid: boolean): Promise<Sighting | null>;
  /** Stops listening; a command in flight fails with `portLost`. */
  close(): void;
}

export class ReadCycle implements CardField {
  readonly #line: SdtLine;
  readonly #onPayload: (payload: Uint8Array) => void;
  #failedSelects = 0;

  /** `onPayload` sees what a card was read from, before it is wiped. */
  constructor(line: SdtLine, onPayload: (payload: Uint8Array) => void = () => undefined) {
    this.#line = line;
    this.#onPayload = onPayload;
  }

  get steps(): readonly TimedStep[] {
    return this.#line.steps;
  }

  get strangeByteCount(): number {
    return this.#line.strangeByteCount;
  }

  close(): void {
    this.#line.close();
  }

  /**
   * Number of the security module, or null when the reader tells none. Rejects with DeviceError `deviceFault` when the
   * module failed, `portLost`, `badReply`. A reader that knows neither question is judged by how it finds cards.
   */
  async checkSam(): Promise<string | null> {
    const status = await this.#askIfKnown('samStatus');
    const id = status === null ? null : await this.#askIfKnown('samId');
    return id?.meaning === 'success' ? decodeSamId(id.data) : null;
  }

  /**
   * What lies on the reader; null when nothing can be said yet or the card already read still lies there (`isLaid`).
   * Rejects with DeviceError.
   */
  async look(isLaid: boolean): Promise<Sighting | null> {
    if (isLaid && (await this.#isStillThere())) return null;
    const found = await this.#line.ask('findCard');
    if (found.meaning === 'noCard') {
      this.#failedSelects = 0;
      return { type: 'noCard' };
    }
    if (isRefusal(found)) throw refused('findCard');
    if (found.meaning !== 'cardFound') throw new DeviceError('badReply', 'findCard', { isRetryable: true });
    const selected = await this.#line.ask('selectCard');
    if (selected.meaning !== 'success') return this.#selectFailed(selected);
    this.#failedSelects = 0;
    return this.#read();
  }

  /** After a read "no card" proves nothing: only an item of the card itself does. */
  async #isStillThere(): Promise<boolean> {
    const answer = await this.#line.ask('readNewAddress');
    answer.data.fill(0);
    return answer.meaning === 'success' || answer.meaning === 'noSuchItem';
  }

  #selectFailed(answer: SdtAnswer): Sighting | null {
    if (isRefusal(answer)) throw refused('selectCard');
    this.#failedSelects += 1;
    return this.#failedSelects < SELECT_ATTEMPTS ? null : LAY_AGAIN;
  }

  async #read(): Promise<Sighting> {
    const answer = await this.#askIfKnown('readCard');
    // Silence while reading: the card went, or the line did, which the next look will show.
    if (answer === null) return LAY_AGAIN;
    try {
      if (answer.meaning === 'success') this.#onPayload(answer.data);
      return sightingOf(answer);
    } finally {
      answer.data.fill(0);
    }
  }

  /** Null instead of a `noReply` fault. */
  async #askIfKnown(command: SdtCommand): Promise<SdtAnswer | null> {
    try {
      return await this.#line.ask(command);
    } catch (error) {
      if (error instanceof DeviceError && error.code === 'noReply') return null;
      throw error;
    }
  }
}

/** What the answer of a read says of the card. Throws DeviceError `deviceRefused`. */
export function sightingOf(answer: SdtAnswer): Sighting {
  if (answer.meaning === 'unsupportedCard') return UNSUPPORTED;
  if (isRefusal(answer)) throw refused('readCard');
  if (answer.meaning !== 'success') return LAY_AGAIN;
  const text = textOfPayload(answer.data);
  if (text === null) return LAY_AGAIN;
  const card = decodeCardText(text);
  return card === null ? UNSUPPORTED : { type: 'card', card };
}

function isRefusal(answer: SdtAnswer): boolean {
  return answer.meaning === 'commandError' || answer.meaning === 'notPermitted';
}

/** The reader does not want what every reader of this model can: the wrong model, or a broken one. */
function refused(command: SdtCommand): DeviceError {
  return new DeviceError('deviceRefused', `${command} was refused`, { isRetryable: false });
}
