// A USB printer that Linux shows as a character device (/dev/usb/lp0): bytes out and, where the printer has a back channel, bytes in.
// docs/protocols/ticket-printer.md, "Lines". Nothing here blocks: the device is opened so, and asked again after a short while.
import { closeSync, constants, existsSync, open as openDescriptor, readSync, writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { LinkPort } from './link-port.ts';
import { portLost, portUnavailable } from './port-faults.ts';
import type { PortClosed } from './port.ts';
import { WritesInTurn } from './writes-in-turn.ts';

const openAsync = promisify(openDescriptor);

/** What the kernel's driver takes at once. */
const CHUNK_BYTES = 8192;
const READ_BYTES = 4096;
/** A printer answers within milliseconds of a question; otherwise it has little to say. */
const BUSY_READ_MS = 5;
const IDLE_READ_MS = 50;
const BUSY_FOR_MS = 1000;
const WRITE_AGAIN_MS = 5;
/** How long `close` waits for the last bytes to leave: the kernel drops what is still on its way. */
const CLOSE_TIMEOUT_MS = 1000;

/** Nothing taken or there yet. ENOSPC is the kernel's word for a printer without paper: it takes the bytes when there is some. */
const LATER = ['EAGAIN', 'EWOULDBLOCK', 'EINTR', 'ENOSPC'];

/** One opening of the device. Compared by identity: the system gives the same number to the next opening. */
interface Opened {
  readonly descriptor: number;
}

export class UsbPrinterPort extends LinkPort<Opened> {
  readonly #writes = new WritesInTurn();
  #reading: NodeJS.Timeout | undefined;
  #lastBytesMs = 0;

  /** Writes wait for each other, so that no two tickets mix. */
  write(bytes: Uint8Array): Promise<void> {
    const opened = this.link;
    if (opened === null) return Promise.reject(portLost(this.name));
    const copy = Uint8Array.from(bytes);
    return this.#writes.add(() => this.#writeAll(opened, copy));
  }

  protected async closeLink(opened: Opened): Promise<void> {
    await this.#drained(opened);
    this.#gone(opened, { wasLost: false });
  }

  protected async openLink(): Promise<void> {
    const flags = constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY;
    const descriptor = await openAsync(this.name, flags).catch((error: unknown) => {
      throw portUnavailable(this.name, error);
    });
    const opened = { descriptor };
    this.link = opened;
    this.#lastBytesMs = performance.now();
    this.#readLater(opened);
  }

  async #writeAll(opened: Opened, bytes: Uint8Array): Promise<void> {
    let offset = 0;
    while (offset < bytes.length) {
      const taken = this.#attempt(opened, () =>
        writeSync(opened.descriptor, bytes, offset, Math.min(CHUNK_BYTES, bytes.length - offset)),
      );
      if (taken === 'gone') throw portLost(this.name);
      if (taken === 'later') await delay(WRITE_AGAIN_MS);
      else offset += taken;
    }
    this.#lastBytesMs = performance.now();
  }

  /** An empty write is refused while bytes are on their way to the printer. */
  async #drained(opened: Opened): Promise<void> {
    const nothing = new Uint8Array();
    for (let waitedMs = 0; waitedMs < CLOSE_TIMEOUT_MS; waitedMs += WRITE_AGAIN_MS) {
      if (this.#attempt(opened, () => writeSync(opened.descriptor, nothing)) !== 'later') return;
      await delay(WRITE_AGAIN_MS);
    }
  }

  #readLater(opened: Opened): void {
    const isBusy = performance.now() - this.#lastBytesMs < BUSY_FOR_MS;
    this.#reading = setTimeout(() => this.#read(opened), isBusy ? BUSY_READ_MS : IDLE_READ_MS);
  }

  #read(opened: Opened): void {
    const buffer = new Uint8Array(READ_BYTES);
    const count = this.#attempt(opened, () => readOrNothing(opened.descriptor, buffer));
    if (count === 'gone') return;
    if (count === 0 && !existsSync(this.name)) {
      this.#gone(opened, { wasLost: true });
      return;
    }
    this.#readLater(opened);
    if (count === 'later' || count === 0) return;
    this.#lastBytesMs = performance.now();
    this.listeners.bytes(buffer.subarray(0, count));
  }

  /** What the system says; a line that is gone is told as such. */
  #attempt(opened: Opened, act: () => number): number | 'later' | 'gone' {
    if (this.link !== opened) return 'gone';
    try {
      return act();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (typeof code !== 'string') throw error;
      if (LATER.includes(code)) return 'later';
      this.#gone(opened, { wasLost: true });
      return 'gone';
    }
  }

  #gone(opened: Opened, closed: PortClosed): void {
    if (this.link !== opened) return;
    this.link = null;
    clearTimeout(this.#reading);
    closeSync(opened.descriptor);
    this.listeners.closed(closed);
  }
}

/** A printer without a back channel refuses every read (EINVAL): it says nothing, and is there as long as its path is. */
function readOrNothing(descriptor: number, buffer: Uint8Array): number {
  try {
    return readSync(descriptor, buffer, 0, buffer.length, null);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EINVAL') return 0;
    throw error;
  }
}
