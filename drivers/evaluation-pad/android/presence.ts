// How a pad that dials in is: there, gone for longer than a reconnect takes, coming and going, or in conflict with another.
import type { DeviceErrorCode } from '../../device-error.ts';
import type { DeviceStatus } from '../../device-status.ts';

export interface PresenceTimes {
  /** A pad that was gone for less was not gone: pads reconnect by themselves. */
  readonly graceMs: number;
  /** So many logins within `unsteadyMs` are a line that does not hold ... */
  readonly unsteadyLogins: number;
  readonly unsteadyMs: number;
  /** ... until one holds for so long. */
  readonly steadyMs: number;
  /** A conflict is shown for so long after its last sign. */
  readonly conflictMs: number;
}

const TIMES: PresenceTimes = {
  graceMs: 10_000,
  unsteadyLogins: 10,
  unsteadyMs: 60_000,
  steadyMs: 15_000,
  conflictMs: 60_000,
};

export class PadPresence {
  readonly #tell: (status: DeviceStatus) => void;
  readonly #times: PresenceTimes;
  #status: DeviceStatus = { state: 'starting' };
  #deafBy: DeviceErrorCode | null = null;
  #isThere = false;
  #isAway = false;
  #isUnsteady = false;
  #loginsAtMs: number[] = [];
  #away: NodeJS.Timeout | undefined;
  #steady: NodeJS.Timeout | undefined;
  #conflict: NodeJS.Timeout | null = null;

  /** `tell` hears every change of the status, and nothing else. */
  constructor(tell: (status: DeviceStatus) => void, times: Partial<PresenceTimes> = {}) {
    this.#tell = tell;
    this.#times = { ...TIMES, ...times };
  }

  get status(): DeviceStatus {
    return this.#status;
  }

  /** The address is open to pads. */
  listening(): void {
    this.#deafBy = null;
    this.#isAway = false;
    this.left();
  }

  /** The address cannot be opened. */
  deaf(by: DeviceErrorCode): void {
    this.#deafBy = by;
    this.#isThere = false;
    this.#become();
  }

  joined(): void {
    this.#isThere = true;
    this.#isAway = false;
    clearTimeout(this.#away);
    clearTimeout(this.#steady);
    const { unsteadyLogins, unsteadyMs, steadyMs } = this.#times;
    const nowMs = performance.now();
    this.#loginsAtMs = [...this.#loginsAtMs, nowMs].slice(-unsteadyLogins);
    const isManyAtOnce = this.#loginsAtMs.length === unsteadyLogins && nowMs - (this.#loginsAtMs[0] ?? 0) < unsteadyMs;
    this.#isUnsteady ||= isManyAtOnce;
    this.#steady = setTimeout(() => {
      this.#isUnsteady = false;
      this.#loginsAtMs = [];
      this.#become();
    }, steadyMs);
    this.#become();
  }

  left(): void {
    this.#isThere = false;
    clearTimeout(this.#steady);
    clearTimeout(this.#away);
    this.#away = setTimeout(() => {
      this.#isAway = true;
      this.#become();
    }, this.#times.graceMs);
    this.#become();
  }

  conflict(): void {
    if (this.#conflict !== null) clearTimeout(this.#conflict);
    this.#conflict = setTimeout(() => {
      this.#conflict = null;
      this.#become();
    }, this.#times.conflictMs);
    this.#become();
  }

  stop(): void {
    for (const timer of [this.#away, this.#steady, this.#conflict]) if (timer) clearTimeout(timer);
    this.#conflict = null;
    this.#isThere = false;
    this.#isAway = false;
    this.#isUnsteady = false;
    this.#loginsAtMs = [];
    this.#status = { state: 'starting' };
  }

  #become(): void {
    const next = this.#next();
    if (JSON.stringify(next) === JSON.stringify(this.#status)) return;
    this.#status = next;
    this.#tell(next);
  }

  #next(): DeviceStatus {
    if (this.#deafBy !== null) return { state: 'fault', code: this.#deafBy };
    if (this.#conflict !== null) return { state: 'fault', code: 'addressConflict' };
    if (this.#isAway) return { state: 'fault', code: 'offline' };
    if (this.#isUnsteady) return { state: 'fault', code: 'portLost' };
    if (this.#isThere) return { state: 'ready', warning: null };
    // Just gone, or not come yet: as before, except that the address was closed then.
    return this.#status.state === 'fault' ? { state: 'starting' } : this.#status;
  }
}
