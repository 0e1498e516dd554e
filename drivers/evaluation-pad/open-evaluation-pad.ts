// From a terminal's configuration to an evaluation pad: one honest switch over the models we know.
import { BUS_BAUD_RATE, sharedBusLine } from '../bus-485/shared-line.ts';
import { AndroidPad } from './android/driver.ts';
import { androidPadSettings } from './android/settings.ts';
import { sharedPadDoor } from './android/shared-door.ts';
import { Bus485Pad } from './bus485/driver.ts';
import { bus485PadSettings } from './bus485/settings.ts';
import type { EvaluationPad } from './contract.ts';

export interface EvaluationPadConfig {
  /** `bus485` or `android`. */
  readonly model: string;
  /**
   * bus485: a device path, tcp://host:port, or memory:NAME; pads that name the same port share one line.
   * android: listen:PORT or listen:ADDRESS:PORT, which pads dial; pads of several windows may dial one.
   */
  readonly port: string;
  /** By model: docs/protocols/evaluation-pad.md, "Settings". */
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
    default:
      throw new RangeError(`model "${model}" is not an evaluation pad; known: bus485, android`);
  }
}

function bus485Pad(port: string, options: Readonly<Record<string, unknown>>): EvaluationPad {
  const { baudRate = BUS_BAUD_RATE, turnAroundMs, ...settings } = options;
  if (typeof baudRate !== 'number') throw new RangeError('baudRate must be a number');
  if (turnAroundMs !== undefined && typeof turnAroundMs !== 'number')
    throw new RangeError('turnAroundMs must be a number');
  return new Bus485Pad(sharedBusLine(port, baudRate, turnAroundMs), bus485PadSettings(settings));
}
