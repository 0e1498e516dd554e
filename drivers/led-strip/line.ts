// One line with one or several strips: a command at a time, and news before the rounds that only ask whether all is well.
import type { DeviceError } from '../device-error.ts';
import type { ExchangeCommand, ExchangeSettings } from '../exchange.ts';
import { ExchangeRunner } from '../exchange-runner.ts';
import type { FrameShape } from '../framing/frame-splitter.ts';
import { sharedLineKey } from '../port/line-options.ts';
import { createPort, type PortOptions } from '../port/open-port.ts';
import { type PortChange, PortKeeper } from '../port/port-keeper.ts';
import { portLost } from '../port/port-faults.ts';
import type { Port } from '../port/port.ts';

export interface StripStation {
  onPort(change: PortChange): void;
}

interface Job {
  carryOut(): Promise<void>;
  fail(error: DeviceError): void;
}

const EXCHANGE: ExchangeSettings = { quietMs: 100, drainLimitBytes: 4096 };
const BITS_PER_BYTE = 10;
/** Half duplex (RS-485): whoever spoke needs this long to listen again. */
const TURN_AROUND_MS = 5;

export class StripLine {
  readonly #port: Port;
  readonly #shape: FrameShape;
  readonly #keeper: PortKeeper;
  readonly #stations = new Set<StripStation>();
  #urgent: Job[] = [];
  #patient: Job[] = [];
  #isWorking = false;
  #exchange: ExchangeRunner | null = null;
  #newestChange: PortChange | null = null;
  /** A station that comes while the line is being closed waits for that. */
  #closing: Promise<void> = Promise.resolve();

  /** `shape` of the answers. */
  constructor(port: Port, shape: FrameShape) {
    this.#port = port;
    this.#shape = shape;
    this.#keeper = new PortKeeper(port, (change) => this.#portChanged(change));
  }

  /** What a station that comes late has missed; null while nobody is attached and before the first attempt ends. */
  get newestChange(): PortChange | null {
    return this.#newestChange;
  }

  /** How long bytes are on the line, in ms; 0 where the line has no speed. */
  lineTimeMs(byteCount: number): number {
    const { bitsPerSecond } = this.#port;
    return bitsPerSecond === null ? 0 : (byteCount * BITS_PER_BYTE * 1000) / bitsPerSecond;
  }

  /** The first station opens the line. */
  attach(station: StripStation): void {
    this.#stations.add(station);
    if (this.#stations.size > 1) return;
    void this.#closing.then(() => {
      if (this.#stations.size > 0) this.#keeper.start();
    });
  }

  /** The last station closes the line. */
  async detach(station: StripStation): Promise<void> {
    if (!this.#stations.delete(station) || this.#stations.size > 0) return;
    this.#newestChange = null;
    this.#drop();
    this.#closing = this.#keeper.stop();
    await this.#closing;
  }

  /** The reply. Rejects with DeviceError `noReply` or `portLost`. `isUrgent`: people wait for it. */
  ask(command: ExchangeCommand, isUrgent: boolean): Promise<Uint8Array> {
    return this.#enqueue((exchange) => exchange.send(command), isUrgent);
  }

  /** Resolves when the bytes have left; nobody answers. Rejects with DeviceError `portLost`. */
  tell(bytes: Uint8Array, isUrgent: boolean): Promise<void> {
    return this.#enqueue(async () => {
      await this.#port.write(bytes);
      await pause(this.lineTimeMs(bytes.length));
    }, isUrgent);
  }

  #enqueue<T>(work: (exchange: ExchangeRunner) => Promise<T>, isUrgent: boolean): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const carryOut = async (): Promise<void> => {
        if (this.#exchange === null) reject(portLost(this.#port.name));
        else await work(this.#exchange).then(resolve, reject);
      };
      (isUrgent ? this.#urgent : this.#patient).push({ carryOut, fail: reject });
      if (!this.#isWorking) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    for (let job = this.#next(); job !== undefined; job = this.#next()) {
      await job.carryOut();
      if (this.#port.bitsPerSecond !== null) await pause(TURN_AROUND_MS);
    }
    this.#isWorking = false;
  }

  #next(): Job | undefined {
    return this.#urgent.shift() ?? this.#patient.shift();
  }

  #drop(): void {
    this.#exchange?.close();
    this.#exchange = null;
    const waiting = [...this.#urgent, ...this.#patient];
    this.#urgent = [];
    this.#patient = [];
    for (const job of waiting) job.fail(portLost(this.#port.name));
  }

  #portChanged(change: PortChange): void {
    this.#newestChange = change;
    if (change.type === 'opened') this.#exchange = new ExchangeRunner(this.#port, this.#shape, EXCHANGE);
    else this.#drop();
    for (const station of [...this.#stations]) station.onPort(change);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

const lines = new Map<string, { line: StripLine; baudRate: number }>();

/**
 * The line on the port that `spec` names: strips that name the same port share it. Throws DeviceError for a spec that
 * cannot be understood and RangeError when the same port is asked for at another speed.
 */
export function sharedStripLine(spec: string, options: PortOptions, shape: FrameShape): StripLine {
  const key = sharedLineKey(spec, options);
  const { baudRate } = options;
  const known = lines.get(key);
  if (known === undefined) {
    const line = new StripLine(createPort(spec, options), shape);
    lines.set(key, { line, baudRate });
    return line;
  }
  if (known.baudRate !== baudRate) {
    throw new RangeError(`${spec} runs at ${known.baudRate} bit/s for another strip, so it cannot run at ${baudRate}`);
  }
  return known.line;
}
