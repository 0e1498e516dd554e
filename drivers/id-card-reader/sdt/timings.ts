// How long each command may take (docs/protocols/id-card-reader.md, "Timings"). Pure.
import type { SdtCommand } from './codec.ts';

/** At 115200 bit/s. */
const TIMEOUT_MS: Readonly<Record<SdtCommand, number>> = {
  samStatus: 1000,
  samId: 1000,
  findCard: 1000,
  selectCard: 1000,
  readCard: 3000,
  readNewAddress: 1500,
};

/** Bytes of the longest reply. */
const REPLY_BYTES: Readonly<Record<SdtCommand, number>> = {
  samStatus: 11,
  samId: 27,
  findCard: 15,
  selectCard: 19,
  readCard: 1295,
  readNewAddress: 81,
};

const REFERENCE_BITS_PER_SECOND = 115_200;
/** Start, eight data bits, stop. */
const BITS_PER_BYTE = 10;

export const POLL_MS = 400;
/** Between looks at a security module that failed. */
export const SAM_CHECK_MS = 3000;
/** How long the line must be silent after a timeout. */
export const QUIET_MS = 300;

/** A slower line gets the longer line time of its reply on top. `bitsPerSecond` is null where there is no line speed. */
export function timeoutMsOf(command: SdtCommand, bitsPerSecond: number | null): number {
  if (bitsPerSecond === null) return TIMEOUT_MS[command];
  const bits = REPLY_BYTES[command] * BITS_PER_BYTE;
  const extraMs = (bits / bitsPerSecond - bits / REFERENCE_BITS_PER_SECOND) * 1000;
  return TIMEOUT_MS[command] + Math.max(0, Math.ceil(extraMs));
}
