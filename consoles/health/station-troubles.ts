// What may be wrong with one terminal or display that is connected: its machine's clock, and its devices.
import type { DeviceCondition } from '@jiaohao/contracts/commands';
import type { ProgramLink, StationHealth, StationKind } from '@jiaohao/contracts/health';
import type { Pair } from '@jiaohao/look/language-pair';
import { TEXTS } from './texts.ts';
import { CLOCK_BAD_MS, CLOCK_WARN_MS } from './thresholds.ts';
import type { Level, Trouble } from './troubles.ts';

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
  const title = TEXTS.troubles.clock(station, station.link.clockDifferenceMs ?? 0);
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
    return [
      {
        key: `device ${station.id} ${device.kind}${index === 0 ? '' : ` ${index}`}`,
        level,
        title: TEXTS.troubles.device(station, device),
        todo: isSwapped && NOT_UNDERSTOOD.has(code) ? TEXTS.swappedTodo : (DEVICE_TODO[code] ?? TEXTS.otherDeviceTodo),
        sinceAt,
      },
    ];
  });
}

/** A screen has none, and a tablet is one itself. */
export function hasDevices(kind: StationKind): boolean {
  return kind === 'kiosk' || kind === 'window' || kind === 'strip';
}

export function deviceLevel({ state, code }: DeviceCondition): Level | null {
  if (state === 'fault') return 'bad';
  return state === 'ready' && code !== null ? 'warn' : null;
}

/** Whole metres, rounded down; nothing where the roll is not known. */
export function paperLeftWords({ paperLeftMm }: DeviceCondition): string {
  return paperLeftMm === undefined ? '' : TEXTS.device.paperLeft(Math.floor(paperLeftMm / 1_000)).first;
}

/** By the codes of the drivers; a code that no language has words for is told as any fault. */
const DEVICE_TODO: Readonly<Record<string, Pair>> = TEXTS.deviceTodo;

/** On a line that is open, and not in the words that its driver waits for. */
const NOT_UNDERSTOOD: ReadonlySet<string | null> = new Set(['noReply', 'badReply', 'wrongDevice']);

function mayBeSwapped({ devices }: StationHealth): boolean {
  const misunderstood = devices.filter(({ device }) => device.state === 'fault' && NOT_UNDERSTOOD.has(device.code));
  const kinds = misunderstood.map(({ device }) => device.kind);
  return kinds.includes('idCardReader') && kinds.includes('ticketPrinter');
}
