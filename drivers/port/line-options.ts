// What a device's options say of its line, alike for every kind of device; the rest is the device's own.
import type { PortOptions } from './open-port.ts';

type Options = Readonly<Record<string, unknown>>;

/** `baudRate` (else `usualBaudRate`) and `serialNumber` (docs/protocols/serial-lines.md). Throws RangeError. */
export function splitLineOptions(
  options: Options,
  usualBaudRate: number,
): { readonly line: PortOptions; readonly own: Options } {
  const { baudRate = usualBaudRate, serialNumber, ...own } = options;
  if (typeof baudRate !== 'number') throw new RangeError('baudRate must be a number');
  if (serialNumber !== undefined && typeof serialNumber !== 'string')
    throw new RangeError('serialNumber must be a text');
  return { line: { baudRate, ...(serialNumber === undefined ? {} : { serialNumber }) }, own };
}

/** By what a line that several devices share is known: the same name with another serial number is another line. */
export function sharedLineKey(spec: string, { serialNumber }: PortOptions): string {
  return serialNumber === undefined ? spec : `${spec} ${serialNumber}`;
}
