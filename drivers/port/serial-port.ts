// A serial line (RS-232, USB virtual COM port, pty) through node-serialport: 8 data bits, no parity, 1 stop bit, no flow
// control (docs/protocols/serial-lines.md). Modem lines are never asked: many bridges and every pty answer ENOTTY.
import { SerialPort } from 'serialport';
import { LinkPort } from './link-port.ts';
import { portLost, portUnavailable } from './port-faults.ts';
import { PendingWrites } from './pending-writes.ts';
import type { PortClosed } from './port.ts';
import { endReadsOnHangUp } from './serial-hangup.ts';

export interface SerialLineOptions {
  /** Bits per second: 9600, 19200, 38400, 57600, 115200 ... */
  readonly baudRate: number;
}

export class SerialLine extends LinkPort<SerialPort> {
  readonly #baudRate: number;
  readonly #pendingWrites: PendingWrites;

  constructor(path: string, options: SerialLineOptions) {
    super(path, options.baudRate);
    this.#baudRate = options.baudRate;
    this.#pendingWrites = new PendingWrites(path);
  }

  write(bytes: Uint8Array): Promise<void> {
    const serial = this.link;
    if (serial === null) return Promise.reject(portLost(this.name));
    return this.#pendingWrites.begin((done) => void serial.write(Buffer.from(bytes), undefined, done));
  }

  protected async closeLink(serial: SerialPort): Promise<void> {
    this.#gone(serial, { wasLost: false });
    await new Promise<void>((resolve) => serial.close(() => resolve()));
  }

  protected async openLink(): Promise<void> {
    const serial = new SerialPort({
      path: this.name,
      baudRate: this.#baudRate,
      dataBits: 8,
      parity: 'none',
      stopBits: 1,
      rtscts: false,
      autoOpen: false,
    });
    // Without a listener an `error` would end the process. What it says reaches us by a failed write or by `close`.
    serial.on('error', nothing);
    await new Promise<void>((resolve, reject) =>
      serial.open((error) => (error ? reject(portUnavailable(this.name, error)) : resolve())),
    );
    if (serial.port !== undefined) endReadsOnHangUp(serial.port);
    serial.on('data', (bytes: Uint8Array) => {
      // What a line read before it closed is not the next opening's.
      if (this.link === serial) this.listeners.bytes(bytes);
    });
    serial.on('close', () => this.#gone(serial, { wasLost: true }));
    this.link = serial;
  }

  #gone(serial: SerialPort, closed: PortClosed): void {
    if (this.link !== serial) return;
    this.link = null;
    this.#pendingWrites.failAll();
    this.listeners.closed(closed);
  }
}

function nothing(): void {
  // The place for answers that carry no news; see the callers.
}
