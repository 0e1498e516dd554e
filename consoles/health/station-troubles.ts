// What may be wrong with one terminal or display that is connected: its machine's clock, and its devices.
import type { DeviceCondition } from '@jiaohao/contracts/commands';
import type { ProgramLink, StationHealth } from '@jiaohao/contracts/health';
import { DEVICE_TEXTS, DEVICE_TROUBLE_TEXTS } from '../texts.ts';
import type { Words } from '../texts.ts';
import { DEVICE_TODO, OTHER_DEVICE_TODO, SWAPPED_TODO, TEXTS } from './texts.ts';
import { CLOCK_BAD_MS, CLOCK_WARN_MS } from './thresholds.ts';
import type { Level, Trouble } from './troubles.ts';

/** A terminal by its id; what stands at a window also by the window. */
export function nameOf({ id, windowLabel }: Pick<StationHealth, 'id' | 'windowLabel'>): Words {
  return windowLabel === null ? { zh: id, en: id } : TEXTS.atWindow(id, windowLabel);
}

/** Only the part of the difference that is certain counts: the way there and back may have been uneven. */
export function clockLevel({ connections, clockDifferenceMs, roundTripMs }: ProgramLink): Level | null {
  if (connections === 0 || clockDifferenceMs === null) return null;
  const sureMs = Math.abs(clockDifferenceMs) - (roundTripMs ?? 0) / 2;
  if (sureMs >= CLOCK_BAD_MS) return 'bad';
  return sureMs >= CLOCK_WARN_MS ? 'warn' : null;
}

export function clockTrouble(station: StationHealth): Trouble[] {
  const level = clockLevel(station.link);
  if (level === null) return [];
  const title = TEXTS.troubles.clock(nameOf(station), station.link.clockDifferenceMs ?? 0);
  return [{ key: `clock ${station.id}`, level, title, todo: TEXTS.troubles.clockTodo, sinceAt: null }];
}

/** What a terminal that is gone said last says nothing about now. */
export function deviceTroubles(station: StationHealth): Trouble[] {
  if (station.link.connections === 0) return [];
  const isSwapped = mayBeSwapped(station);
  return station.devices.flatMap(({ device, sinceAt }, index) => {
    const level = deviceLevel(device);
    if (level === null) return [];
    const code = device.code ?? 'deviceFault';
    const title = TEXTS.troubles.device(nameOf(station), device.kind, deviceName(device), deviceState(device), code);
    return [
      {
        key: `device ${station.id} ${device.kind}${index === 0 ? '' : ` ${index}`}`,
        level,
        title,
        todo: isSwapped && NOT_UNDERSTOOD.has(code) ? SWAPPED_TODO : (DEVICE_TODO[code] ?? OTHER_DEVICE_TODO),
        sinceAt,
      },
    ];
  });
}

export function deviceLevel({ state, code }: DeviceCondition): Level | null {
  if (state === 'fault') return 'bad';
  return state === 'ready' && code !== null ? 'warn' : null;
}

/** 打印机缺纸, in the words of the clerk console. */
export function deviceState({ state, code }: DeviceCondition): string {
  if (state === 'starting') return TEXTS.device.starting;
  if (state === 'ready' && code === null) return TEXTS.device.ready;
  return DEVICE_TROUBLE_TEXTS[code ?? 'deviceFault'] ?? TEXTS.device.otherFault;
}

/** Whole metres, rounded down; nothing where the roll is not known. */
export function paperLeftWords({ paperLeftMm }: DeviceCondition): string {
  return paperLeftMm === undefined ? '' : TEXTS.device.paperLeft(Math.floor(paperLeftMm / 1_000));
}

/** On a line that is open, and not in the words that its driver waits for. */
const NOT_UNDERSTOOD: ReadonlySet<string | null> = new Set(['noReply', 'badReply', 'wrongDevice']);

function mayBeSwapped({ devices }: StationHealth): boolean {
  const misunderstood = devices.filter(({ device }) => device.state === 'fault' && NOT_UNDERSTOOD.has(device.code));
  const kinds = misunderstood.map(({ device }) => device.kind);
  return kinds.includes('idCardReader') && kinds.includes('ticketPrinter');
}

/** At a terminal that serves several windows also whose device it is. */
export function deviceName(device: DeviceCondition): string {
  const name = DEVICE_TEXTS[device.kind];
  return device.windowId === undefined ? name : TEXTS.device.of(name, device.windowId);
}
