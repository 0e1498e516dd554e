// Several pads hang on one line, each configured by itself: whoever names the same port gets the same line.
import { createPort } from '../port/open-port.ts';
import { BusLine } from './line.ts';

/** 8N1; what the only documented bus uses. */
export const BUS_BAUD_RATE = 9600;

const lines = new Map<string, { line: BusLine; baudRate: number }>();

/**
 * The line on the port that `spec` names, closed until its first station. Throws DeviceError for a spec that cannot be understood
 * and RangeError when the same port is asked for at another speed.
 */
export function sharedBusLine(spec: string, baudRate: number): BusLine {
  const known = lines.get(spec);
  if (known === undefined) {
    const line = new BusLine(createPort(spec, { baudRate }));
    lines.set(spec, { line, baudRate });
    return line;
  }
  if (known.baudRate !== baudRate) {
    throw new RangeError(`${spec} runs at ${known.baudRate} bit/s for another pad, so it cannot run at ${baudRate}`);
  }
  return known.line;
}
