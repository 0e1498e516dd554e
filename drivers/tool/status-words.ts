// How a running device is, in words for whoever stands before it: the self-test's lines for each kind of device.
import type { DeviceErrorCode } from '../device-error.ts';
import type { DeviceStatus } from '../device-status.ts';
import type { PrinterHealth } from '../ticket-printer/contract.ts';
import type { Words } from '../ticket-printer/texts.ts';
import type { CheckedDevice } from './check-line.ts';
import { FAULT_WORDS, READY_WORDS, TOOL_WORDS } from './texts.ts';

export interface StatusRemark extends Words {
  readonly code: string;
  readonly kind: 'good' | 'note' | 'warning' | 'fault';
}

/** One line at least. `printer`: what a printer says of every bit. */
export function statusRemarks(
  kind: CheckedDevice['kind'],
  status: DeviceStatus,
  printer?: PrinterHealth['remarks'],
): StatusRemark[] {
  const own = printer ?? [];
  if (status.state === 'starting') return [{ code: 'starting', kind: 'note', ...TOOL_WORDS.starting }, ...own];
  if (status.state === 'fault') return own.length > 0 ? [...own] : [faultRemark(status.code)];
  const isQuiet = own.every((remark) => remark.kind === 'note');
  return isQuiet ? [{ code: 'ready', kind: 'good', ...READY_WORDS[kind] }, ...own] : [...own];
}

function faultRemark(code: DeviceErrorCode): StatusRemark {
  return { code, kind: 'fault', ...FAULT_WORDS[code] };
}
