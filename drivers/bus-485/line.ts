// One 485 line with several pads: takes frames in, acknowledges them, drops repeats, and speaks only when the line is quiet.
import { DeviceError } from '../device-error.ts';
import { createFrameSplitter } from '../framing/frame-splitter.ts';
import { type PortChange, PortKeeper } from '../port/port-keeper.ts';
import type { Port } from '../port/port.ts';
import {
  acknowledgementOf,
  type BusFrame,
  decodePadFrame,
  encodeBusFrame,
  PAD_FRAME_SHAPE,
  RESULT_FUNCTION,
} from './codec.ts';
import { RecentFrames } from './recent-frames.ts';

/** One pad may be both: its keys belong to the call, its results to the evaluation. */
export type StationRole = 'call' | 'evaluation';

export interface BusStation {
  /** A new frame of this station's address, already acknowledged; repeats of it are not told. */
  onFrame(frame: BusFrame): void;
  onPort(change: PortChange): void;
  /** Two pads have this address: each repeats a frame of its own, which no single pad does. */
  onConflict?(): void;
}

export interface BusLineOptions {
  /** Monotonic milliseconds. */
  readonly now?: () => number;
  /** Half duplex: whoever spoke needs this long to listen again. */
  readonly turnAroundMs?: number;
}

/** A frame whose bytes stop coming for this long is given up. */
const FRAME_GAP_MS = 100;
/**
 * A pad that did not hear our acknowledgement sends again, soon; but this computer may stand still for a moment between two of its frames,
 * and a repeat taken for a key calls a second person. Nobody means the same key twice within a second. A result that is told twice does no
 * harm, and the next applicant's may be the same.
 */
const REPEAT_MS: Readonly<Record<StationRole, number>> = { call: 1_000, evaluation: 300 };
/** Pads of one address that wait in turn repeat within this time; a finger may come back to a key soon after. */
const CONFLICT_MS = 300;
export const TURN_AROUND_MS = 5;
/** What we said and hear again within this time is an adapter's local echo, not a pad: pads repeat later. */
const ECHO_MS = 40;
const BITS_PER_BYTE = 10;
/** More than a line full of pads can have waiting; beyond it pads send again by themselves. */
const MAX_WAITING_WRITES = 64;

