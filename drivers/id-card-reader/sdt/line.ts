// Asks an SDT reader one command at a time: resends where the protocol says so, and turns dead ends into faults.
import { DeviceError } from '../../device-error.ts';
import { ExchangeRunner } from '../../exchange-runner.ts';
import type { Port } from '../../port/port.ts';
import type { TimedStep } from '../../timed-step.ts';
import { decodeReply, encodeRequest, SDT_COMMANDS, SDT_REPLY_SHAPE, type SdtCommand } from './codec.ts';
import { meaningOf, type Sw3Meaning } from './sw3.ts';
import { QUIET_MS, timeoutMsOf } from './timings.ts';

export interface SdtAnswer {
  readonly meaning: Sw3Meaning;
  /** Personal data after `readCard`: wipe it (`fill(0)`) once taken out. */
  readonly data: Uint8Array;
  /** SW1, SW2, SW3. */
  readonly statusWords: readonly [number, number, number];
}

/** Status codes that can only be the late reply of another command. Without them anything else may be an answer. */
const FOREIGN: Readonly<Record<SdtCommand, readonly Sw3Meaning[]>> = {
  samStatus: ['cardFound', 'noCard', 'selectFailed', 'noSuchItem'],
  samId: ['cardFound', 'noCard', 'selectFailed', 'noSuchItem'],
  findCard: ['success', 'noSuchItem', 'selectFailed', 'readFailed', 'unsupportedCard'],
  selectCard: ['cardFound', 'noSuchItem'],
  readCard: ['cardFound', 'noSuchItem', 'selectFailed'],
  readNewAddress: ['cardFound'],
};

/** Bytes of data that a `success` carries. Only a card read has more than a few. */
const SUCCESS_DATA_BYTES: Readonly<Record<SdtCommand, readonly [number, number]>> = {
  samStatus: [0, 16],
  samId: [16, 32],
  findCard: [0, 64],
  selectCard: [0, 64],
  readCard: [9, 4096],
  readNewAddress: [0, 280],
};

/** Two of the longest reads. */
export const DRAIN_LIMIT_BYTES = 4642;

/** For one opening of the port. */
export class SdtLine {
  readonly #port: Port;
  readonly #runner: ExchangeRunner;
  readonly #tookMs = new Map<SdtCommand, number>();

  constructor(port: Port) {
    this.#port = port;
    this.#runner = new ExchangeRunner(port, SDT_REPLY_SHAPE, {
      quietMs: QUIET_MS,
      drainLimitBytes: DRAIN_LIMIT_BYTES,
    });
  }

  /** The newest time of each command that was answered, in the order of the first ones. */
  get steps(): readonly TimedStep[] {
    return [...this.#tookMs].map(([step, ms]) => ({ step, ms }));
  }

  /** Bytes since the opening that belonged to no reply. */
  get strangeByteCount(): number {
    return this.#runner.discardedByteCount;
  }

  /**
   * The reader's answer. Rejects with DeviceError `noReply`, `portLost`, `badReply` (the reader keeps getting our
   * requests damaged) or `deviceFault` (its security module failed; not retryable).
   */
  async ask(command: SdtCommand): Promise<SdtAnswer> {
    const first = await this.#askOnce(command);
    const isWorthAnother = first.meaning === 'requestDamaged' || first.meaning === 'unrecognised';
    const answer = isWorthAnother ? await this.#askOnce(command) : first;
    if (answer.meaning === 'requestDamaged') {
      throw new DeviceError('badReply', `${this.#port.name}: requests arrive damaged`, { isRetryable: true });
    }
    if (answer.meaning === 'samFault') {
      throw new DeviceError('deviceFault', `${this.#port.name}: the security module failed`, { isRetryable: false });
    }
    return answer;
  }

  /** The answer as it is, whatever it says: asked once, for people who look into a reader. Rejects with `noReply`, `portLost`. */
  askUnjudged(command: SdtCommand): Promise<SdtAnswer> {
    return this.#askOnce(command);
  }

  /** Stops listening; a command in flight fails with `portLost`. */
  close(): void {
    this.#runner.close();
  }

  async #askOnce(command: SdtCommand): Promise<SdtAnswer> {
    const beganAt = performance.now();
    const frame = await this.#runner.send({
      bytes: encodeRequest(SDT_COMMANDS[command]),
      timeoutMs: timeoutMsOf(command, this.#port.bitsPerSecond),
      accepts: (candidate) => canAnswer(command, candidate),
    });
    this.#tookMs.set(command, Math.round(performance.now() - beganAt));
    const { sw1, sw2, sw3, data } = decodeReply(frame);
    return { meaning: meaningOf(sw3), data, statusWords: [sw1, sw2, sw3] };
  }
}

function canAnswer(command: SdtCommand, frame: Uint8Array): boolean {
  const { sw3, data } = decodeReply(frame);
  const meaning = meaningOf(sw3);
  if (FOREIGN[command].includes(meaning)) return false;
  const [least, most] = SUCCESS_DATA_BYTES[command];
  return meaning !== 'success' || (data.length >= least && data.length <= most);
}
