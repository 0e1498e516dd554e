// What simulated call pads show: read off the frames that PadBusSimulator heard, by the maker's table. Their keys are pressed there.
const DIGITS: Readonly<Record<string, string>> = { '0a': ' ' };

export interface ShownOnPad {
  /** Three digits, a space where one is dark. */
  readonly waiting: string;
  readonly ticket: string;
}

/** The newest display of the pad; null while it was never told one. `heard` as PadBusSimulator keeps it. */
export function shownOnPad(heard: readonly string[], address: number): ShownOnPad | null {
  const frame = heard.findLast((hex) => hex.startsWith(`ff68080868${twoDigits(address)}02`));
  if (frame === undefined) return null;
  const digits = (frame.slice(14, 26).match(/../g) ?? []).map((hex) => DIGITS[hex] ?? String(Number.parseInt(hex, 16)));
  return { waiting: digits.slice(0, 3).join(''), ticket: digits.slice(3).join('') };
}

export function beepsOf(heard: readonly string[], address: number): number {
  return heard.filter((hex) => hex.startsWith(`ff68020268${twoDigits(address)}03`)).length;
}

function twoDigits(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
