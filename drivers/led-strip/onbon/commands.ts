// What an Onbon font card can be told, as the data of a frame (docs/protocols/led-strip.md, "Commands"), and what it answers.

/**
 * Two bytes behind the reply flag: makers' older captures carry the length of the parameters there, newer ones zero.
 * Cards are said to take either; which one is a setting.
 */
export type ReservedBytes = 'zero' | 'length';

export interface StripArea {
  /** Id of the dynamic area: an update of the same id changes the text without flicker. */
  readonly areaId: number;
  /** Dots; x and width in whole bytes of 8 dots where they divide, else marked as dots. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DynamicText {
  readonly area: StripArea;
  readonly effect: StripEffect;
  /** 0 is the fastest. */
  readonly speed: number;
  /** How long a page stays. */
  readonly stayMs: number;
  /** Bits 0-1: 0 left, 1 right, 2 centre; bits 2-3: 0 top, 1 bottom, 2 middle. */
  readonly alignment: number;
  /** GBK bytes with the card's own `\` words. */
  readonly text: Uint8Array;
}

/** By their numbers on the wire. */
export const STRIP_EFFECTS = { still: 1, quick: 2, left: 3, right: 4, up: 5, down: 6 } as const;
export type StripEffect = keyof typeof STRIP_EFFECTS;

const PLEASE_ANSWER = 0x01;
const DOT_UNIT = 0x8000;
const STAY_UNIT_MS = 500;

export const ping = (): Uint8Array => command(0xa2, 0x00, [], 'zero');
export const clearScreen = (): Uint8Array => command(0xa3, 0x10, [], 'zero');

export function setPower(isOn: boolean, reserved: ReservedBytes): Uint8Array {
  return command(0xa3, 0x00, [isOn ? 1 : 2], reserved);
}

/** `level` 1 to 16. `table` is the form of one implementation that adds a value for every half hour. */
export function setBrightness(level: number, form: 'short' | 'table', reserved: ReservedBytes): Uint8Array {
  const halfHours = form === 'table' ? Array<number>(48).fill(level) : [];
  return command(0xa3, 0x02, [1, level, ...halfHours], reserved);
}

/** `sundayIs`: what the card counts the first or last day of the week as; 1 to 6 are Monday to Saturday. */
export function setClock(at: Date, sundayIs: 0 | 7, reserved: ReservedBytes): Uint8Array {
  const year = at.getFullYear();
  const weekday = at.getDay() === 0 ? sundayIs : at.getDay();
  const time = [at.getMonth() + 1, at.getDate(), at.getHours(), at.getMinutes(), at.getSeconds()];
  return command(0xa2, 0x03, [year % 100, Math.floor(year / 100), ...time, weekday].map(bcd), reserved);
}

/** Deletes every dynamic area of the card. */
export function deleteAllAreas(reserved: ReservedBytes): Uint8Array {
  return command(0xa3, 0x06, [0xff, 0x00], reserved);
}

/** Shows a text in one area and leaves the others as they are. */
export function showText(shown: DynamicText, reserved: ReservedBytes): Uint8Array {
  const area = areaBytes(shown);
  return command(0xa3, 0x06, [0, 1, ...u16le(area.length), ...area], reserved);
}

function areaBytes({ area, effect, speed, stayMs, alignment, text }: DynamicText): number[] {
  return [
    0, // area type
    ...horizontal(area.x),
    ...u16le(area.y),
    ...horizontal(area.width),
    ...u16le(area.height),
    area.areaId,
    0, // line spacing
    0, // runs in a loop
    ...u16le(0), // no time limit
    0, // no voice
    0, // no extension
    alignment,
    1, // one line
    1, // not broken by the card
    STRIP_EFFECTS[effect],
    0, // no exit effect
    speed,
    Math.min(Math.round(stayMs / STAY_UNIT_MS), 255),
    ...u16le(text.length),
    ...u16le(0),
    ...text,
  ];
}

function command(group: number, code: number, parameters: readonly number[], reserved: ReservedBytes): Uint8Array {
  const middle = u16le(reserved === 'length' ? parameters.length : 0);
  return Uint8Array.from([group, code, PLEASE_ANSWER, ...middle, ...parameters]);
}

function horizontal(dots: number): number[] {
  return u16le(dots % 8 === 0 ? dots / 8 : dots | DOT_UNIT);
}

function u16le(value: number): number[] {
  return [value & 0xff, value >> 8];
}

function bcd(value: number): number {
  return Math.floor(value / 10) * 16 + (value % 10);
}

export type OnbonReply =
  | { readonly type: 'taken' }
  | { readonly type: 'refused'; readonly error: number }
  /** An answer to a question (status). */
  | { readonly type: 'other'; readonly group: number; readonly command: number };

const ACK_GROUP = 0xa0;

/** An acknowledgement with an error, and every other command of the group, are refusals. */
export function replyOf(data: Uint8Array): OnbonReply {
  const [group = 0, code = 0, error = 0] = data;
  if (group !== ACK_GROUP) return { type: 'other', group, command: code };
  return code === 0 && error === 0 ? { type: 'taken' } : { type: 'refused', error };
}
