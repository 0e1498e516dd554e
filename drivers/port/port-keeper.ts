// Keeps a port open: takes it up again, in bounded steps, whenever it was not there or vanished.
import { DeviceError, type DeviceErrorCode } from '../device-error.ts';
import { portLost } from './port-faults.ts';
import type { Port } from './port.ts';

/** What it needs of a port: also something that is open to many, and has no bytes of its own. */
export type KeptPort = Pick<Port, 'name' | 'isOpen' | 'open' | 'close' | 'onClosed'>;

export type PortChange =
  | { readonly type: 'opened' }
  /** Told once per loss or failed start, not once per attempt; again when it turns out that somebody has to mend it. */
  | { readonly type: 'lost'; readonly error: DeviceError };

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 2000;

export class PortKeeper {
  readonly #port: KeptPort;
  readonly #tell: (change: PortChange) => void;
  #retryMs = FIRST_RETRY_MS;
  #timer: NodeJS.Timeout | null = null;
  #attempt: Promise<void> | null = null;
  #isRunning = false;
  #toldCode: DeviceErrorCode | null = null;
  #stopListening: () => void = () => undefined;

  /** `tell` is called with every change until `stop`; never during the constructor or `start`. */
  constructor(port: KeptPort, tell: (change: PortChange) => void) {
    this.#port = port;
    this.#tell = tell;
  }

  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#toldCode = null;
    this.#retryMs = FIRST_RETRY_MS;
    this.#stopListening = this.#port.onClosed(() => this.#lost(portLost(this.#port.name)));
    this.#tryNow();
  }

  /** Closes the port; nothing is told any more. */
  async stop(): Promise<void> {
    this.#isRunning = false;
    this.#stopListening();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#attempt;
    await this.#port.close();
  }

  #tryNow(): void {
    this.#attempt = this.#port.open().then(
      () => this.#opened(),
      (error: unknown) => {
        if (!(error instanceof DeviceError)) throw error;
        this.#lost(error);
      },
    );
  }

  #opened(): void {
    // It may have vanished between being open and our hearing of it: that was told as a loss.
    if (!this.#isRunning || !this.#port.isOpen) return;
    this.#retryMs = FIRST_RETRY_MS;
    this.#toldCode = null;
    this.#tell({ type: 'opened' });
  }

  #lost(error: DeviceError): void {
    if (!this.#isRunning) return;
    this.#timer = setTimeout(() => this.#tryNow(), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
    const isNews = this.#toldCode === null || (!error.isRetryable && error.code !== this.#toldCode);
    if (!isNews) return;
    this.#toldCode = error.code;
    this.#tell({ type: 'lost', error });
  }
}
