// The settings of one ESC/POS printer, with the defaults of an 80 mm kiosk mechanism, checked before anything is opened.
import { MAX_WIDTH_DOTS, MIN_WIDTH_DOTS, type PaperSettings } from './paper-settings.ts';

export interface EscposSettings extends PaperSettings {
  /** `none` for a printer behind a write-only line: it is always ready, and what no mark confirms stays `unknown`. */
  readonly statusReplies: 'required' | 'none';
  /** `processId` asks by GS ( H and falls back to the fence; `fence` sends GS r alone, for printers that print GS ( H as rubbish. */
  readonly completion: 'processId' | 'fence';
  readonly pollIntervalMs: number;
  readonly statusTimeoutMs: number;
  /** From the last byte on the line to the completion mark; the time on the line itself is added by its speed. */
  readonly printTimeoutMs: number;
  /** How long a process id may come behind the fence's reply before the fence alone is believed. */
  readonly idGraceMs: number;
}

export const ESCPOS_DEFAULTS: EscposSettings = {
  widthDots: 576,
  charset: 'gb18030',
  cut: 'partial',
  statusReplies: 'required',
  completion: 'processId',
  pollIntervalMs: 2000,
  statusTimeoutMs: 500,
  printTimeoutMs: 15_000,
  idGraceMs: 2000,
};

const CHOICES: Readonly<Record<string, readonly unknown[]>> = {
  charset: ['gb18030', 'gbk'],
  cut: ['partial', 'full', 'oldPartial', 'oldFull', 'none'],
  statusReplies: ['required', 'none'],
  completion: ['processId', 'fence'],
};

const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  widthDots: [MIN_WIDTH_DOTS, MAX_WIDTH_DOTS],
  pollIntervalMs: [10, 60_000],
  statusTimeoutMs: [10, 10_000],
  printTimeoutMs: [10, 300_000],
  idGraceMs: [0, 60_000],
};

/** What is wrong with a setting, as a sentence that names it; null when nothing is. */
function wrongSetting(name: string, value: unknown): string | null {
  const choices = CHOICES[name];
  if (choices !== undefined) {
    return choices.includes(value) ? null : `${name} must be one of ${choices.join(', ')}`;
  }
  const range = RANGES[name];
  if (range === undefined) return `${name} is not a setting of an ESC/POS printer`;
  const [least, most] = range;
  const isRight = Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
  return isRight ? null : `${name} must be a whole number from ${least} to ${most}`;
}

/** Defaults filled in. Throws RangeError naming the first setting that is unknown or out of range. */
export function escposSettings(options: Readonly<Record<string, unknown>>): EscposSettings {
  for (const [name, value] of Object.entries(options)) {
    const wrong = wrongSetting(name, value);
    if (wrong !== null) throw new RangeError(wrong);
  }
  // Every name and value was just checked against the two tables above.
  return { ...ESCPOS_DEFAULTS, ...(options as Partial<EscposSettings>) };
}
