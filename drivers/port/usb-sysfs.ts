// What Linux tells of the USB device behind one of its own: read in /sys, where every device lies in the folder of what it hangs on.
import { readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface UsbWords {
  /** Four hex digits. */
  readonly vendorId: string | null;
  readonly productId: string | null;
  readonly serialNumber: string | null;
  readonly manufacturer: string | null;
  readonly product: string | null;
}

/** `device`: a folder of /sys. All null where it hangs on no USB device. */
export async function usbWordsOf(device: string): Promise<UsbWords> {
  let folder = await realpath(device).catch(() => '/');
  while (folder !== '/' && (await textOf(join(folder, 'idVendor'))) === null) folder = dirname(folder);
  const ofUsb = (name: string): Promise<string | null> =>
    folder === '/' ? Promise.resolve(null) : textOf(join(folder, name));
  return {
    vendorId: await ofUsb('idVendor'),
    productId: await ofUsb('idProduct'),
    serialNumber: await ofUsb('serial'),
    manufacturer: await ofUsb('manufacturer'),
    product: await ofUsb('product'),
  };
}

/** Null where there is no such file. */
export function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => null,
  );
}
