// The serial ports that the operating system knows, where there is no /sys to look into: Windows and macOS.
import { SerialPort } from 'serialport';

export interface SystemSerialPort {
  readonly path: string;
  readonly vendorId: string | null;
  readonly productId: string | null;
  readonly serialNumber: string | null;
  readonly manufacturer: string | null;
}

export async function systemSerialPorts(): Promise<SystemSerialPort[]> {
  return (await SerialPort.list()).map((port) => ({
    path: port.path,
    vendorId: port.vendorId ?? null,
    productId: port.productId ?? null,
    serialNumber: port.serialNumber ?? null,
    manufacturer: port.manufacturer ?? null,
  }));
}
