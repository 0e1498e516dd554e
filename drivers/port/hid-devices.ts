// Finds and opens a HID device through node-hid, which is loaded only when a configuration asks for it: where libusb or
// libudev is missing every one of its calls fails. A mouse or keyboard is never opened as a reader: it is named instead.
import type { HidLink } from './hid-port.ts';
import { ambiguousDevice, portUnavailable, wrongDevice } from './port-faults.ts';

export interface HidWanted {
  /** By model, or by the system's path of the device (`/dev/hidraw0`). */
  readonly device: { readonly vendorId: number; readonly productId: number } | { readonly path: string };
  readonly serialNumber: string | null;
}

/** What the system tells of one HID interface. */
export interface HidFacts {
  readonly vendorId: number;
  readonly productId: number;
  readonly path?: string | undefined;
  readonly serialNumber?: string | undefined;
  readonly usagePage?: number | undefined;
  readonly usage?: number | undefined;
}

interface LibraryHid {
  on(event: 'data', listener: (report: Uint8Array) => void): unknown;
  on(event: 'error', listener: (error: unknown) => void): unknown;
  write(report: number[]): Promise<number>;
  close(): Promise<void>;
}

export interface HidLibrary {
  devicesAsync(): Promise<readonly HidFacts[]>;
  readonly HIDAsync: { open(path: string): Promise<LibraryHid> };
}

/** USB HID Usage Tables: pages that belong to people's hands and to the system, never to a card reader. */
const GENERIC_DESKTOP = 0x01;
const DESKTOP_USES: ReadonlyMap<number, string> = new Map([
  [0x01, 'a mouse or touch pad'],
  [0x02, 'a mouse'],
  [0x06, 'a keyboard'],
  [0x07, 'a keypad'],
]);
const OTHER_PAGES: ReadonlyMap<number, string> = new Map([
  [0x07, 'a keyboard'],
  [0x0c, 'media keys'],
  [0x0d, 'a touch screen'],
]);

/** The path to open. Throws DeviceError `portUnavailable`, `wrongDevice` (a mouse, another serial number) or `ambiguousDevice`. */
export function chooseHid(name: string, listed: readonly HidFacts[], { device, serialNumber }: HidWanted): string {
  const there = listed.filter((facts) =>
    'path' in device
      ? facts.path === device.path
      : facts.vendorId === device.vendorId && facts.productId === device.productId,
  );
  if (there.length === 0) throw portUnavailable(name, new Error('no such HID device is plugged in'));
  const usable = there.filter((facts) => foreignUse(facts) === null);
  const [foreign] = there;
  if (usable.length === 0 && foreign !== undefined) {
    throw wrongDevice(`${name} is ${foreignUse(foreign) ?? 'another device'} (${idOf(foreign)}), not a card reader`);
  }
  const fitting = serialNumber === null ? usable : usable.filter((facts) => facts.serialNumber === serialNumber);
  if (fitting.length === 0) {
    const found = usable.map((facts) => facts.serialNumber ?? 'none').join(', ');
    throw wrongDevice(`${name}: serial number ${found} is plugged in, not ${String(serialNumber)}`);
  }
  const paths = [...new Set(fitting.flatMap(({ path }) => path ?? []))];
  const [only, ...others] = paths;
  if (only === undefined) throw portUnavailable(name, new Error('the system tells no path of the device'));
  if (others.length > 0) throw ambiguousDevice(name, paths);
  return only;
}

export async function openHidLink(name: string, wanted: HidWanted, load = loadLibrary): Promise<HidLink> {
  const library = await load().catch((cause: unknown) => {
    throw portUnavailable(name, new Error(LIBRARY_WORDS, { cause }));
  });
  const listed = await library.devicesAsync().catch((cause: unknown) => {
    throw portUnavailable(name, new Error(LIBRARY_WORDS, { cause }));
  });
  const path = chooseHid(name, listed, wanted);
  const hid = await library.HIDAsync.open(path).catch((cause: unknown) => {
    throw portUnavailable(name, new Error(permissionWords(path), { cause }));
  });
  let gone: () => void = () => undefined;
  // Without a listener an `error` would end the process.
  hid.on('error', () => gone());
  return {
    write: async (report) => {
      await hid.write([...report]);
    },
    onReport: (listener) => void hid.on('data', listener),
    onGone: (listener) => {
      gone = listener;
    },
    close: () => hid.close(),
  };
}

const LIBRARY_WORDS =
  'the HID library does not work on this system (Debian: apt-get install libusb-1.0-0 libudev1), or it shows no devices';

function permissionWords(path: string): string {
  return (
    `${path} is there but cannot be opened: another program has it, or permission is missing. ` +
    'Linux: a udev rule KERNEL=="hidraw*", ATTRS{idVendor}=="<vendor>", MODE="0660", GROUP="plugdev"'
  );
}

/** What the device is instead of a reader; null when its use does not speak against it. */
function foreignUse({ usagePage, usage }: HidFacts): string | null {
  if (usagePage === undefined) return null;
  if (usagePage === GENERIC_DESKTOP) return DESKTOP_USES.get(usage ?? 0) ?? 'a desktop control';
  return OTHER_PAGES.get(usagePage) ?? null;
}

function idOf({ vendorId, productId }: HidFacts): string {
  return [vendorId, productId].map((id) => id.toString(16).padStart(4, '0')).join(':');
}

async function loadLibrary(): Promise<HidLibrary> {
  const { default: library } = await import('node-hid');
  return library;
}
