// What pads hang on that is no line: an address that they dial, or the input device of one that types.
import { listenAddress } from '../evaluation-pad/android/shared-door.ts';
import { InputDevicePort } from '../port/input-device-port.ts';
import type { KeptPort } from '../port/port-keeper.ts';
import { TextSocketServer } from '../port/text-socket-server.ts';

const DEAF = { onText: () => undefined, onLeft: () => undefined, spare: () => null };

const LISTEN = 'listen:';

export function isPadPort(spec: string): boolean {
  return spec.startsWith(LISTEN) || spec.startsWith('/dev/input/');
}

/** Closed. Throws DeviceError `portUnavailable` for an address that cannot be understood. */
export function padPortOf(spec: string, options: Readonly<Record<string, unknown>>): KeptPort {
  if (spec.startsWith(LISTEN)) return new TextSocketServer({ ...listenAddress(spec), pingMs: 0, origins: [] }, DEAF);
  return new InputDevicePort(spec, { mayReachOthers: options['mayReachOthers'] === true });
}
