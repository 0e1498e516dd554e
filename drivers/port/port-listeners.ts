// Who listens on a port: the part that every transport has in common.
import { Listeners } from '../listeners.ts';
import type { PortClosed } from './port.ts';

export class PortListeners {
  readonly #onBytes = new Listeners<Uint8Array>();
  readonly #onClosed = new Listeners<PortClosed>();

  addBytes(listener: (bytes: Uint8Array) => void): () => void {
    return this.#onBytes.add(listener);
  }

  addClosed(listener: (closed: PortClosed) => void): () => void {
    return this.#onClosed.add(listener);
  }

  bytes(bytes: Uint8Array): void {
    this.#onBytes.tell(bytes);
  }

  closed(closed: PortClosed): void {
    this.#onClosed.tell(closed);
  }
}
