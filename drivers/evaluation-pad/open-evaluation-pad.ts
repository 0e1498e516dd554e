// From a terminal's configuration to an evaluation pad: one honest switch over the models we know.
import { BUS_BAUD_RATE, sharedBusLine } from '../bus-485/shared-line.ts';
import { DeviceError } from '../device-error.ts';
import { InputDevicePort } from '../port/input-device-port.ts';
import { createPort } from '../port/open-port.ts';
import type { Port } from '../port/port.ts';
import { splitLineOptions } from '../port/line-options.ts';
import { AndroidPad } from './android/driver.ts';
import { androidPadSettings } from './android/settings.ts';
import { sharedPadDoor } from './android/shared-door.ts';
import { Bus485Pad } from './bus485/driver.ts';
import { bus485PadSettings } from './bus485/settings.ts';
import type { EvaluationPad } from './contract.ts';
import { KeyboardPad } from './keyboard/driver.ts';
import { keyboardPadSettings } from './keyboard/settings.ts';

export interface EvaluationPadConfig {
  /** `bus485`, `android` or `keyboard`. */
  readonly model: string;
  /**
   * bus485: a device path, tcp://host:port, or memory:NAME; pads that name the same port share one line.
   * keyboard: /dev/input/by-id/..., or memory:NAME.
   * android: listen:PORT or listen:ADDRESS:PORT, which pads dial; pads of several windows may dial one.
   */
  readonly port: string;
  /** By model: docs/protocols/evaluation-pad.md, "Settings of the 485 bus", "Android pads", "Keyboard pads". */
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * The pad, not yet started. Throws RangeError naming a model, setting or value that is not right, and DeviceError
 * `portUnavailable` for a port that cannot be understood.
 */
export function openEvaluationPad({ model, port, options }: EvaluationPadConfig): EvaluationPad {
  switch (model) {
    case 'bus485':
      return bus485Pad(port, options);
    case 'android': {
      const { pad, door } = androidPadSettings(options);
      return new AndroidPad(sharedPadDoor(port, door), pad);
    }
    case 'keyboard': {
      const settings = keyboardPadSettings(options);
      return new KeyboardPad(inputPort(port, settings.mayReachOthers), settings);
    }
    default:
      throw new RangeError(`model "${model}" is not an evaluation pad; known: bus485, android, keyboard`);
  }
}

function inputPort(spec: string, mayReachOthers: boolean): Port {
  if (spec.startsWith('memory:')) return createPort(spec, { baudRate: BUS_BAUD_RATE });
  if (spec.startsWith('/')) return new InputDevicePort(spec, { mayReachOthers });
  const detail = `port "${spec}" cannot be used: a keyboard pad has a path like /dev/input/by-id/usb-...-event-kbd`;
  throw new DeviceError('portUnavailable', detail, { isRetryable: false });
}

function bus485Pad(port: string, options: Readonly<Record<string, unknown>>): EvaluationPad {
  const { line, own } = splitLineOptions(options, BUS_BAUD_RATE);
  const { turnAroundMs, ...settings } = own;
  if (turnAroundMs !== undefined && typeof turnAroundMs !== 'number')
    throw new RangeError('turnAroundMs must be a number');
  return new Bus485Pad(sharedBusLine(port, line, turnAroundMs), bus485PadSettings(settings));
}
