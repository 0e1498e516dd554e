// A pad that types like a keyboard, at the far end of a line that carries input events, with a key table of its own.
import { PortKeeper } from '../../port/port-keeper.ts';
import type { Port } from '../../port/port.ts';

export interface KeyboardPadSwitches {
  readonly prefix: string;
  readonly suffix: 'Enter' | 'Tab' | 'none';
  /** Between two keys. */
  readonly gapMs: number;
  /** Digits of the number block. */
  readonly isNumberBlock: boolean;
  /** Noise before every key. */
  readonly noise: readonly number[];
  readonly sendsByteByByte: boolean;
}

const PLAIN: KeyboardPadSwitches = {
  prefix: '',
  suffix: 'Enter',
  gapMs: 8,
  isNumberBlock: false,
  noise: [],
  sendsByteByByte: false,
};

/** KEY_1 ... KEY_0, KEY_ENTER, KEY_TAB, KEY_A, KEY_KP1 ... of <linux/input-event-codes.h>. */
const CODES: Readonly<Record<string, number>> = {
  ...{ 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 7, 7: 8, 8: 9, 9: 10, 0: 11 },
  ...{ Enter: 28, Tab: 15, a: 30, q: 16, x: 45, '/': 53 },
};
const NUMBER_BLOCK: Readonly<Record<string, number>> = {
  ...{ 1: 79, 2: 80, 3: 81, 4: 75, 5: 76, 6: 77, 7: 71, 8: 72, 9: 73, 0: 82 },
  ...{ Enter: 96 },
};

export class KeyboardPadSimulator {
  readonly #port: Port;
  readonly #keeper: PortKeeper;
  #switches: KeyboardPadSwitches;
  #clockMs: number;

  /** `clockMs`: when the first key goes down. */
  constructor(port: Port, switches: Partial<KeyboardPadSwitches> = {}, clockMs = Date.now()) {
    this.#port = port;
    this.#switches = { ...PLAIN, ...switches };
    this.#clockMs = clockMs;
    this.#keeper = new PortKeeper(port, () => undefined);
  }

  start(): void {
    this.#keeper.start();
  }

  stop(): Promise<void> {
    return this.#keeper.stop();
  }

  get isConnected(): boolean {
    return this.#port.isOpen;
  }

  set(change: Partial<KeyboardPadSwitches>): void {
    this.#switches = { ...this.#switches, ...change };
  }

  /** Somebody presses a key of the pad: it types prefix, text and suffix. Throws RangeError for a character it has no key for. */
  press(text: string): void {
    const { prefix, suffix } = this.#switches;
    this.type(...Array.from(prefix + text), ...(suffix === 'none' ? [] : [suffix]));
  }

  /** Keys as they are. */
  type(...keys: readonly string[]): void {
    this.#clockMs = Math.max(this.#clockMs, Date.now());
    for (const key of keys) {
      const code = (this.#switches.isNumberBlock ? NUMBER_BLOCK[key] : undefined) ?? CODES[key];
      if (code === undefined) throw new RangeError(`the pad has no key ${key}; known: ${Object.keys(CODES).join(' ')}`);
      this.#clockMs += this.#switches.gapMs;
      const down = [event(this.#clockMs, 4, 4, code), event(this.#clockMs, 1, code, 1), event(this.#clockMs, 0, 0, 0)];
      const up = [event(this.#clockMs + 1, 1, code, 0), event(this.#clockMs + 1, 0, 0, 0)];
      this.#send(Buffer.concat([Buffer.from(this.#switches.noise), ...down, ...up]));
    }
  }

  #send(bytes: Buffer): void {
    const chunks = this.#switches.sendsByteByByte ? Array.from(bytes, (byte) => Uint8Array.of(byte)) : [bytes];
    // A line that is gone carries nothing, and a pad does not notice.
    for (const chunk of chunks) this.#port.write(chunk).catch(() => undefined);
  }
}

/** struct input_event, 64 bit. */
function event(atMs: number, type: number, code: number, value: number): Buffer {
  const bytes = Buffer.alloc(24);
  bytes.writeBigInt64LE(BigInt(Math.floor(atMs / 1000)), 0);
  bytes.writeBigInt64LE(BigInt(Math.floor((atMs % 1000) * 1000)), 8);
  bytes.writeUInt16LE(type, 16);
  bytes.writeUInt16LE(code, 18);
  bytes.writeInt32LE(value, 20);
  return bytes;
}
