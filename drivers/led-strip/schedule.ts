// When a strip is lit and how brightly, by the time of day of this computer: pure, in minutes since midnight.

/** `from` inclusive, `to` exclusive; over midnight where `to` is earlier. */
export interface LitHours {
  readonly fromMinute: number;
  readonly toMinute: number;
}

export interface BrightnessStep {
  readonly fromMinute: number;
  /** 1 to 16. */
  readonly level: number;
}

export function minuteOfDay(at: Date): number {
  return at.getHours() * 60 + at.getMinutes();
}

export function isLitAt({ fromMinute, toMinute }: LitHours, minute: number): boolean {
  return fromMinute <= toMinute ? minute >= fromMinute && minute < toMinute : minute >= fromMinute || minute < toMinute;
}

/** The level of the newest step; before the day's first one that of the last, which began yesterday. */
export function brightnessAt(steps: readonly BrightnessStep[], minute: number): number | null {
  const ordered = [...steps].sort((a, b) => a.fromMinute - b.fromMinute);
  const begun = ordered.filter(({ fromMinute }) => fromMinute <= minute);
  return (begun.at(-1) ?? ordered.at(-1))?.level ?? null;
}

/** "07:30" in minutes; null for anything else. */
export function minuteFrom(text: unknown): number | null {
  const match = typeof text === 'string' ? /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) : null;
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
}
