// One look at a module that reads by itself when a line of text asks it to (docs/protocols/id-card-reader.md,
// "Modules triggered by text"): no find, no select, the whole reply or none.
import { DeviceError } from '../../device-error.ts';
import { ExchangeRunner } from '../../exchange-runner.ts';
import type { Port } from '../../port/port.ts';
import type { TimedStep } from '../../timed-step.ts';
import { decodeReply, SDT_REPLY_SHAPE } from './codec.ts';
import { DRAIN_LIMIT_BYTES } from './line.ts';
import type { Sighting } from './placement.ts';
import { sightingOf, type CardField } from './read-cycle.ts';
import { meaningOf } from './sw3.ts';
import { QUIET_MS, timeoutMsOf } from './timings.ts';

/** No paper says what such a module answers while a card that was read still lies there: one look without it proves nothing. */
const LOOKS_TO_LIFTED = 3;

export class TriggeredCycle implements CardField {
  readonly #runner: ExchangeRunner;
  readonly #trigger: Uint8Array;
  readonly #timeoutMs: number;
  readonly #onPayload: (payload: Uint8Array) => void;
  #misses = 0;
  #tookMs: number | null = null;

  /** `onPayload` sees what a card was read from, before it is wiped. */
  constructor(port: Port, trigger: Uint8Array, onPayload: (payload: Uint8Array) => void = () => undefined) {
    this.#trigger = trigger;
    this.#onPayload = onPayload;
    this.#timeoutMs = timeoutMsOf('readCard', port.bitsPerSecond);
    this.#runner = new ExchangeRunner(port, SDT_REPLY_SHAPE, {
      quietMs: QUIET_MS,
      drainLimitBytes: DRAIN_LIMIT_BYTES,
    });
  }

  get steps(): readonly TimedStep[] {
    return this.#tookMs === null ? [] : [{ step: 'trigger', ms: this.#tookMs }];
  }

  get strangeByteCount(): number {
    return this.#runner.discardedByteCount;
  }

  /** Such a module is asked nothing but to read. */
  checkSam(): Promise<null> {
    return Promise.resolve(null);
  }

  async look(isLaid: boolean): Promise<Sighting | null> {
    const seen = await this.#ask();
    if (seen.type === 'card' || !isLaid) {
      this.#misses = 0;
      return seen;
    }
    this.#misses += 1;
    if (this.#misses < LOOKS_TO_LIFTED) return null;
    this.#misses = 0;
    return { type: 'noCard' };
  }

  close(): void {
    this.#runner.close();
  }

  /** Silence is no card: nothing else can be told of a module that speaks only of cards. */
  async #ask(): Promise<Sighting> {
    const frame = await this.#send();
    if (frame === null) return { type: 'noCard' };
    try {
      const { sw3, data } = decodeReply(frame);
      const meaning = meaningOf(sw3);
      if (meaning === 'samFault') {
        throw new DeviceError('deviceFault', 'the security module failed', { isRetryable: false });
      }
      if (meaning === 'success') this.#onPayload(data);
      return meaning === 'noCard' ? { type: 'noCard' } : sightingOf({ meaning, data, statusWords: [0, 0, sw3] });
    } finally {
      frame.fill(0);
    }
  }

  async #send(): Promise<Uint8Array | null> {
    const beganAt = performance.now();
    try {
      const frame = await this.#runner.send({ bytes: this.#trigger, timeoutMs: this.#timeoutMs, accepts: () => true });
      this.#tookMs = Math.round(performance.now() - beganAt);
      return frame;
    } catch (error) {
      if (error instanceof DeviceError && error.code === 'noReply') return null;
      throw error;
    }
  }
}
