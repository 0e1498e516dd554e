// The line to an ID-card reader: everything that createPort knows, and readers on native USB or HID
// (docs/protocols/id-card-reader.md, "Lines").
import { DeviceError } from '../device-error.ts';
import { openHidLink, type HidWanted } from '../port/hid-devices.ts';
import { HidPort } from '../port/hid-port.ts';
import type { HidReports } from '../port/hid-reports.ts';
import { createPort } from '../port/open-port.ts';
import type { Port } from '../port/port.ts';
import { openUsbLink, type UsbId } from '../port/usb-devices.ts';
import { PIPE_MODES } from '../port/usb-pipes.ts';
import { UsbPort } from '../port/usb-port.ts';
import { SDT_SPLIT_FRAMES } from './sdt/codec.ts';
import { oneOf, refuseUnknown, text, wholeNumber } from './setting-checks.ts';

type Options = Readonly<Record<string, unknown>>;

/** The settings of a line; a reader's own come on top. */
export const LINE_SETTINGS = ['baudRate', 'serialNumber', 'pipes', 'reports'] as const;

/** Factory setting of SDT modules. */
const DEFAULT_BAUD_RATE = 115_200;

/** `usb:` alone: the native readers that shipping programs know. */
const KNOWN_USB_READERS: readonly UsbId[] = [
  { vendorId: 0x0400, productId: 0xc35a },
  { vendorId: 0x0483, productId: 0x5750 },
  { vendorId: 0x28e9, productId: 0x028a },
];

const ID = /^([0-9a-f]{4}):([0-9a-f]{4})$/i;

/** Not yet open. Throws RangeError for a setting, DeviceError `portUnavailable` (not retryable) for a port that cannot be understood. */
export function readerPort(spec: string, options: Options): Port {
  const serialNumber = text(options, 'serialNumber', null);
  if (spec.startsWith('usb:')) return usbReader(spec, serialNumber, options);
  if (spec.startsWith('hid:')) return hidReader(spec, serialNumber, options);
  const baudRate = options['baudRate'] ?? DEFAULT_BAUD_RATE;
  if (typeof baudRate !== 'number') throw new RangeError('baudRate must be a number');
  return createPort(spec, { baudRate, ...(serialNumber === null ? {} : { serialNumber }) });
}

function usbReader(spec: string, serialNumber: string | null, options: Options): Port {
  const model = spec.slice('usb:'.length);
  const id = idOf(model);
  if (model !== '' && id === null) throw badSpec(spec, 'behind usb: stands nothing, or vendor:product as in 0400:c35a');
  const wanted = { ids: id === null ? KNOWN_USB_READERS : [id], serialNumber };
  return new UsbPort({
    name: spec,
    pipes: oneOf(options, 'pipes', PIPE_MODES, 'auto'),
    split: SDT_SPLIT_FRAMES,
    openLink: () => openUsbLink(spec, wanted),
  });
}

function hidReader(spec: string, serialNumber: string | null, options: Options): Port {
  const named = spec.slice('hid:'.length);
  if (named === '') throw badSpec(spec, 'behind hid: stands vendor:product as in 0483:5750, or the path of the device');
  const wanted: HidWanted = { device: idOf(named) ?? { path: named }, serialNumber };
  const reports = hidReports(options['reports'] ?? {});
  return new HidPort({ name: spec, reports, openLink: () => openHidLink(spec, wanted) });
}

function hidReports(value: unknown): HidReports {
  if (typeof value !== 'object' || value === null) throw new RangeError('reports must be an object');
  const options: Options = { ...value };
  refuseUnknown(options, ['reportId', 'reportSize', 'headerBytes', 'lengthByteIndex', 'pad'], 'reports');
  const reportSize = wholeNumber(options, 'reportSize', [1, 1024], 64);
  const headerBytes = wholeNumber(options, 'headerBytes', [0, reportSize - 1], 0);
  const hasLength = options['lengthByteIndex'] !== undefined && options['lengthByteIndex'] !== null;
  if (hasLength && headerBytes === 0) throw new RangeError('lengthByteIndex needs headerBytes');
  if (hasLength && reportSize - headerBytes > 255) throw new RangeError('a length byte counts up to 255 bytes');
  return {
    reportId: wholeNumber(options, 'reportId', [0, 255], 0),
    reportSize,
    headerBytes,
    lengthByteIndex: hasLength ? wholeNumber(options, 'lengthByteIndex', [0, headerBytes - 1], null) : null,
    pad: wholeNumber(options, 'pad', [0, 255], 0),
  };
}

function idOf(words: string): UsbId | null {
  const match = ID.exec(words);
  if (match === null) return null;
  return { vendorId: Number.parseInt(match[1] ?? '', 16), productId: Number.parseInt(match[2] ?? '', 16) };
}

function badSpec(spec: string, reason: string): DeviceError {
  return new DeviceError('portUnavailable', `port "${spec}" cannot be used: ${reason}`, { isRetryable: false });
}
