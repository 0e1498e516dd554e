// The status of one pad on a shared line: the line's own, and for a minute that two pads answered for its address.
import type { DeviceStatus } from '../device-status.ts';
import type { PortChange } from '../port/port-keeper.ts';

/** After two pads answered for one address the fault stands this long. */
const CONFLICT_MS = 60_000;
const READY: DeviceStatus = { state: 'ready', warning: null };

export class StationStatus {
  readonly #tell: (status: DeviceStatus) => void;
  #now: DeviceStatus = { state: 'starting' };
  #conflict: NodeJS.Timeout | null = null;

  /** `tell` hears every change, once. */
  constructor(tell: (status: DeviceStatus) => void) {
    this.#tell = tell;
  }

  /** `ready` says that the line is open: the bus has no question that a pad answers. */
  get now(): DeviceStatus {
    return this.#now;
  }

  portChanged(change: PortChange): void {
    this.stop();
    this.#become(change.type === 'opened' ? READY : { state: 'fault', code: change.error.code });
  }

  conflicting(): void {
    this.stop();
    this.#conflict = setTimeout(() => {
      this.#conflict = null;
      this.#become(READY);
    }, CONFLICT_MS);
    this.#become({ state: 'fault', code: 'addressConflict' });
  }

  /** No timer stays. */
  stop(): void {
    if (this.#conflict !== null) clearTimeout(this.#conflict);
    this.#conflict = null;
  }

  #become(status: DeviceStatus): void {
    if (JSON.stringify(status) === JSON.stringify(this.#now)) return;
    this.#now = status;
    this.#tell(status);
  }
}
