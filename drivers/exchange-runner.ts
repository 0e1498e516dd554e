// Does what exchange.ts says: owns the port's bytes, the splitter and the one timer of a request/reply device.
import { DeviceError } from './device-error.ts';
import {
  exchange,
  IDLE,
  type ExchangeCommand,
  type ExchangeInput,
  type ExchangeSettings,
  type ExchangeState,
  type ExchangeStep,
} from './exchange.ts';
import {
  createFrameSplitter,
  type FrameShape,
  type FrameSplitter,
  type SplitResult,
} from './framing/frame-splitter.ts';
import type { Port } from './port/port.ts';

interface Caller {
  resolve(frame: Uint8Array): void;
  reject(error: DeviceError): void;
}

/**
 * For one opening of a port. Bytes read are wiped in place once taken in, and so is every frame that is not handed
 * out: they may be personal data. Listen before it, or not at all.
 */
export class ExchangeRunner {
  readonly #port: Port;
  readonly #settings: ExchangeSettings;
  readonly #splitter: FrameSplitter;
  readonly #stopListening: readonly (() => void)[];
  #state: ExchangeState = IDLE;
  #caller: Caller | null = null;
  #timer: NodeJS.Timeout | undefined;
  #discardedByteCount = 0;

  constructor(port: Port, shape: FrameShape, settings: ExchangeSettings) {
    this.#port = port;
    this.#settings = settings;
    this.#splitter = createFrameSplitter(shape);
    this.#stopListening = [
      port.onBytes((bytes) => this.#take(bytes)),
      port.onClosed(() => this.#feed({ type: 'lineLost' })),
    ];
  }

  /** Bytes that belonged to no frame, since the beginning: a figure for the health of the line. */
  get discardedByteCount(): number {
    return this.#discardedByteCount;
  }

  /** The reply's frame; the caller wipes it. Rejects with DeviceError `noReply` or `portLost`. One at a time. */
  send(command: ExchangeCommand): Promise<Uint8Array> {
    if (!this.#port.isOpen) return Promise.reject(fault('portLost', this.#port.name));
    return new Promise((resolve, reject) => {
      if (this.#caller !== null) throw new Error('a command is in flight already');
      this.#caller = { resolve, reject };
      this.#feed({ type: 'send', command });
    });
  }

  /** Stops listening; a command in flight fails with `portLost`. The port stays as it is. */
  close(): void {
    for (const stop of this.#stopListening) stop();
    this.#feed({ type: 'lineLost' });
    this.#count(this.#splitter.finish());
  }

  #take(bytes: Uint8Array): void {
    const byteCount = bytes.length;
    const { frames } = this.#count(this.#splitter.push(bytes));
    bytes.fill(0);
    this.#feed({ type: 'received', frames, byteCount });
  }

  #timeUp(): void {
    // A whole reply may hide behind what looked like the head of a longer one.
    const { frames } = this.#count(this.#splitter.finish());
    if (this.#state.phase === 'waiting') {
      this.#feed({ type: 'received', frames, byteCount: 0 });
      if (this.#caller === null) return;
    }
    for (const frame of frames) frame.fill(0);
    this.#feed({ type: 'timeUp' });
  }

  #count(split: SplitResult): SplitResult {
    this.#discardedByteCount += split.discardedByteCount;
    return split;
  }

  #feed(input: ExchangeInput): void {
    const { state, steps } = exchange(this.#state, input, this.#settings);
    this.#state = state;
    for (const step of steps) this.#do(step);
  }

  #do(step: ExchangeStep): void {
    switch (step.do) {
      case 'write':
        // What came while nobody asked is no reply.
        for (const frame of this.#count(this.#splitter.finish()).frames) frame.fill(0);
        this.#port.write(step.bytes).catch((error: unknown) => {
          if (!(error instanceof DeviceError)) throw error;
          this.#feed({ type: 'lineLost' });
        });
        break;
      case 'setTimer':
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#timeUp(), step.afterMs);
        break;
      case 'clearTimer':
        clearTimeout(this.#timer);
        break;
      case 'deliver':
        this.#answer((caller) => caller.resolve(step.frame));
        break;
      case 'drop':
        step.frame.fill(0);
        break;
      case 'fail':
        this.#answer((caller) => caller.reject(fault(step.code, this.#port.name)));
        break;
    }
  }

  #answer(tell: (caller: Caller) => void): void {
    const caller = this.#caller;
    this.#caller = null;
    if (caller !== null) tell(caller);
  }
}

function fault(code: 'noReply' | 'portLost', name: string): DeviceError {
  return new DeviceError(code, name, { isRetryable: true });
}
