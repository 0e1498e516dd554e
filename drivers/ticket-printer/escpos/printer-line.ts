// The way to one printer: writes whole messages one behind the other and knows how long the line needs for what is still on it.
import { DeviceError, type DeviceErrorCode } from '../../device-error.ts';
import type { Port } from '../../port/port.ts';

/** Start, eight data bits, stop. */
const BITS_PER_BYTE = 10;

export class PrinterLine {
  readonly #port: Port;
  #isSending = false;
  #sendCount = 0;
  /** How much had been sent when the newest question went out. */
  #sentBeforeQuestion = 0;
  /** When the last byte given to the operating system has passed a serial line, in the time of `performance.now()`. */
  #freeAtMs = 0;

  constructor(port: Port) {
    this.#port = port;
  }

  get isOpen(): boolean {
    return this.#port.isOpen;
  }

  /** Print data was given to the operating system and it has not taken it yet. */
  get isSending(): boolean {
    return this.#isSending;
  }

  /** How often print data was sent: one look tells whether any went out since the last. */
  get sendCount(): number {
    return this.#sendCount;
  }

  /** Until `byteCount` more bytes have passed, those still on the line included; 0 where the line has no speed. */
  passingMs(byteCount: number): number {
    const { bitsPerSecond } = this.#port;
    if (bitsPerSecond === null) return 0;
    const aheadMs = Math.max(0, this.#freeAtMs - performance.now());
    return aheadMs + (byteCount * BITS_PER_BYTE * 1000) / bitsPerSecond;
  }

  /** Print data and completion marks, whole. Null when the operating system took them, else why it did not. */
  async send(bytes: Uint8Array): Promise<DeviceErrorCode | null> {
    this.#freeAtMs = performance.now() + this.passingMs(bytes.length);
    this.#isSending = true;
    this.#sendCount += 1;
    try {
      await this.#port.write(bytes);
      return null;
    } catch (error) {
      if (error instanceof DeviceError) return error.code;
      throw error;
    } finally {
      this.#isSending = false;
    }
  }

  /** Zeros that do no more than fill up a broken command; waited for no longer than `limitMs` beyond their time on the line. */
  async fill(zeros: Uint8Array, limitMs: number): Promise<void> {
    if (zeros.length === 0 || this.#isSending || !this.isOpen) return;
    const passingMs = this.passingMs(zeros.length);
    this.#freeAtMs = performance.now() + passingMs;
    const { promise: isOver, resolve } = Promise.withResolvers<null>();
    const timer = setTimeout(() => resolve(null), limitMs + passingMs);
    // A line that fails here fails the question behind too, which tells it.
    const end = (): void => resolve(null);
    this.#port.write(zeros).then(end, end);
    await isOver;
    clearTimeout(timer);
  }

  /** A status question; refused while print data is being written: between its bytes it would be taken for data. */
  ask(question: Uint8Array): Promise<void> {
    if (this.#isSending) {
      return Promise.reject(new DeviceError('deviceBusy', 'a ticket is on the line', { isRetryable: true }));
    }
    this.#sentBeforeQuestion = this.#sendCount;
    return this.#port.write(question);
  }

  /** The newest question was answered: what went out before it has passed. */
  questionAnswered(): void {
    if (this.#sentBeforeQuestion === this.#sendCount) this.cleared();
  }

  /**
   * Nothing is on the line any more: it is gone, or the printer has answered what went out last. Many lines that say they have a speed
   * are faster (USB): what was counted too long must not add up.
   */
  cleared(): void {
    this.#freeAtMs = 0;
  }
}
