// Drives an SDT / SAM_A ID-card reader: polls, reads, and tells one event per card laid, whatever happens to the line.
import { DeviceError, type DeviceErrorCode } from '../../device-error.ts';
import type { DeviceStatus } from '../../device-status.ts';
import { Listeners } from '../../listeners.ts';
import { PortKeeper } from '../../port/port-keeper.ts';
import type { Port } from '../../port/port.ts';
import type { IdCardReader, IdCardReaderEvent, ReaderHealth } from '../contract.ts';
import { SdtLine } from './line.ts';
import { EMPTY, isKnownToLie, place, type Placement, type Sighting } from './placement.ts';
import { ReadCycle, type CardField } from './read-cycle.ts';
import { Silence } from './silence.ts';
import { POLL_MS, SAM_CHECK_MS } from './timings.ts';

/** One lost reply is noise; so many in a row are a fault. */
const FAILURES_TO_FAULT = 3;

export class SdtIdCardReader implements IdCardReader {
  readonly #port: Port;
  readonly #openField: (port: Port) => CardField;
  readonly #keeper: PortKeeper;
  readonly #listeners = new Listeners<IdCardReaderEvent>();
  #status: DeviceStatus = { state: 'starting' };
  #placement: Placement = EMPTY;
  #samId: string | null = null;
  #field: CardField | null = null;
  #isRunning = false;
  #stopping = new AbortController();
  #polling: Promise<void> = Promise.resolve();

  /** `openField` begins to look at the cards for one opening of the port. */
  constructor(port: Port, openField: (port: Port) => CardField = (open) => new ReadCycle(new SdtLine(open))) {
    this.#port = port;
    this.#openField = openField;
    this.#keeper = new PortKeeper(port, (change) => {
      if (change.type === 'lost') this.#tellStatus({ state: 'fault', code: change.error.code });
      else this.#polling = this.#polling.then(() => this.#pollWhileOpen(this.#stopping.signal));
    });
  }

  get status(): DeviceStatus {
    return this.#status;
  }

  /** Number of the reader's security module, for commissioning; null until it was read or when the reader tells none. */
  get samId(): string | null {
    return this.#samId;
  }

  get health(): ReaderHealth {
    return { samId: this.#samId, steps: this.#field?.steps ?? [] };
  }

  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#stopping = new AbortController();
    this.#keeper.start();
  }

  async stop(): Promise<void> {
    this.#isRunning = false;
    this.#stopping.abort();
    await this.#keeper.stop();
    await this.#polling;
    this.#placement = EMPTY;
    this.#status = { state: 'starting' };
  }

  onEvent(listener: (event: IdCardReaderEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  async #pollWhileOpen(stopping: AbortSignal): Promise<void> {
    const field = this.#openField(this.#port);
    this.#field = field;
    const stopListening = onceAborted(stopping, () => field.close());
    let isSamChecked = false;
    let failures = 0;
    const silence = new Silence();
    while (!stopping.aborted && this.#port.isOpen) {
      try {
        if (!isSamChecked) this.#samId = await field.checkSam();
        isSamChecked = true;
        const seen = await field.look(isKnownToLie(this.#placement));
        failures = 0;
        silence.isOver(field.strangeByteCount);
        this.#tellStatus({ state: 'ready', warning: null });
        this.#see(seen);
      } catch (error) {
        if (!(error instanceof DeviceError)) throw error;
        if (error.code === 'portLost') break;
        failures += 1;
        if (!error.isRetryable || failures >= FAILURES_TO_FAULT) {
          isSamChecked = false;
          const isStrange = error.code === 'noReply' && silence.isStrange(field.strangeByteCount);
          this.#tellStatus({ state: 'fault', code: isStrange ? 'badReply' : error.code });
        }
      }
      await pause(this.#status.state === 'fault' ? SAM_CHECK_MS : POLL_MS, stopping);
    }
    stopListening();
    field.close();
  }

  #see(seen: Sighting | null): void {
    if (seen === null) return;
    const { placement, events } = place(this.#placement, seen);
    this.#placement = placement;
    for (const event of events) this.#tell(event);
  }

  #tellStatus(status: DeviceStatus): void {
    if (codeOf(status) === codeOf(this.#status) && status.state === this.#status.state) return;
    this.#status = status;
    this.#tell({ type: 'status', status });
  }

  #tell(event: IdCardReaderEvent): void {
    if (this.#stopping.signal.aborted) return;
    this.#listeners.tell(event);
  }
}

function codeOf(status: DeviceStatus): DeviceErrorCode | null {
  return status.state === 'fault' ? status.code : null;
}

function onceAborted(signal: AbortSignal, run: () => void): () => void {
  if (signal.aborted) run();
  signal.addEventListener('abort', run, { once: true });
  return () => signal.removeEventListener('abort', run);
}

/** Ends early when aborted. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      stopListening();
      resolve();
    }, ms);
    const stopListening = onceAborted(signal, () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
