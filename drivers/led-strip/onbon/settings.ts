// The settings of one Onbon font card, or of one area of it; everything that cards or the published facts differ in is here.
import type { BrightnessStep, LitHours } from '../schedule.ts';
import { minuteFrom } from '../schedule.ts';
import { oneOf, onlyKnown, wholeNumber } from '../setting-checks.ts';
import { ANY_DEVICE, BROADCAST_ADDRESS } from './codec.ts';
import type { ReservedBytes, StripArea, StripEffect } from './commands.ts';

export interface OnbonSettings {
  /** As set in the card. 65534 speaks to every card on the line. */
  readonly screenAddress: number;
  readonly deviceType: number;
  readonly area: StripArea;
  /** Height of a hanzi in dots; a letter is half as wide. */
  readonly fontDots: number;
  /** Number of the card's font, for `\FO`; null leaves the card's own. */
  readonly font: number | null;
  readonly colours: 'one' | 'redGreen';
  /** `card` uses the alignment byte, `spaces` is for old cards where that byte is reserved. */
  readonly centre: 'card' | 'spaces';
  readonly effect: StripEffect;
  readonly speed: number;
  readonly reservedBytes: ReservedBytes;
  /** What is taken off the card when it is first reached. */
  readonly clear: 'nothing' | 'areas' | 'screen';
  readonly answerTimeoutMs: number;
  /** So often a command is sent before the strip counts as gone. */
  readonly tries: number;
  readonly pollMs: number;
  readonly pageMs: number;
  readonly brightness: readonly BrightnessStep[];
  readonly brightnessForm: 'short' | 'table';
  /** Null: the strip is never switched by us. */
  readonly lit: LitHours | null;
  /** Null: the clock is not set. */
  readonly sundayIs: 0 | 7 | null;
}

const NAMES = [
  ...['screenAddress', 'deviceType', 'areaId', 'x', 'y', 'widthDots', 'heightDots', 'fontDots', 'font', 'colours'],
  ...['centre', 'effect', 'speed', 'reservedBytes', 'clear', 'answerTimeoutMs', 'tries', 'pollMs', 'pageMs'],
  ...['brightness', 'brightnessForm', 'lit', 'clock'],
];

/** Defaults filled in. Throws RangeError naming the first setting that is unknown or out of range. */
export function onbonSettings(options: Readonly<Record<string, unknown>>): OnbonSettings {
  onlyKnown(options, NAMES, 'an Onbon strip');
  const clock = oneOf(options, 'clock', ['none', 'sundayIs7', 'sundayIs0']);
  return {
    screenAddress: wholeNumber(options, 'screenAddress', [1, BROADCAST_ADDRESS], 1),
    deviceType: wholeNumber(options, 'deviceType', [0, 255], ANY_DEVICE),
    area: areaOf(options),
    fontDots: wholeNumber(options, 'fontDots', [8, 64], 16),
    font: options['font'] === undefined ? null : wholeNumber(options, 'font', [0, 999], 0),
    colours: oneOf(options, 'colours', ['one', 'redGreen']),
    centre: oneOf(options, 'centre', ['card', 'spaces']),
    effect: oneOf(options, 'effect', ['still', 'quick', 'left', 'right', 'up', 'down']),
    speed: wholeNumber(options, 'speed', [0, 255], 0),
    reservedBytes: oneOf(options, 'reservedBytes', ['zero', 'length']),
    clear: oneOf(options, 'clear', ['nothing', 'areas', 'screen']),
    answerTimeoutMs: wholeNumber(options, 'answerTimeoutMs', [50, 10_000], 1500),
    tries: wholeNumber(options, 'tries', [1, 10], 3),
    pollMs: wholeNumber(options, 'pollMs', [200, 600_000], 5000),
    pageMs: wholeNumber(options, 'pageMs', [500, 60_000], 3000),
    brightness: brightnessOf(options['brightness']),
    brightnessForm: oneOf(options, 'brightnessForm', ['short', 'table']),
    lit: litOf(options['lit']),
    sundayIs: clock === 'none' ? null : clock === 'sundayIs7' ? 7 : 0,
  };
}

function areaOf(options: Readonly<Record<string, unknown>>): StripArea {
  return {
    areaId: wholeNumber(options, 'areaId', [0, 254], 0),
    x: wholeNumber(options, 'x', [0, 4095], 0),
    y: wholeNumber(options, 'y', [0, 1023], 0),
    width: wholeNumber(options, 'widthDots', [16, 4096], 128),
    height: wholeNumber(options, 'heightDots', [8, 1024], 16),
  };
}

/** A level, or steps by time of day: 12, or [{"from": "07:00", "level": 12}, {"from": "18:00", "level": 4}]. */
function brightnessOf(value: unknown): readonly BrightnessStep[] {
  if (value === undefined) return [];
  const steps: readonly unknown[] = Array.isArray(value) ? value : [{ from: '00:00', level: value }];
  return steps.map((step) => {
    const { from, level } = (step ?? {}) as { from?: unknown; level?: unknown };
    const fromMinute = minuteFrom(from);
    const isLevel = Number.isInteger(level) && Number(level) >= 1 && Number(level) <= 16;
    if (fromMinute === null || !isLevel) {
      throw new RangeError('brightness must be a level from 1 to 16, or a list of {"from": "HH:MM", "level": 1 to 16}');
    }
    return { fromMinute, level: Number(level) };
  });
}

function litOf(value: unknown): LitHours | null {
  if (value === undefined) return null;
  const { from, to } = (value ?? {}) as { from?: unknown; to?: unknown };
  const [fromMinute, toMinute] = [minuteFrom(from), minuteFrom(to)];
  if (fromMinute === null || toMinute === null || fromMinute === toMinute) {
    throw new RangeError('lit must be {"from": "HH:MM", "to": "HH:MM"}');
  }
  return { fromMinute, toMinute };
}