export class BusLine {
  readonly #port: Port;
  readonly #keeper: PortKeeper;
  readonly #now: () => number;
  readonly #turnAroundMs: number;
  readonly #splitter = createFrameSplitter(PAD_FRAME_SHAPE);
  readonly #stations = new Map<string, BusStation>();
  readonly #recent = {
    call: new RecentFrames({ repeatMs: REPEAT_MS.call, conflictMs: CONFLICT_MS }),
    evaluation: new RecentFrames({ repeatMs: REPEAT_MS.evaluation, conflictMs: CONFLICT_MS }),
  };
  #said: { readonly bytes: string; readonly untilMs: number }[] = [];
  #newestChange: PortChange | null = null;
  #waiting: Uint8Array[] = [];
  #writing: Promise<void> | null = null;
  /** A station that comes while the line is being closed waits for that. */
  #closing: Promise<void> = Promise.resolve();
  #quietAtMs = 0;
  #lastByteMs = 0;
  #stopListening: () => void = () => undefined;

  constructor(port: Port, options: BusLineOptions = {}) {
    this.#port = port;
    this.#now = options.now ?? (() => performance.now());
    this.#turnAroundMs = options.turnAroundMs ?? TURN_AROUND_MS;
    this.#keeper = new PortKeeper(port, (change) => this.#portChanged(change));
  }

  /** What a station that comes late has missed; null while nobody is attached and before the first attempt ends. */
  get newestChange(): PortChange | null {
    return this.#newestChange;
  }

  /** The first station opens the line. Throws RangeError when the address is taken: two pads would answer for each other. */
  attach(address: number, station: BusStation, role: StationRole = 'evaluation'): void {
    if (!Number.isInteger(address) || address < 1 || address > 255) {
      throw new RangeError(`address must be a whole number from 1 to 255, not ${String(address)}`);
    }
    const place = placeOf(address, role);
    if (this.#stations.has(place)) throw new RangeError(`address ${address} is taken on ${this.#port.name}`);
    this.#stations.set(place, station);
    if (this.#stations.size > 1) return;
    this.#stopListening = this.#port.onBytes((bytes) => this.#receive(bytes));
    void this.#closing.then(() => {
      if (this.#stations.size > 0) this.#keeper.start();
    });
  }

  /** The last station closes the line. */
  async detach(address: number, role: StationRole = 'evaluation'): Promise<void> {
    if (!this.#stations.delete(placeOf(address, role)) || this.#stations.size > 0) return;
    this.#stopListening();
    this.#waiting = [];
    this.#newestChange = null;
    this.#closing = this.#keeper.stop();
    await this.#closing;
  }

  /** Sends in order of the calls, each when the line is quiet. What waits when the line is lost is dropped. */
  send(frame: BusFrame): void {
    if (!this.#port.isOpen || this.#waiting.length >= MAX_WAITING_WRITES) return;
    this.#waiting.push(encodeBusFrame(frame));
    this.#writing ??= this.#writeAll().finally(() => (this.#writing = null));
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const waitMs = this.#quietAtMs - this.#now();
      if (waitMs > 0) {
        await new Promise((resolve) => setTimeout(resolve, waitMs));
        continue;
      }
      const bytes = this.#waiting.shift();
      if (bytes === undefined) return;
      const { bitsPerSecond } = this.#port;
      const lineMs = bitsPerSecond === null ? 0 : (bytes.length * BITS_PER_BYTE * 1000) / bitsPerSecond;
      this.#quietAtMs = this.#now() + lineMs + this.#turnAroundMs;
      this.#said.push({ bytes: bytes.join(), untilMs: this.#quietAtMs + ECHO_MS });
      await this.#port.write(bytes).catch((error: unknown) => {
        // The keeper tells the loss; the frames behind this one were dropped by it.
        if (!(error instanceof DeviceError)) throw error;
      });
    }
  }

  #receive(bytes: Uint8Array): void {
    const nowMs = this.#now();
    const late = nowMs - this.#lastByteMs > FRAME_GAP_MS ? this.#splitter.finish().frames : [];
    this.#lastByteMs = nowMs;
    this.#quietAtMs = Math.max(this.#quietAtMs, nowMs + this.#turnAroundMs);
    for (const frame of [...late, ...this.#splitter.push(bytes).frames]) this.#take(frame, nowMs);
  }

  /** A pad that nobody here serves is not acknowledged: it must not believe that its key was taken. */
  #take(bytes: Uint8Array, nowMs: number): void {
    const text = bytes.join();
    if (this.#isEcho(text, nowMs)) return;
    const frame = decodePadFrame(bytes);
    const stations = this.#stationsAt(frame.address);
    if (stations.length === 0) return;
    this.send(acknowledgementOf(frame));
    const recent = frame.func === RESULT_FUNCTION ? this.#recent.evaluation : this.#recent.call;
    const { isRepeat, isConflict } = recent.heard(String(frame.address), text, nowMs);
    for (const station of stations) {
      if (isConflict) station.onConflict?.();
      if (!isRepeat) station.onFrame(frame);
    }
  }

  #isEcho(text: string, nowMs: number): boolean {
    this.#said = this.#said.filter(({ untilMs }) => untilMs >= nowMs);
    const at = this.#said.findIndex(({ bytes }) => bytes === text);
    if (at !== -1) this.#said.splice(at, 1);
    return at !== -1;
  }

  #stationsAt(address: number): BusStation[] {
    return (['call', 'evaluation'] as const).flatMap((role) => this.#stations.get(placeOf(address, role)) ?? []);
  }

  #portChanged(change: PortChange): void {
    this.#newestChange = change;
    if (change.type === 'lost') {
      this.#waiting = [];
      this.#splitter.finish();
    }
    for (const station of [...this.#stations.values()]) station.onPort(change);
  }
}

function placeOf(address: number, role: StationRole): string {
  return `${address} ${role}`;
}
