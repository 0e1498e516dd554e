// A port that is looked for anew at every opening: a device that is plugged in again may come back under another number.
import { portLost } from './port-faults.ts';
import { PortListeners } from './port-listeners.ts';
import type { Port, PortClosed } from './port.ts';

export class FoundPort implements Port {
  readonly name: string;
  readonly bitsPerSecond: number | null;
  readonly #find: () => Promise<Port>;
  readonly #listeners = new PortListeners();
  #port: Port | null = null;
  #opening: Promise<void> | null = null;

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
    if (this.#port !== null) return Promise.resolve();
    this.#opening ??= this.#openOnce().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
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
    // An open under way is waited for; its failure is its caller's.
    if (this.#opening !== null) await this.#opening.catch(() => undefined);
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
