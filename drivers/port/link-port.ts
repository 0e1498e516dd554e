// What every port has in common that holds one link at a time: who asks during an opening joins it, who closes waits for its end.
import { Opening } from './opening.ts';
import { PortListeners } from './port-listeners.ts';
import type { Port, PortClosed } from './port.ts';

export abstract class LinkPort<Link> implements Port {
  readonly name: string;
  readonly bitsPerSecond: number | null;
  protected readonly listeners = new PortListeners();
  /** Null while closed. What an earlier link still says is compared with this one and dropped. */
  protected link: Link | null = null;
  readonly #opening = new Opening();

  constructor(name: string, bitsPerSecond: number | null = null) {
    this.name = name;
    this.bitsPerSecond = bitsPerSecond;
  }

  get isOpen(): boolean {
    return this.link !== null;
  }

  open(): Promise<void> {
    return this.link === null ? this.#opening.join(() => this.openLink()) : Promise.resolve();
  }

  abstract write(bytes: Uint8Array): Promise<void>;

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    return this.listeners.addBytes(listener);
  }

  onClosed(listener: (closed: PortClosed) => void): () => void {
    return this.listeners.addClosed(listener);
  }

  async close(): Promise<void> {
    if (this.#opening.isUnderWay) await this.#opening.ended();
    if (this.link !== null) await this.closeLink(this.link);
  }

  /** Sets `link` when it is there; else rejects with the DeviceError that `open` shall have. */
  protected abstract openLink(): Promise<void>;
  /** Sets `link` to null and tells `closed` that nothing was lost. */
  protected abstract closeLink(link: Link): Promise<void>;
}
