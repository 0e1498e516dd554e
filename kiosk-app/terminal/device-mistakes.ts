// Which devices a terminal of each role may have: one of a kind, or one of a kind for each window that it serves.
import type { DeviceKind } from '@jiaohao/contracts/commands';
import type { DeviceSetting } from '../wire/devices.ts';

type Role = 'kiosk' | 'window' | 'pads' | 'strip';

export interface DeviceMistake {
  readonly field: 'kind' | 'windowId';
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
  return mistakes;
}
