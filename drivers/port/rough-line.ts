// A real line between a simulated device and its port, for what the device says: as slow as a serial line, in pieces, with noise, late, with flipped bits.
// One for all simulators; what a device's own firmware does wrong is a switch of its simulator.
import { portLost } from './port-faults.ts';
import type { Port, PortClosed } from './port.ts';
import { WritesInTurn } from './writes-in-turn.ts';

export interface Roughness {
  /** Bytes a second, as of a serial line at ten times the bits; null: at once. */
  readonly bytesPerSecond: number | null;
  /** Everything in pieces of 1 to 7 bytes. */
  readonly isInPieces: boolean;
  /** So many bytes of rubbish before everything that is said. */
  readonly noiseBytes: number;
  /** Everything is said so much later. */
  readonly delayMs: number;
  /** Of every so many things said, one has a flipped bit, so that its check is wrong; 0: none. */
  readonly spoilsEvery: number;
  /** The same seed makes the same pieces, noise and flips. */
  readonly seed: number;
}

export const SMOOTH: Roughness = {
  bytesPerSecond: null,
  isInPieces: false,
  noiseBytes: 0,
  delayMs: 0,
  spoilsEvery: 0,
  seed: 1,
};

const LONGEST_PIECE = 7;
/** What a serial chip hands on at a time. */
const FIFO_BYTES = 16;

export class RoughLine implements Port {
  readonly bitsPerSecond: number | null;
  readonly #port: Port;
  readonly #writes = new WritesInTurn();
  readonly #waits = new Set<() => void>();
  #roughness: Roughness;
  #random: number;
  #saidCount = 0;
  #freeAtMs = 0;

  constructor(port: Port, roughness: Partial<Roughness>) {
    this.#port = port;
    this.bitsPerSecond = port.bitsPerSecond;
    this.#roughness = { ...SMOOTH, ...roughness };
    this.#random = this.#roughness.seed;
    port.onClosed(() => {
      for (const end of [...this.#waits]) end();
    });
  }

  get name(): string {
    return this.#port.name;
  }

  get isOpen(): boolean {
    return this.#port.isOpen;
  }

  set(change: Partial<Roughness>): void {
    this.#roughness = { ...this.#roughness, ...change };
    if (change.seed !== undefined) this.#random = change.seed;
  }

  open(): Promise<void> {
    return this.#port.open();
  }

  /** Resolves when the last byte is on the line. */
  write(bytes: Uint8Array): Promise<void> {
    const copy = Uint8Array.from(bytes);
    return this.#writes.add(() => this.#say(copy));
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    return this.#port.onBytes(listener);
  }

  onClosed(listener: (closed: PortClosed) => void): () => void {
    return this.#port.onClosed(listener);
  }

  close(): Promise<void> {
    return this.#port.close();
  }

  async #say(bytes: Uint8Array): Promise<void> {
    const { delayMs, noiseBytes } = this.#roughness;
    await this.#wait(delayMs);
    // Once for all pieces: a timer that comes late on a busy machine does not make the line slower.
    this.#freeAtMs = Math.max(this.#freeAtMs, performance.now());
    const noise = Array.from({ length: noiseBytes }, () => this.#upTo(256));
    this.#spoil(bytes);
    for (const piece of this.#pieces(Uint8Array.from([...noise, ...bytes]))) {
      await this.#lineTime(piece.length);
      await this.#port.write(piece);
    }
  }

  #spoil(bytes: Uint8Array): void {
    const { spoilsEvery } = this.#roughness;
    this.#saidCount += 1;
    if (spoilsEvery === 0 || this.#saidCount % spoilsEvery !== 0) return;
    const at = this.#upTo(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << this.#upTo(8));
  }

  *#pieces(bytes: Uint8Array): Generator<Uint8Array> {
    const { isInPieces, bytesPerSecond } = this.#roughness;
    for (let at = 0; at < bytes.length;) {
      const whole = bytesPerSecond === null ? bytes.length : FIFO_BYTES;
      const end = at + (isInPieces ? 1 + this.#upTo(LONGEST_PIECE) : whole);
      yield bytes.subarray(at, end);
      at = end;
    }
  }

  /** Until the bytes have passed; what is said meanwhile queues behind them. */
  #lineTime(byteCount: number): Promise<void> {
    const { bytesPerSecond } = this.#roughness;
    if (bytesPerSecond === null) return this.#wait(0);
    this.#freeAtMs += (byteCount * 1000) / bytesPerSecond;
    return this.#wait(this.#freeAtMs - performance.now());
  }

  /** Rejects with `portLost` where the line goes, or is not there. */
  async #wait(ms: number): Promise<void> {
    if (ms > 0 && this.isOpen) {
      await new Promise<void>((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          this.#waits.delete(end);
          resolve();
        };
        const timer = setTimeout(end, ms);
        this.#waits.add(end);
      });
    }
    if (!this.isOpen) throw portLost(this.name);
  }

  /** 0 to `below` - 1: a linear congruential generator, whose high bits are the good ones. */
  #upTo(below: number): number {
    this.#random = (this.#random * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(this.#random / 65_536) % below;
  }
}
