// Several pads hang on one line, each configured by itself: whoever names the same port gets the same line.
import { sharedLineKey } from '../port/line-options.ts';
import { createPort, type PortOptions } from '../port/open-port.ts';
import { BusLine, TURN_AROUND_MS } from './line.ts';

/** 8N1; what the only documented bus uses. */
export const BUS_BAUD_RATE = 9600;

const lines = new Map<string, { line: BusLine; baudRate: number; turnAroundMs: number }>();

/**
 * The line on the port that `spec` names, closed until its first station. Throws DeviceError for a spec that cannot be understood
 * and RangeError when the same port is asked for at another speed or turn-around.
 */
export function sharedBusLine(spec: string, options: PortOptions, turnAroundMs = TURN_AROUND_MS): BusLine {
  const key = sharedLineKey(spec, options);
  const { baudRate } = options;
  const known = lines.get(key);
  if (known === undefined) {
    if (!(turnAroundMs >= 0 && turnAroundMs <= 200)) throw new RangeError('turnAroundMs must be from 0 to 200');
    const line = new BusLine(createPort(spec, options), { turnAroundMs });
    lines.set(key, { line, baudRate, turnAroundMs });
    return line;
  }
  if (known.baudRate !== baudRate) {
    throw new RangeError(`${spec} runs at ${known.baudRate} bit/s for another pad, so it cannot run at ${baudRate}`);
  }
  if (known.turnAroundMs !== turnAroundMs) {
    throw new RangeError(
      `${spec} has a turn-around of ${known.turnAroundMs} ms for another pad, so not ${turnAroundMs}`,
    );
  }
  return known.line;
}
