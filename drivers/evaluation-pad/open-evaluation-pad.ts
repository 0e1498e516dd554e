// From a terminal's configuration to an evaluation pad: one honest switch over the models we know.
import { BUS_BAUD_RATE, sharedBusLine } from '../bus-485/shared-line.ts';
import { Bus485Pad } from './bus485/driver.ts';
import { bus485PadSettings } from './bus485/settings.ts';
import type { EvaluationPad } from './contract.ts';

export interface EvaluationPadConfig {
  /** `bus485`. */
  readonly model: string;
  /** A device path, tcp://host:port, or memory:NAME; pads that name the same port share one line. */
  readonly port: string;
  /** `address` 1 to 255, `levels` from key value to rating, e.g. {"1": 2, "2": 3, "3": 4, "4": 5}, `baudRate` (default 9600). */
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * The pad, not yet started. Throws RangeError naming a model, setting or value that is not right, and DeviceError
 * `portUnavailable` for a port that cannot be understood.
 */
export function openEvaluationPad({ model, port, options }: EvaluationPadConfig): EvaluationPad {
  if (model !== 'bus485') throw new RangeError(`model "${model}" is not an evaluation pad; known: bus485`);
  const { baudRate = BUS_BAUD_RATE, turnAroundMs, ...settings } = options;
  if (typeof baudRate !== 'number') throw new RangeError('baudRate must be a number');
  if (turnAroundMs !== undefined && typeof turnAroundMs !== 'number')
    throw new RangeError('turnAroundMs must be a number');
  return new Bus485Pad(sharedBusLine(port, baudRate, turnAroundMs), bus485PadSettings(settings));
}
