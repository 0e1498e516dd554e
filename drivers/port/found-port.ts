// A port that is looked for anew at every opening: a device that is plugged in again may come back under another number.
import { Opening } from './opening.ts';
import { portLost } from './port-faults.ts';
import { PortListeners } from './port-listeners.ts';
import type { Port, PortClosed } from './port.ts';

export class FoundPort implements Port {
  readonly name: string;
  readonly bitsPerSecond: number | null;
  readonly #find: () => Promise<Port>;
  readonly #listeners = new PortListeners();
  readonly #opening = new Opening();
  #port: Port | null = null;

  /** `name` is how the configuration calls it. `find` gives a closed port, or rejects with the DeviceError that `open` shall have. */
  constructor(name: string, bitsPerSecond: number | null, find: () => Promise<Port>) {
    this.name = name;
    this.bitsPerSecond = bitsPerSecond;
    this.#find = find;
  }

  get isOpen(): boolean {
    return this.#port !== null;
  }

  open(): Promise<void> {
    return this.#port === null ? this.#opening.join(() => this.#openOnce()) : Promise.resolve();
  }

  write(bytes: Uint8Array): Promise<void> {
    return this.#port === null ? Promise.reject(portLost(this.name)) : this.#port.write(bytes);
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    return this.#listeners.addBytes(listener);
  }

  onClosed(listener: (closed: PortClosed) => void): () => void {
    return this.#listeners.addClosed(listener);
  }

  async close(): Promise<void> {
    if (this.#opening.isUnderWay) await this.#opening.ended();
    await this.#port?.close();
  }

  async #openOnce(): Promise<void> {
    const port = await this.#find();
    await port.open();
    this.#port = port;
    port.onBytes((bytes) => this.#listeners.bytes(bytes));
    port.onClosed((closed) => {
      this.#port = null;
      this.#listeners.closed(closed);
    });
  }
}
