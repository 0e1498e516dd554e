// The ports of this computer with what identifies them for good: names by serial number and by socket, vendor, product.
import { readdir, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { systemSerialPorts } from '../port/system-serial-ports.ts';
import { textOf, usbWordsOf, type UsbWords } from '../port/usb-sysfs.ts';

export interface ListedPort extends UsbWords {
  readonly path: string;
  readonly kind: 'serial' | 'usbPrinter' | 'named';
  /** The best name for a configuration: it stays with the device (by-id) or with the socket (by-path). Null: only `path`. */
  readonly stablePath: string | null;
  readonly byId: string | null;
  readonly byPath: string | null;
}

const UNKNOWN = {
  stablePath: null,
  byId: null,
  byPath: null,
  vendorId: null,
  productId: null,
  serialNumber: null,
  manufacturer: null,
  product: null,
} as const;

/** A port that somebody named on the command line: a pty, a network address. */
export function namedPort(path: string): ListedPort {
  return { path, kind: 'named', ...UNKNOWN };
}

/** `root` stands before /dev and /sys. */
export async function listPorts(platform: NodeJS.Platform = process.platform, root = '/'): Promise<ListedPort[]> {
  if (platform !== 'linux') {
    return (await systemSerialPorts()).map((port) => ({ ...UNKNOWN, kind: 'serial', ...port }));
  }
  const names = {
    byId: await linksOf(join(root, 'dev/serial/by-id')),
    byPath: await linksOf(join(root, 'dev/serial/by-path')),
  };
  const serial = await Promise.all(
    (await entriesOf(join(root, 'sys/class/tty'))).map((name) => serialPort(root, name, names)),
  );
  const printers = await Promise.all(
    (await entriesOf(join(root, 'dev/usb')))
      .filter((name) => /^lp\d+$/.test(name))
      .map(async (name): Promise<ListedPort> => ({
        ...UNKNOWN,
        path: join('/dev/usb', name),
        kind: 'usbPrinter',
        ...(await usbWordsOf(join(root, 'sys/class/usbmisc', name, 'device'))),
      })),
  );
  return [...serial.filter((port) => port !== null), ...printers].sort((a, b) => (a.path < b.path ? -1 : 1));
}

type Names = Readonly<Record<'byId' | 'byPath', ReadonlyMap<string, string>>>;

/** Null for a terminal of the system (consoles, ptys) and for a UART that the board does not have. */
async function serialPort(root: string, name: string, names: Names): Promise<ListedPort | null> {
  const folder = join(root, 'sys/class/tty', name);
  const device = await realpath(join(folder, 'device')).catch(() => null);
  const uartType = await textOf(join(folder, 'type'));
  if (device === null || uartType === '0') return null;
  const byId = names.byId.get(name) ?? null;
  const byPath = names.byPath.get(name) ?? null;
  return {
    path: join('/dev', name),
    kind: 'serial',
    stablePath: byId ?? byPath,
    byId,
    byPath,
    ...(await usbWordsOf(device)),
  };
}

/** From the name of the device to the link that names it. */
async function linksOf(folder: string): Promise<Map<string, string>> {
  const links = new Map<string, string>();
  for (const name of await entriesOf(folder)) {
    const target = await realpath(join(folder, name)).catch(() => null);
    if (target !== null) links.set(basename(target), `/dev/serial/${basename(folder)}/${name}`);
  }
  return links;
}

/** Empty where there is no such folder. */
function entriesOf(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
