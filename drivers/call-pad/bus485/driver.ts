// The serial call pad: each key told once, the number of the window and the count of the waiting sent back to it.
import type { BusFrame } from '../../bus-485/codec.ts';
import type { BusLine } from '../../bus-485/line.ts';
import { StationStatus } from '../../bus-485/station-status.ts';
import type { DeviceStatus } from '../../device-status.ts';
import { Listeners } from '../../listeners.ts';
import type { PortChange } from '../../port/port-keeper.ts';
import type { CallPad, CallPadAction, CallPadDisplay, CallPadEvent } from '../contract.ts';
import { beep, keyOf, showOnPad } from './codec.ts';
import type { Bus485CallPadSettings } from './settings.ts';

export class Bus485CallPad implements CallPad {
  readonly #line: BusLine;
  readonly #settings: Bus485CallPadSettings;
  readonly #listeners = new Listeners<CallPadEvent>();
  readonly #status = new StationStatus((status) => this.#tell({ type: 'status', status }));
  #isRunning = false;
  #display: CallPadDisplay | null = null;
  #refresh: NodeJS.Timeout | null = null;

  constructor(line: BusLine, settings: Bus485CallPadSettings) {
    this.#line = line;
    this.#settings = settings;
  }

  get status(): DeviceStatus {
    return this.#status.now;
  }

  onEvent(listener: (event: CallPadEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Throws RangeError when another call pad has this address on this line. */
  start(): void {
    if (this.#isRunning) return;
    const station = {
      onFrame: (frame: BusFrame) => this.#heard(frame),
      onPort: (change: PortChange) => this.#portChanged(change),
      onConflict: () => this.#status.conflicting(),
    };
    this.#line.attach(this.#settings.address, station, 'call');
    this.#isRunning = true;
    if (this.#line.newestChange !== null) this.#portChanged(this.#line.newestChange);
  }

  async stop(): Promise<void> {
    if (!this.#isRunning) return;
    this.#isRunning = false;
    if (this.#refresh !== null) clearTimeout(this.#refresh);
    this.#status.stop();
    await this.#line.detach(this.#settings.address, 'call');
  }

  show(display: CallPadDisplay): void {
    const isSame = this.#display?.ticketNumber === display.ticketNumber && this.#display.waiting === display.waiting;
    this.#display = display;
    if (!isSame) this.#sendDisplay();
  }

  beep(): void {
    this.#line.send(beep(this.#settings.address));
  }

  #heard(frame: BusFrame): void {
    const key = keyOf(frame);
    if (key === null) return;
    this.#tell({ type: 'key', action: this.#meaningOf(key), key });
  }

  /** Bytes before the key that belong to no known pair (a digit typed and thought better of) do not change what it means. */
  #meaningOf(key: string): CallPadAction {
    const { keys } = this.#settings;
    return keys.get(key) ?? keys.get(key.slice(-5)) ?? keys.get(key.slice(-2)) ?? 'none';
  }

  /** While somebody is at the window his number, else how many wait, as in the published frames; or both, where the setting says so. */
  #sendDisplay(): void {
    const { address, refreshMs, display } = this.#settings;
    if (this.#refresh !== null) clearTimeout(this.#refresh);
    this.#refresh = null;
    if (this.#display === null || !this.#isRunning) return;
    const isNumberAlone = display === 'one' && this.#display.ticketNumber !== null;
    this.#line.send(showOnPad(address, isNumberAlone ? { ...this.#display, waiting: null } : this.#display));
    if (refreshMs > 0) this.#refresh = setTimeout(() => this.#sendDisplay(), refreshMs);
  }

  #portChanged(change: PortChange): void {
    this.#status.portChanged(change);
    if (change.type === 'opened') this.#sendDisplay();
  }

  #tell(event: CallPadEvent): void {
    this.#listeners.tell(event);
  }
}
