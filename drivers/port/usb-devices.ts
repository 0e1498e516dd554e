// Finds and opens a device on native USB through the `usb` package, which is loaded only when a configuration asks for it.
// No USB device can be emulated where this was written: what is above UsbLink is tested, this file against a library in its likeness.
import { ambiguousDevice, portUnavailable, wrongDevice } from './port-faults.ts';
import type { UsbEndpoint } from './usb-pipes.ts';
import type { UsbLink, UsbRead } from './usb-port.ts';

export interface UsbId {
  readonly vendorId: number;
  readonly productId: number;
}

export interface UsbWanted {
  /** Any of these. */
  readonly ids: readonly UsbId[];
  readonly serialNumber: string | null;
}

interface LibraryInterface {
  readonly interfaceNumber: number;
  readonly alternate: {
    readonly interfaceClass: number;
    readonly endpoints: readonly {
      readonly endpointNumber: number;
      readonly direction: 'in' | 'out';
      readonly type: 'bulk' | 'interrupt' | 'isochronous';
      readonly packetSize: number;
    }[];
  };
}

/** What is used of a device of the library. Its errors carry no code, only words. */
export interface LibraryDevice extends UsbId {
  readonly serialNumber: string | null | undefined;
  readonly configuration: { readonly interfaces: readonly LibraryInterface[] } | null | undefined;
  open(): Promise<void>;
  close(): Promise<void>;
  claimInterface(interfaceNumber: number): Promise<void>;
  clearHalt(direction: 'in' | 'out', endpointNumber: number): Promise<void>;
  nativeTransferIn(endpointNumber: number, timeoutMs: number, length: number): Promise<Uint8Array | null>;
  nativeTransferOut(endpointNumber: number, timeoutMs: number, data: Uint8Array): Promise<number>;
}

export interface UsbLibrary {
  getDevices(): Promise<readonly LibraryDevice[]>;
}

const READ_MS = 250;
const WRITE_MS = 3000;
/** A read that failed sooner than this did not run out of time. */
const SILENCE_FROM_MS = 200;
const VENDOR_CLASS = 0xff;

/** Rejects with DeviceError `portUnavailable`, `wrongDevice` (another serial number) or `ambiguousDevice`, in an installer's words. */
export async function openUsbLink(name: string, wanted: UsbWanted, load = loadLibrary): Promise<UsbLink> {
  const library = await load().catch((cause: unknown) => {
    throw portUnavailable(name, new Error('the USB library cannot be loaded on this system', { cause }));
  });
  const devices = await library.getDevices().catch((cause: unknown) => {
    throw portUnavailable(name, new Error('this system shows no USB devices', { cause }));
  });
  const device = chooseUsb(name, devices, wanted);
  try {
    await device.open();
    const used = interfaceOf(device);
    await device.claimInterface(used.interfaceNumber);
    return linkOf(device, used);
  } catch (cause) {
    await device.close().catch(() => undefined);
    throw portUnavailable(name, new Error(permissionWords(device), { cause }));
  }
}

function chooseUsb(name: string, devices: readonly LibraryDevice[], wanted: UsbWanted): LibraryDevice {
  const ofModel = devices.filter(({ vendorId, productId }) =>
    wanted.ids.some((id) => id.vendorId === vendorId && id.productId === productId),
  );
  if (ofModel.length === 0) throw portUnavailable(name, new Error('no such USB device is plugged in'));
  const { serialNumber } = wanted;
  const fitting = serialNumber === null ? ofModel : ofModel.filter((device) => serialNumberOf(device) === serialNumber);
  const [only, ...others] = fitting;
  if (only === undefined) {
    const found = ofModel.map((device) => serialNumberOf(device) ?? 'none').join(', ');
    throw wrongDevice(`${name}: serial number ${found} is plugged in, not ${String(serialNumber)}`);
  }
  if (others.length > 0) {
    throw ambiguousDevice(
      name,
      fitting.map((device) => `serial number ${serialNumberOf(device) ?? 'none'}`),
    );
  }
  return only;
}

/** Null where the device has none, or may not be asked. */
function serialNumberOf(device: LibraryDevice): string | null {
  try {
    return device.serialNumber ?? null;
  } catch {
    // The library opens a device to read it: one that we may not open is like one that has no number.
    return null;
  }
}

/** The vendor's own interface, else the first with a pipe. */
function interfaceOf(device: LibraryDevice): LibraryInterface {
  const interfaces = device.configuration?.interfaces ?? [];
  const used =
    interfaces.find(({ alternate }) => alternate.interfaceClass === VENDOR_CLASS) ??
    interfaces.find(({ alternate }) => alternate.endpoints.length > 0);
  if (used === undefined) throw new Error('the device has no interface with endpoints');
  return used;
}

function linkOf(device: LibraryDevice, used: LibraryInterface): UsbLink {
  return {
    endpoints: used.alternate.endpoints.map(({ endpointNumber, direction, type, packetSize }) => ({
      number: endpointNumber,
      direction,
      type,
      packetBytes: packetSize,
    })),
    read: (endpoint) => readPacket(device, endpoint),
    write: async (endpoint, bytes) => {
      const count = await device.nativeTransferOut(endpoint.number, WRITE_MS, bytes);
      return count === bytes.length ? 'sent' : 'stall';
    },
    clearHalt: (endpoint) => device.clearHalt(endpoint.direction, endpoint.number),
    close: () => device.close(),
  };
}

/** The library throws for silence, for a halt and for a device that is gone: time and `clearHalt` tell them apart. */
async function readPacket(device: LibraryDevice, endpoint: UsbEndpoint): Promise<UsbRead> {
  const beganMs = performance.now();
  try {
    const bytes = await device.nativeTransferIn(endpoint.number, READ_MS, endpoint.packetBytes);
    return bytes === null ? { type: 'stall' } : { type: 'bytes', bytes };
  } catch {
    return performance.now() - beganMs >= SILENCE_FROM_MS ? { type: 'silence' } : { type: 'stall' };
  }
}

function permissionWords({ vendorId, productId }: UsbId): string {
  const [vendor, product] = [vendorId, productId].map((id) => id.toString(16).padStart(4, '0'));
  return (
    'the device is there but cannot be opened: another program has it, or permission is missing. Linux: a udev rule ' +
    `SUBSYSTEM=="usb", ATTR{idVendor}=="${vendor}", ATTR{idProduct}=="${product}", MODE="0660", GROUP="plugdev"; ` +
    "Windows: WinUSB in the place of the vendor's driver"
  );
}

async function loadLibrary(): Promise<UsbLibrary> {
  return (await import('usb')).usb;
}
