// From a terminal's configuration to a call pad: one honest switch over the models we know.
import { BUS_BAUD_RATE, sharedBusLine } from '../bus-485/shared-line.ts';
import { splitLineOptions } from '../port/line-options.ts';
import { Bus485CallPad } from './bus485/driver.ts';
import { bus485CallPadSettings } from './bus485/settings.ts';
import type { CallPad } from './contract.ts';

export interface CallPadConfig {
  /** `bus485`. */
  readonly model: string;
  /** A device path, tcp://host:port, or memory:NAME; call pads and evaluation pads that name the same port share one line. */
  readonly port: string;
  /** `address` 1 to 255, `keys`, `refreshMs` (docs/protocols/call-pad.md), `baudRate` (default 9600), `serialNumber`, `turnAroundMs` (default 5). */
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * The pad, not yet started. Throws RangeError naming a model, setting or value that is not right, and DeviceError
 * `portUnavailable` for a port that cannot be understood.
 */
export function openCallPad({ model, port, options }: CallPadConfig): CallPad {
  if (model !== 'bus485') throw new RangeError(`model "${model}" is not a call pad; known: bus485`);
  const { line, own } = splitLineOptions(options, BUS_BAUD_RATE);
  const { turnAroundMs, ...settings } = own;
  if (turnAroundMs !== undefined && typeof turnAroundMs !== 'number')
    throw new RangeError('turnAroundMs must be a number');
  const checked = bus485CallPadSettings(settings);
  return new Bus485CallPad(sharedBusLine(port, line, turnAroundMs), checked);
}
