// Devices in trouble, in words, naming the terminal: somebody has to go there.
import { PrinterX } from 'lucide-react';
import type { ReactElement } from 'react';
import { TEXTS } from '../texts.ts';
import type { DeviceLine } from './device-lines.ts';

/** As many as one line of the narrowest console carries; the rest are counted. */
const NAMED = 3;

export function DeviceBand({ devices }: { readonly devices: readonly DeviceLine[] }): ReactElement | null {
  if (devices.length === 0) return null;
  const named = devices.slice(0, NAMED).map((device) => device.text + TEXTS.device.at(device.terminalId));
  const words = named.join(' · ') + (devices.length > NAMED ? TEXTS.device.more(devices.length) : '');
  return (
    <p className="band">
      <PrinterX size={24} aria-hidden />
      {words}
    </p>
  );
}
