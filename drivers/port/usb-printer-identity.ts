// Finds a USB printer by its serial number: lp0 and lp1 are given in the order of plugging and tell nothing.
import { readdir, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ambiguousDevice, portUnavailable, wrongDevice } from './port-faults.ts';
import { usbWordsOf } from './usb-sysfs.ts';

const FOLDER = '/dev/usb';

export interface UsbPrinterIdentity {
  /** `/dev/usb/lp*` for any of them, or the path of one. */
  readonly path: string;
  /** As the printer tells it over USB; null where there is one only. */
  readonly serialNumber: string | null;
}

/**
 * The path to open now. Rejects with DeviceError `portUnavailable` (none there), `wrongDevice` (the one that was named has another
 * serial number) or `ambiguousDevice`. `root` stands before /dev and /sys.
 */
export async function findUsbPrinterPath({ path, serialNumber }: UsbPrinterIdentity, root = '/'): Promise<string> {
  const isAny = path.includes('*');
  const names = isAny ? await printerNames(root) : [await nameOf(path, root)];
  const known = await Promise.all(
    names.map(async (name) => {
      const { serialNumber: serial } = await usbWordsOf(join(root, 'sys/class/usbmisc', name, 'device'));
      return { path: join(FOLDER, name), serial };
    }),
  );
  const fitting = serialNumber === null ? known : known.filter(({ serial }) => serial === serialNumber);
  const [only, ...others] = fitting;
  if (others.length > 0) {
    throw ambiguousDevice(
      path,
      fitting.map((each) => each.path),
    );
  }
  if (only !== undefined) return isAny ? only.path : path;
  const wanted = `serial number ${String(serialNumber)}`;
  if (isAny) {
    throw portUnavailable(path, new Error(known.length === 0 ? 'no USB printer is plugged in' : `none has ${wanted}`));
  }
  const found = known[0]?.serial;
  throw wrongDevice(`${path} has ${found ? `serial number ${found}` : 'no serial number'}, not ${wanted}`);
}

async function printerNames(root: string): Promise<string[]> {
  // No folder: the kernel's driver has no printer.
  const names = await readdir(join(root, FOLDER)).catch(() => []);
  return names.filter((name) => /^lp\d+$/.test(name)).sort();
}

/** Of the device behind a path, which may be a name that a udev rule gave. */
async function nameOf(path: string, root: string): Promise<string> {
  const real = await realpath(join(root, path)).catch((cause: unknown) => {
    throw portUnavailable(path, cause);
  });
  return basename(real);
}
