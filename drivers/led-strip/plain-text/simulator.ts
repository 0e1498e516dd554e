// A strip that shows every line of text it is sent: reads up to the carriage return, as the plainest of them do.
import iconv from 'iconv-lite';
import type { Port } from '../../port/port.ts';
import { PortKeeper } from '../../port/port-keeper.ts';

const MOST_BYTES = 1024;
const CARRIAGE_RETURN = 0x0d;

export class PlainTextSimulator {
  /** Every line since the start, as shown, newest last. */
  lines: string[] = [];
  readonly #port: Port;
  readonly #keeper: PortKeeper;
  #isPowered = true;
  #text: string | null = null;
  #input: number[] = [];
  #stopListening: () => void = () => undefined;

  constructor(port: Port) {
    this.#port = port;
    this.#keeper = new PortKeeper(port, () => undefined);
  }

  /** What it shows; null for a dark strip. */
  get text(): string | null {
    return this.#text;
  }

  start(): void {
    this.#stopListening = this.#port.onBytes((bytes) => this.#receive(bytes));
    this.#keeper.start();
  }

  async stop(): Promise<void> {
    this.#stopListening();
    await this.#keeper.stop();
  }

  cutPower(): void {
    this.#isPowered = false;
    this.#text = null;
    this.#input = [];
  }

  restorePower(): void {
    this.#isPowered = true;
  }

  #receive(bytes: Uint8Array): void {
    if (!this.#isPowered) return;
    for (const byte of bytes) {
      if (byte !== CARRIAGE_RETURN) {
        this.#input.push(byte);
        if (this.#input.length > MOST_BYTES) this.#input.shift();
        continue;
      }
      this.#text = iconv.decode(Buffer.from(this.#input), 'gbk').trim();
      this.lines = [...this.lines, this.#text].slice(-500);
      this.#input = [];
    }
  }
}
