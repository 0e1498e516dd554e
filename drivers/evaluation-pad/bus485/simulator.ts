// Behaving evaluation pads at the far end of one 485 line, with byte tables of their own: keys, repeats, lost echoes, line noise.
import { Listeners } from '../../listeners.ts';
import { type Port } from '../../port/port.ts';
import { PortKeeper } from '../../port/port-keeper.ts';

export interface PadBusSwitches {
  /** Pads repeat a frame this long after it, until it is acknowledged ... */
  readonly repeatMs: number;
  /** ... or this often. */
  readonly maxRepeats: number;
  /** So many acknowledgements from now on do not reach the pads. */
  readonly acknowledgementsToLose: number;
  /** Bytes of noise on the line before every frame. */
  readonly noise: readonly number[];
}

interface SentFrame {
  readonly bytes: readonly number[];
  readonly expected: string;
  repeatsLeft: number;
  timer: NodeJS.Timeout | null;
}

const QUIET: PadBusSwitches = { repeatMs: 150, maxRepeats: 5, acknowledgementsToLose: 0, noise: [] };
const hexOf = (bytes: Iterable<number>): string => Buffer.from([...bytes]).toString('hex');

/** By the maker's table: the sum is over the counted bytes, address, function and values. */
function frameOf(address: number, func: number, ...values: readonly number[]): number[] {
  const length = 2 + values.length;
  const sum = values.reduce((total, value) => total + value, address + func) % 256;
  return [0xff, 0x68, length, length, 0x68, address, func, ...values, sum, 0x16];
}

export class PadBusSimulator {
  /** Every whole frame from the host, as hex, newest last. */
  heard: string[] = [];
  readonly #port: Port;
  readonly #keeper: PortKeeper;
  readonly #armed = new Set<number>();
  readonly #listeners = new Listeners<void>();
  #sent: SentFrame[] = [];
  #switches: PadBusSwitches;
  #input: number[] = [];
  #stopListening: () => void = () => undefined;

  constructor(port: Port, switches: Partial<PadBusSwitches> = {}) {
    this.#port = port;
    this.#keeper = new PortKeeper(port, () => undefined);
    this.#switches = { ...QUIET, ...switches };
  }

  start(): void {
    this.#stopListening = this.#port.onBytes((bytes) => this.#receive(bytes));
    this.#keeper.start();
  }

  async stop(): Promise<void> {
    this.#stopListening();
    for (const { timer } of this.#sent) if (timer !== null) clearTimeout(timer);
    this.#sent = [];
    await this.#keeper.stop();
  }

  set(change: Partial<PadBusSwitches>): void {
    this.#switches = { ...this.#switches, ...change };
  }

  /** True between the host's "start evaluation" and the acknowledged result: the keys of that pad are lit. */
  isArmed(address: number): boolean {
    return this.#armed.has(address);
  }

  /** Frames that no acknowledgement has come for yet. */
  get unacknowledgedCount(): number {
    return this.#sent.length;
  }

  /** Called whenever a pad's lights or its open frames change. */
  on(_event: 'change', listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Somebody presses the evaluation key that sends `value`, lit or not. */
  press(address: number, value: number): void {
    this.#transmit(frameOf(address, 0x11, value), frameOf(address, 0x01, value));
  }

  /** An ordinary key of a call pad, e.g. 0C next, or a digit and 0F confirm; acknowledged by the identical frame. */
  pressCallKey(address: number, ...keys: readonly number[]): void {
    this.#transmit(frameOf(address, 0x01, ...keys), frameOf(address, 0x01, ...keys));
  }

  /** Puts bytes on the line as they are. */
  inject(bytes: readonly number[]): void {
    // A line just pulled carries nothing, and a pad does not notice.
    this.#port.write(Uint8Array.from(bytes)).catch(() => undefined);
  }

  #transmit(bytes: readonly number[], acknowledgement: readonly number[]): void {
    const sent = { bytes, expected: hexOf(acknowledgement), repeatsLeft: this.#switches.maxRepeats, timer: null };
    this.#sent.push(sent);
    this.#sendOnce(sent);
    this.#changed();
  }

  #sendOnce(sent: SentFrame): void {
    this.inject([...this.#switches.noise, ...sent.bytes]);
    sent.timer = setTimeout(() => {
      if (sent.repeatsLeft > 0) {
        sent.repeatsLeft -= 1;
        this.#sendOnce(sent);
        return;
      }
      this.#sent = this.#sent.filter((one) => one !== sent);
      this.#changed();
    }, this.#switches.repeatMs);
  }

  #receive(bytes: Uint8Array): void {
    this.#input.push(...bytes);
    while (this.#input.length >= 4) {
      const [first, second, length = 0, again] = this.#input;
      const isHead = first === 0xff && second === 0x68 && length === again && length >= 2 && length <= 8;
      if (!isHead) {
        this.#input.shift();
        continue;
      }
      if (this.#input.length < length + 7) return;
      this.#take(this.#input.splice(0, length + 7));
    }
  }

  #take(frame: readonly number[]): void {
    const hex = hexOf(frame);
    this.heard = [...this.heard, hex].slice(-500);
    const [, , length, , , address = 0, func, value] = frame;
    const sent = this.#sent.find((one) => one.expected === hex);
    if (sent !== undefined) {
      this.#acknowledged(sent, address);
      return;
    }
    if (length === 3 && func === 0x01 && value === 0x0b) {
      this.#armed.add(address);
      this.#changed();
    }
  }

  #acknowledged(sent: SentFrame, address: number): void {
    if (this.#switches.acknowledgementsToLose > 0) {
      this.set({ acknowledgementsToLose: this.#switches.acknowledgementsToLose - 1 });
      return;
    }
    if (sent.timer !== null) clearTimeout(sent.timer);
    this.#sent = this.#sent.filter((one) => one !== sent);
    if (sent.bytes[6] === 0x11) this.#armed.delete(address);
    this.#changed();
  }

  #changed(): void {
    this.#listeners.tell();
  }
}
