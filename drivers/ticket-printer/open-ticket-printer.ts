// From a terminal's configuration to a ticket printer: one honest switch over the models we know.
import { splitLineOptions } from '../port/line-options.ts';
import { createPort } from '../port/open-port.ts';
import type { TicketPrinter } from './contract.ts';
import { EscposPrinter } from './escpos/driver.ts';

export interface TicketPrinterConfig {
  /** `escpos`. */
  readonly model: string;
  /** A device path, tcp://host:port, or memory:NAME. */
  readonly port: string;
  /** `baudRate` (default 115200) and `serialNumber` of a serial line, and the settings of docs/protocols/ticket-printer.md, "Settings". */
  readonly options?: Readonly<Record<string, unknown>>;
}

const DEFAULT_BAUD_RATE = 115_200;

/**
 * The printer, not yet started. Throws RangeError naming a model, setting or value that is not right, and DeviceError
 * `portUnavailable` for a port that cannot be understood.
 */
export function openTicketPrinter({ model, port, options = {} }: TicketPrinterConfig): TicketPrinter {
  if (model !== 'escpos') throw new RangeError(`model "${model}" is not a ticket printer; known: escpos`);
  const { line, own } = splitLineOptions(options, DEFAULT_BAUD_RATE);
  return new EscposPrinter(createPort(port, line), own);
}
