// What a call pad on the 485 bus tells and is told (docs/protocols/call-pad.md, "Keys" and "Display").
import { type BusFrame, RESULT_FUNCTION } from '../../bus-485/codec.ts';
import type { CallPadDisplay } from '../contract.ts';

const DISPLAY_FUNCTION = 0x02;
const BEEP_FUNCTION = 0x03;
const BLANK = 0x0a;
const NO_DIGITS = [BLANK, BLANK, BLANK];
const MOST_WAITING = 999;

/** The data bytes in hex, e.g. "0C" or "06 0F"; null for an evaluation result, which is no key of the caller. */
export function keyOf(frame: BusFrame): string | null {
  if (frame.func === RESULT_FUNCTION) return null;
  return frame.data.map(hexByte).join(' ');
}

/**
 * Six digits: three for the count of the waiting, 000 to 999 (more are 999), and three for the number, which has no letters here: the last
 * three of A012. What is null is dark. The published frames light the one or the other; both in one frame is uncertain.
 */
export function showOnPad(address: number, { ticketNumber, waiting }: CallPadDisplay): BusFrame {
  const digits = /\d{0,3}$/.exec(ticketNumber ?? '')?.[0] ?? '';
  const count = waiting === null ? '' : String(Math.min(Math.max(waiting, 0), MOST_WAITING)).padStart(3, '0');
  return { address, func: DISPLAY_FUNCTION, data: [...digitBytes(count), ...digitBytes(digits)] };
}

export function beep(address: number): BusFrame {
  return { address, func: BEEP_FUNCTION, data: [] };
}

export function hexByte(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}

function digitBytes(digits: string): number[] {
  const values = Array.from(digits, Number);
  return [...NO_DIGITS.slice(values.length), ...values];
}
