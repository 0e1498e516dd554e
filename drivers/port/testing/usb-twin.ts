// The likeness of a USB device for tests: packets of 64 bytes from pipes, halts, empty packets, and the plug pulled. Its
// far end is a line on which any simulator may sit; what that writes at once is one reply.
import type { Port } from '../port.ts';
import type { UsbEndpoint } from '../usb-pipes.ts';
import type { UsbLink, UsbRead } from '../usb-port.ts';

const PACKET_BYTES = 64;
const SILENCE_MS = 250;

export function endpoint(number: number, direction: 'in' | 'out', type: UsbEndpoint['type'] = 'bulk'): UsbEndpoint {
  return { number, direction, type, packetBytes: PACKET_BYTES };
}

export const SINGLE_PIPES = [endpoint(1, 'in'), endpoint(2, 'out')];
/** As a vendor's paper has them: out 02 and 06, in 81 and 85. */
export const SPLIT_PIPES = [endpoint(5, 'in'), endpoint(6, 'out'), endpoint(2, 'out'), endpoint(1, 'in')];

export class UsbTwin {
  readonly written: { number: number; bytes: Uint8Array }[] = [];
  readonly #far: Port;
  readonly #endpoints: readonly UsbEndpoint[];
  readonly #packets = new Map<number, UsbRead[]>();
  readonly #waiting = new Map<number, () => void>();
  /** Halts of the next writes. */
  writeStalls = 0;
  clearedCount = 0;
  isPlugged = true;
  openCount = 0;

  constructor(far: Port, endpoints: readonly UsbEndpoint[]) {
    this.#far = far;
    this.#endpoints = endpoints;
    far.onBytes((bytes) => this.reply(bytes));
  }

  /** What the device says, in packets; on two pipes the first seven bytes on the first. */
  reply(bytes: Uint8Array): void {
    const [first, second] = this.#ins;
    if (first === undefined) return;
    if (second === undefined) this.#queuePackets(first, bytes);
    else {
      this.#queuePackets(first, bytes.slice(0, 7));
      this.#queuePackets(second, bytes.slice(7));
    }
  }

  queue(number: number, read: UsbRead): void {
    this.#packets.set(number, [...(this.#packets.get(number) ?? []), read]);
    this.#waiting.get(number)?.();
  }

  unplug(): void {
    this.isPlugged = false;
    for (const wake of this.#waiting.values()) wake();
  }

  async open(): Promise<UsbLink> {
    await this.#far.open();
    this.openCount += 1;
    return {
      endpoints: this.#endpoints,
      read: ({ number }) => this.#read(number),
      write: ({ number }, bytes) => this.#write(number, bytes),
      clearHalt: () => {
        this.clearedCount += 1;
        return this.isPlugged ? Promise.resolve() : Promise.reject(new Error('gone'));
      },
      close: () => this.#far.close(),
    };
  }

  get #ins(): number[] {
    return this.#endpoints
      .filter(({ direction }) => direction === 'in')
      .map(({ number }) => number)
      .sort((one, other) => one - other);
  }

  #queuePackets(number: number, bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += PACKET_BYTES) {
      this.queue(number, { type: 'bytes', bytes: bytes.slice(at, at + PACKET_BYTES) });
    }
  }

  async #read(number: number): Promise<UsbRead> {
    if (this.isPlugged && (this.#packets.get(number) ?? []).length === 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, SILENCE_MS);
        this.#waiting.set(number, () => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    if (!this.isPlugged) throw new Error('gone');
    return this.#packets.get(number)?.shift() ?? { type: 'silence' };
  }

  async #write(number: number, bytes: Uint8Array): Promise<'sent' | 'stall'> {
    if (!this.isPlugged) throw new Error('gone');
    if (this.writeStalls > 0) {
      this.writeStalls -= 1;
      return 'stall';
    }
    this.written.push({ number, bytes: bytes.slice() });
    await this.#far.write(bytes);
    return 'sent';
  }
}
