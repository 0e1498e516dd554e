// How a strip's card is asked whether it is there: at its own screen address, as its driver does, and as every card of the line.
// A card answers a question to every card with that address, not its own (docs/protocols/led-strip.md, "Onbon: frames seen"):
// whether the configured address is right is known by asking it alone.
import {
  ANY_DEVICE,
  BROADCAST_ADDRESS,
  decodeOnbonFrame,
  encodeOnbonFrame,
  HOST_ADDRESS,
} from '../led-strip/onbon/codec.ts';
import { ping } from '../led-strip/onbon/commands.ts';

/** As in the options of an `onbon` strip. */
export interface StripAddress {
  readonly screenAddress: number;
  readonly deviceType: number;
}

export const EVERY_STRIP: StripAddress = { screenAddress: BROADCAST_ADDRESS, deviceType: ANY_DEVICE };

const FIRST_ADDRESS = 1;

/** The driver's defaults where the options have none. */
export function stripAddressOf(options: Readonly<Record<string, unknown>>): StripAddress {
  const { screenAddress, deviceType } = options;
  return {
    screenAddress: isAddress(screenAddress) ? screenAddress : FIRST_ADDRESS,
    deviceType: typeof deviceType === 'number' ? deviceType & 0xff : ANY_DEVICE,
  };
}

function isAddress(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= FIRST_ADDRESS && Number(value) <= BROADCAST_ADDRESS;
}

export function stripPing({ screenAddress, deviceType }: StripAddress): Uint8Array {
  return encodeOnbonFrame({ destination: screenAddress, source: HOST_ADDRESS, deviceType, data: ping() });
}

/** By the driver's rule: from that card, or from one that calls itself every card. */
export function isFromStrip(frame: Uint8Array, { screenAddress }: StripAddress): boolean {
  const { source } = decodeOnbonFrame(frame);
  return screenAddress === BROADCAST_ADDRESS || source === screenAddress || source === BROADCAST_ADDRESS;
}

/** What a card calls itself; null where it says only that it is one of every card. */
export function addressSaidIn(frame: Uint8Array): number | null {
  const { source } = decodeOnbonFrame(frame);
  return source === BROADCAST_ADDRESS || source === HOST_ADDRESS ? null : source;
}
