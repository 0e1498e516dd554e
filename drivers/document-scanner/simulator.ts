// A simulated scanner on the far end of a line: sends what is scanned as bytes, whole or in pieces, between noise.
import { PortKeeper } from '../port/port-keeper.ts';
import type { Port } from '../port/port.ts';

export interface ScannerQuirks {
  prefix: string;
  suffix: string;
  sendsByteByByte: boolean;
  /** Sent before each code, as by a line that is switched on. */
  noise: readonly number[];
}

export class ScannerSimulator {
  readonly quirks: ScannerQuirks = { prefix: '', suffix: '\r\n', sendsByteByByte: false, noise: [] };
  readonly #port: Port;
  readonly #keeper: PortKeeper;

  constructor(port: Port) {
    this.#port = port;
    this.#keeper = new PortKeeper(port, () => undefined);
  }

  start(): void {
    this.#keeper.start();
  }

  stop(): Promise<void> {
    return this.#keeper.stop();
  }

  get isConnected(): boolean {
    return this.#port.isOpen;
  }

  /** A code, or the lines of a machine-readable zone. Resolves when the bytes have left; on a line that is gone they are lost. */
  async scan(...lines: readonly string[]): Promise<void> {
    const { prefix, suffix, noise, sendsByteByByte } = this.quirks;
    const bytes = Uint8Array.from([...noise, ...Buffer.from(prefix + lines.join('\r') + suffix)]);
    const chunks = sendsByteByByte ? Array.from(bytes, (byte) => Uint8Array.of(byte)) : [bytes];
    for (const chunk of chunks) {
      if (!this.#port.isOpen) return;
      await this.#port.write(chunk).catch(() => undefined);
    }
  }
}
