// From the port text of a terminal's configuration to a port: a device path, tcp:// or udp://host:port, or memory:NAME.
import { DeviceError } from '../device-error.ts';
import { FoundPort } from './found-port.ts';
import { memoryLine } from './memory-port.ts';
import type { Port } from './port.ts';
import { findSerialPath } from './serial-identity.ts';
import { SerialLine } from './serial-port.ts';
import { TcpPort } from './tcp-port.ts';
import { UdpPort } from './udp-port.ts';
import { findUsbPrinterPath } from './usb-printer-identity.ts';
import { UsbPrinterPort } from './usb-printer-port.ts';
import { WebSocketPort } from './websocket-port.ts';

export interface PortOptions {
  /** For a serial line, bits per second; 300 to 4000000. */
  readonly baudRate: number;
  /** For a serial line or a USB printer: the USB serial number that the device there must have. */
  readonly serialNumber?: string;
}

const MEMORY = 'memory:';
const TCP = 'tcp://';
const UDP = 'udp://';
const WS = 'ws://';
const NO_SERIAL_NUMBER = /^(?:memory:|tcp:\/\/|udp:\/\/|ws:\/\/)/;
/** `/dev/usb/lp0`, `/dev/usb/lp*`, or any path behind `lp:` (a name that a udev rule gives to one printer). */
const USB_PRINTER = /^(?:lp:(\/[^*]+)|(?:lp:)?(\/dev\/usb\/lp(?:\d+|\*)))$/;

/**
 * The port that `spec` names, not yet open. `/dev/ttyUSB0` and `COM3` are serial lines, `tcp://192.0.2.7:9100` a raw
 * socket, `/dev/usb/lp0` and `lp:/dev/ticket-printer` USB printers, `/dev/usb/lp*` the only one or the one with the serial number, `udp://192.0.2.8:5005` one peer by datagrams,
 * `ws://192.0.2.9:3348` one peer by WebSocket text frames, `memory:pad-1` the host end of a line inside this process.
 * `/dev/serial/by-path/*-usb-0:1.2:*` is the serial line plugged in there, whatever its number.
 * Throws DeviceError `portUnavailable`, not retryable, when the text cannot be understood.
 */
export function createPort(spec: string, options: PortOptions): Port {
  if (options.serialNumber !== undefined && NO_SERIAL_NUMBER.test(spec)) {
    throw badSpec(spec, 'a serialNumber tells USB devices apart and has no meaning here');
  }
  if (spec.startsWith(MEMORY)) return memoryLine(memoryName(spec)).hostPort();
  if (spec.startsWith(TCP)) return new TcpPort(addressOf(spec, TCP));
  if (spec.startsWith(UDP)) return new UdpPort(addressOf(spec, UDP));
  if (spec.startsWith(WS)) return new WebSocketPort(webSocketUrl(spec));
  if (spec.trim() === '') throw badSpec(spec, 'it is empty');
  if (spec.includes('://')) throw badSpec(spec, 'the addresses known are tcp://host:port and udp://host:port');
  const printer = USB_PRINTER.exec(spec);
  if (printer !== null) return usbPrinter(spec, printer[1] ?? printer[2] ?? spec, options);
  if (/^(?:usb|hid):/.test(spec)) throw badSpec(spec, 'usb: and hid: are for ID-card readers only');
  if (spec.startsWith('lp:')) throw badSpec(spec, 'behind lp: stands the path of the printer, /dev/usb/lp0');
  const { baudRate } = options;
  if (!Number.isSafeInteger(baudRate) || baudRate < 300 || baudRate > 4_000_000) {
    throw badSpec(spec, `baudRate must be a whole number from 300 to 4000000, not ${String(baudRate)}`);
  }
  return serialLine(spec, options);
}

/** Looked up anew at every opening where more than its path counts. */
function usbPrinter(spec: string, path: string, { serialNumber }: PortOptions): Port {
  if (serialNumber === undefined && !path.includes('*')) return new UsbPrinterPort(path);
  if (serialNumber?.trim() === '') throw badSpec(spec, 'serialNumber is empty');
  const identity = { path, serialNumber: serialNumber ?? null };
  return new FoundPort(spec, null, async () => new UsbPrinterPort(await findUsbPrinterPath(identity)));
}

/** A path with `*` in its last part, or a serial number, is looked up anew at every opening. */
function serialLine(spec: string, { baudRate, serialNumber }: PortOptions): Port {
  if (/\*.*[/\\]/.test(spec)) throw badSpec(spec, '* may stand in the last part of the path only');
  if (serialNumber === undefined && !spec.includes('*')) return new SerialLine(spec, { baudRate });
  if (serialNumber?.trim() === '') throw badSpec(spec, 'serialNumber is empty');
  const identity = { pattern: spec, serialNumber: serialNumber ?? null };
  return new FoundPort(spec, baudRate, async () => new SerialLine(await findSerialPath(identity), { baudRate }));
}

function webSocketUrl(spec: string): string {
  const [address = '', ...path] = spec.slice(WS.length).split('/');
  const { host, port } = addressOf(`${WS}${address}`, WS);
  return [`${WS}${host.includes(':') ? `[${host}]` : host}:${port}`, ...path].join('/');
}

function memoryName(spec: string): string {
  const name = spec.slice(MEMORY.length);
  if (!/^[\w.-]{1,64}$/.test(name))
    throw badSpec(spec, 'memory: needs a name of letters, digits, dot, dash, underscore');
  return name;
}

function addressOf(spec: string, scheme: string): { host: string; port: number } {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^\s:/[\]]+)):(\d{1,5})$/.exec(spec.slice(scheme.length));
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  if (host === undefined || port < 1 || port > 65_535) {
    throw badSpec(spec, `an address looks like ${scheme}192.0.2.7:9100 (port 1 to 65535)`);
  }
  return { host, port };
}

function badSpec(spec: string, reason: string): DeviceError {
  return new DeviceError('portUnavailable', `port "${spec}" cannot be used: ${reason}`, { isRetryable: false });
}
