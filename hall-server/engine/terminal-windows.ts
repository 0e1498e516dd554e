// Which windows a terminal serves, and what its devices are known by (rules Q4, Q22, Q24, Q28).
import type { DeviceCondition } from '@jiaohao/contracts/commands';
import type { HallConfig } from '@jiaohao/contracts/hall-config';

type Terminal = HallConfig['terminals'][number];

/** Where its pads are: there it may work for the clerk and record evaluations. Strips and kiosks have none. */
export function padWindowsOf(terminal: Terminal | undefined): readonly string[] {
  if (terminal?.role === 'window') return [terminal.windowId];
  return terminal?.role === 'pads' ? terminal.windowIds : [];
}

/** Whose evaluations it may answer: a tablet does nothing else (rules Q22, Q28). */
export function ratingWindowsOf(terminal: Terminal | undefined): readonly string[] {
  return terminal?.role === 'pad' ? [terminal.windowId] : padWindowsOf(terminal);
}

/** Whose devices it has: empty for a kiosk, whose devices belong to the hall. */
export function windowsOf(terminal: Terminal): readonly string[] {
  return terminal.role === 'strip' ? terminal.windowIds : ratingWindowsOf(terminal);
}

/** Since when a device is as it is counts from the last report for which this is false. */
export function isSameState(known: DeviceCondition | undefined, device: DeviceCondition): boolean {
  return known?.state === device.state && known.code === device.code;
}

/** A terminal has one device of a kind, or one for each of its windows. */
export function deviceKey(terminalId: string, device: DeviceCondition): string {
  return [terminalId, device.kind, device.windowId ?? ''].join(' ').trimEnd();
}
