// Who listens on a port: the part that every transport has in common.
import type { PortClosed } from './port.ts';

export class PortListeners {
  readonly #onBytes = new Set<(bytes: Uint8Array) => void>();
  readonly #onClosed = new Set<(closed: PortClosed) => void>();

  addBytes(listener: (bytes: Uint8Array) => void): () => void {
    this.#onBytes.add(listener);
    return () => void this.#onBytes.delete(listener);
  }

  addClosed(listener: (closed: PortClosed) => void): () => void {
    this.#onClosed.add(listener);
    return () => void this.#onClosed.delete(listener);
  }

  bytes(bytes: Uint8Array): void {
    for (const listener of [...this.#onBytes]) listener(bytes);
  }

  closed(closed: PortClosed): void {
    for (const listener of [...this.#onClosed]) listener(closed);
  }
}
