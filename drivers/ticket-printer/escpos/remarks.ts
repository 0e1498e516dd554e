// The printer's condition in words: each status bit that is set, the fault, and what of the settings cannot be had.
import type { DeviceStatus } from '../../device-status.ts';
import type { PrinterRemark } from '../contract.ts';
import { ARTWORK_WORDS, PRINTER_FAULT_WORDS, PRINTER_FLAG_WORDS } from '../texts.ts';
import type { PrinterFlags } from './status.ts';

/** Bits that stop no ticket by themselves. */
const NOTES = new Set<string>(['drawerPinHigh', 'feedButtonPressed', 'mechanicalError']);
const WARNINGS = new Set<string>(['paperNearEnd', 'recoversByItself', 'feedingByButton', 'waitingForRecovery']);

/** `flags` is the newest look at the printer, null when it never answered. */
export function printerRemarks(
  status: DeviceStatus,
  flags: PrinterFlags | null,
  unusable: readonly (keyof typeof ARTWORK_WORDS)[],
): PrinterRemark[] {
  const fault = status.state === 'fault' ? [status.code] : [];
  const raised = Object.keys(PRINTER_FLAG_WORDS).filter((name) => flags?.[name as keyof PrinterFlags] === true);
  return [
    ...fault.map((code) => ({ code, kind: 'fault' as const, ...PRINTER_FAULT_WORDS[code] })),
    ...raised.map((name) => ({ code: name, kind: kindOf(name), ...PRINTER_FLAG_WORDS[name as keyof PrinterFlags] })),
    ...unusable.map((code) => ({ code, kind: 'note' as const, ...ARTWORK_WORDS[code] })),
  ];
}

function kindOf(flag: string): PrinterRemark['kind'] {
  if (NOTES.has(flag)) return 'note';
  return WARNINGS.has(flag) ? 'warning' : 'fault';
}
