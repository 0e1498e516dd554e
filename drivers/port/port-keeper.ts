// Keeps a port open: takes it up again, in bounded steps, whenever it was not there or vanished.
import { DeviceError } from '../device-error.ts';
import { portLost } from './port-faults.ts';
import type { Port } from './port.ts';

export type PortChange =
  | { readonly type: 'opened' }
  /** Told once per loss or failed start, not once per attempt. */
  | { readonly type: 'lost'; readonly error: DeviceError };

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 2000;

export class PortKeeper {
  readonly #port: Port;
  readonly #tell: (change: PortChange) => void;
  #retryMs = FIRST_RETRY_MS;
  #timer: NodeJS.Timeout | null = null;
  #attempt: Promise<void> | null = null;
  #isRunning = false;
  #isLossTold = false;
  #stopListening: () => void = () => undefined;

  /** `tell` is called with every change until `stop`; never during the constructor or `start`. */
  constructor(port: Port, tell: (change: PortChange) => void) {
    this.#port = port;
    this.#tell = tell;
  }

  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#isLossTold = false;
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
    this.#isLossTold = false;
    this.#tell({ type: 'opened' });
  }

  #lost(error: DeviceError): void {
    if (!this.#isRunning) return;
    this.#timer = setTimeout(() => this.#tryNow(), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
    if (this.#isLossTold) return;
    this.#isLossTold = true;
    this.#tell({ type: 'lost', error });
  }
}
