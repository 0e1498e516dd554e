// From what answers on ports to devices that can be tried, and to what the page says of each port.
import type { ProbedPort } from '@jiaohao/drivers/tool';
import type { SeenPort } from '../wire/devices-page.ts';
import { DeviceSetting } from '../wire/devices.ts';
import { TOOL_PAGE_TEXTS } from './texts.ts';

const MODELS = {
  idCardReader: { kind: 'idCardReader', model: 'sdt' },
  ticketPrinter: { kind: 'ticketPrinter', model: 'escpos' },
  ledStrip: { kind: 'ledStrip', model: 'onbon' },
} as const;

/** With the settings as delivered, and the speed at which it answered. Pads say nothing of their address: they need a configuration. */
export function foundDevices(ports: readonly ProbedPort[]): DeviceSetting[] {
  return ports.flatMap((port) => {
    const { found = '', baudRate = null } = port.probe ?? {};
    if (!isModel(found)) return [];
    const options = baudRate === null ? {} : { baudRate };
    return DeviceSetting.parse({ ...MODELS[found], port: nameOf(port), options });
  });
}

/** The identity in one line, the verdict in both languages. */
export function seenPort(port: ProbedPort): SeenPort {
  const { vendorId, productId, manufacturer, product, serialNumber, probe } = port;
  const usb = vendorId === null ? null : `${vendorId}:${productId ?? '?'}`;
  const about = [usb, manufacturer, product, serialNumber].filter((fact) => fact !== null).join(' ');
  return { name: nameOf(port), about: about.slice(0, 500), verdict: probe === undefined ? null : verdictOf(probe) };
}

function verdictOf({ found, zh, en }: NonNullable<ProbedPort['probe']>): SeenPort['verdict'] {
  if (found === 'pads') return { isDevice: true, ...TOOL_PAGE_TEXTS.padsFound };
  if (found === 'silence') return { isDevice: false, ...TOOL_PAGE_TEXTS.silence };
  return { isDevice: isModel(found), zh: zh.slice(0, 500), en: en.slice(0, 500) };
}

function isModel(found: string): found is keyof typeof MODELS {
  return Object.hasOwn(MODELS, found);
}

/** A ttyUSB0 may be a ttyUSB1 tomorrow. */
function nameOf({ stablePath, path }: ProbedPort): string {
  return stablePath ?? path;
}
