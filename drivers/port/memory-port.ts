// A line inside one process: a host end and a device end. For simulators and tests, and where no pty is to be had.
// It behaves like a serial line: bytes for an end that nobody has open are lost, and pulling the plug closes both ends.
import { portLost, portUnavailable } from './port-faults.ts';
import { PortListeners } from './port-listeners.ts';
import type { Port, PortClosed } from './port.ts';

export interface MemoryLine {
  readonly name: string;
  readonly isPlugged: boolean;
  /** A new, closed port at the driver's end. One port at a time can be open at each end. */
  hostPort(): Port;
  /** A new, closed port at the device's (simulator's) end. */
  devicePort(): Port;
  /** Both ends close with `wasLost`; opening fails until `replug`. */
  unplug(): void;
  replug(): void;
}

const lines = new Map<string, Line>();

/** The line of that name in this process; made at the first asking. `memory:NAME` in a configuration is its host end. */
export function memoryLine(name: string): MemoryLine {
  const known = lines.get(name);
  if (known !== undefined) return known;
  const line = new Line(name);
  lines.set(name, line);
  return line;
}

class Line implements MemoryLine {
  readonly name: string;
  readonly #host: End = { holder: null };
  readonly #device: End = { holder: null };
  isPlugged = true;

  constructor(name: string) {
    this.name = name;
  }

  hostPort(): Port {
    return new MemoryPort(this, this.#host, this.#device);
  }

  devicePort(): Port {
    return new MemoryPort(this, this.#device, this.#host);
  }

  unplug(): void {
    this.isPlugged = false;
    this.#host.holder?.lose();
    this.#device.holder?.lose();
  }

  replug(): void {
    this.isPlugged = true;
  }
}

interface End {
  holder: MemoryPort | null;
}

class MemoryPort implements Port {
  readonly name: string;
  readonly bitsPerSecond = null;
  readonly #line: MemoryLine;
  readonly #near: End;
  readonly #far: End;
  readonly #listeners = new PortListeners();

  constructor(line: MemoryLine, near: End, far: End) {
    this.name = `memory:${line.name}`;
    this.#line = line;
    this.#near = near;
    this.#far = far;
  }

  get isOpen(): boolean {
    return this.#near.holder === this;
  }

  open(): Promise<void> {
    if (this.isOpen) return Promise.resolve();
    if (!this.#line.isPlugged) return Promise.reject(portUnavailable(this.name, new Error('unplugged')));
    if (this.#near.holder !== null) return Promise.reject(portUnavailable(this.name, new Error('taken')));
    this.#near.holder = this;
    return Promise.resolve();
  }

  write(bytes: Uint8Array): Promise<void> {
    if (!this.isOpen) return Promise.reject(portLost(this.name));
    const copy = Uint8Array.from(bytes);
    queueMicrotask(() => this.#far.holder?.take(copy));
    return Promise.resolve();
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    return this.#listeners.addBytes(listener);
  }

  onClosed(listener: (closed: PortClosed) => void): () => void {
    return this.#listeners.addClosed(listener);
  }

  close(): Promise<void> {
    if (this.isOpen) this.#end({ wasLost: false });
    return Promise.resolve();
  }

  take(bytes: Uint8Array): void {
    this.#listeners.bytes(bytes);
  }

  lose(): void {
    this.#end({ wasLost: true });
  }

  #end(closed: PortClosed): void {
    this.#near.holder = null;
    this.#listeners.closed(closed);
  }
}
