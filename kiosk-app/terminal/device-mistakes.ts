// Which devices a terminal of each role may have: one of a kind, or one of a kind for each window that it serves; and each port for one of them.
import type { DeviceKind } from '@jiaohao/contracts/commands';
import type { DeviceSetting } from '../wire/devices.ts';

type Role = 'kiosk' | 'window' | 'pads' | 'strip';

export interface DeviceMistake {
  readonly field: 'kind' | 'windowId' | 'port';
  readonly message: string;
}

const KINDS: Readonly<Record<Role, { readonly may: readonly DeviceKind[]; readonly words: string }>> = {
  kiosk: {
    may: ['idCardReader', 'documentScanner', 'ticketPrinter'],
    words: 'an idCardReader, a documentScanner and a ticketPrinter',
  },
  window: { may: ['evaluationPad', 'callPad'], words: 'an evaluationPad and a callPad' },
  pads: { may: ['evaluationPad', 'callPad'], words: 'evaluationPads and callPads' },
  strip: { may: ['ledStrip'], words: 'ledStrips' },
};

/** What is wrong with the device at `index` among the others. */
export function deviceMistakes(role: Role, devices: readonly DeviceSetting[], index: number): DeviceMistake[] {
  const device = devices[index];
  if (device === undefined) return [];
  const { kind, windowId } = device;
  const mistakes: DeviceMistake[] = [];
  const isFirst = devices.findIndex((other) => other.kind === kind && other.windowId === windowId) === index;
  const { may, words } = KINDS[role];
  const servesSeveral = role === 'pads' || role === 'strip';
  if (!may.includes(kind)) mistakes.push({ field: 'kind', message: `a ${role} terminal has ${words}, no ${kind}` });
  if (servesSeveral && windowId === undefined)
    mistakes.push({ field: 'windowId', message: 'the window that it belongs to' });
  if (!servesSeveral && windowId !== undefined) {
    mistakes.push({ field: 'windowId', message: `a ${role} terminal knows its place from the hall` });
  }
  if (!isFirst) mistakes.push({ field: 'kind', message: `one ${kind} at a ${servesSeveral ? 'window' : 'terminal'}` });
  const holder = devices.slice(0, index).findIndex((other) => isSamePort(other, device) && !mayShare(other, device));
  if (holder !== -1) mistakes.push({ field: 'port', message: `devices[${holder}] has this port` });
  return mistakes;
}

/** As far as names tell: a link and what it points to are known for one only when they are opened. */
function isSamePort(one: DeviceSetting, other: DeviceSetting): boolean {
  return portKey(one) === portKey(other);
}

function portKey({ port, options }: DeviceSetting): string {
  const name = port.replace(/^lp:/, '');
  const { serialNumber } = options;
  // Windows knows com3 and COM3 for one.
  return JSON.stringify([/^com\d+$/i.test(name) ? name.toUpperCase() : name, serialNumber ?? null]);
}

/** Pads of a 485 bus, strips of one line, and pads that dial in are told apart by their addresses. */
function mayShare(one: DeviceSetting, other: DeviceSetting): boolean {
  const line = sharedLineOf(one);
  return line !== null && line === sharedLineOf(other);
}

function sharedLineOf({ kind, model, port }: DeviceSetting): 'bus' | 'strips' | 'door' | null {
  if (port.startsWith('listen:')) return 'door';
  if (kind === 'ledStrip') return 'strips';
  return model === 'bus485' ? 'bus' : null;
}
