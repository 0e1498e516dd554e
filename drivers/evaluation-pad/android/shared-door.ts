// Pads of several windows may dial one address, each configured by itself: whoever names the same address gets the same door.
import { DeviceError } from '../../device-error.ts';
import type { LineAddress } from '../../port/line-name.ts';
import { PadDoor } from './pad-door.ts';
import type { PadDoorSettings } from './settings.ts';

const LOOPBACK = '127.0.0.1';
const SPEC = /^listen:(?:(?:\[([0-9a-fA-F:.]+)\]|([^\s:/[\]]+)):)?(\d{1,5})$/;

/** What pads dial. Throws DeviceError `portUnavailable`, not retryable, for a text that cannot be understood. */
export function listenAddress(spec: string): LineAddress {
  const [, ipv6, host, digits] = SPEC.exec(spec) ?? [];
  const port = Number(digits);
  if (digits === undefined || port < 1 || port > 65_535) {
    const detail = `port "${spec}" cannot be used: pads dial listen:3348 (this computer only) or listen:ADDRESS:3348`;
    throw new DeviceError('portUnavailable', detail, { isRetryable: false });
  }
  return { host: ipv6 ?? host ?? LOOPBACK, port };
}

const doors = new Map<string, { door: PadDoor; settings: string }>();

/**
 * The door at `listen:PORT` (this computer only) or `listen:ADDRESS:PORT`, closed until its first pad. Throws DeviceError
 * `portUnavailable` for a text that cannot be understood and RangeError when the same address is asked for with other settings.
 */
export function sharedPadDoor(spec: string, settings: PadDoorSettings): PadDoor {
  const address = listenAddress(spec);
  const key = JSON.stringify(address);
  const wanted = JSON.stringify(settings);
  const known = doors.get(key);
  if (known === undefined) {
    const door = new PadDoor(address, settings);
    doors.set(key, { door, settings: wanted });
    return door;
  }
  if (known.settings !== wanted) {
    throw new RangeError(`heartBeat, pingSeconds and origins must be the same for all pads that dial ${spec}`);
  }
  return known.door;
}
