// The settings of one ESC/POS printer, with the defaults of an 80 mm kiosk mechanism, checked before anything is opened.
import { MAX_WIDTH_DOTS, MIN_WIDTH_DOTS, PAPER_DEFAULTS, type PaperSettings } from './paper-settings.ts';

/** What the printer can say of itself; sets `statusReplies` and `completion` where these are not set themselves. */
export type PrinterProfile = 'full' | 'noProcessId' | 'statusOnly' | 'writeOnly';

export interface EscposSettings extends PaperSettings {
  readonly profile: PrinterProfile;
  /** `none` for a printer behind a write-only line: it is always ready, and what no mark confirms stays `unknown`. */
  readonly statusReplies: 'required' | 'none';
  /**
   * `processId` asks by GS ( H and falls back to the fence; `fence` sends GS r alone, for printers that print GS ( H as rubbish; `none`
   * sends neither: a job that nothing speaks against is `assumed`.
   */
  readonly completion: 'processId' | 'fence' | 'none';
  readonly pollIntervalMs: number;
  readonly statusTimeoutMs: number;
  /** From the last byte on the line to the completion mark; the time on the line itself is added by its speed. */
  readonly printTimeoutMs: number;
  /** How long a process id may come behind the fence's reply before the fence alone is believed. */
  readonly idGraceMs: number;
  /** With `completion: none`: how long after its last byte on the line a ticket is given for trouble to show. */
  readonly assumeAfterMs: number;
  readonly fontFile: string;
  readonly logoFile: string;
  /** Length of a new roll, for the estimate of what is left; 0: no estimate. */
  readonly rollMm: number;
  /** Where the count of paper is kept over a restart; empty: it is not. */
  readonly paperFile: string;
}

const PROFILES: Record<PrinterProfile, Pick<EscposSettings, 'statusReplies' | 'completion'>> = {
  full: { statusReplies: 'required', completion: 'processId' },
  noProcessId: { statusReplies: 'required', completion: 'fence' },
  statusOnly: { statusReplies: 'required', completion: 'none' },
  writeOnly: { statusReplies: 'none', completion: 'none' },
};

export const ESCPOS_DEFAULTS: EscposSettings = {
  ...PAPER_DEFAULTS,
  profile: 'full',
  ...PROFILES.full,
  pollIntervalMs: 2000,
  statusTimeoutMs: 500,
  printTimeoutMs: 15_000,
  idGraceMs: 2000,
  assumeAfterMs: 5000,
  fontFile: '',
  logoFile: '',
  rollMm: 0,
  paperFile: '',
};

const CHOICES: Readonly<Record<string, readonly unknown[]>> = {
  charset: ['gb18030', 'gbk', 'gb2312'],
  cut: ['partial', 'full', 'plainPartial', 'plainFull', 'oldPartial', 'oldFull', 'none'],
  resync: ['nul', 'none'],
  qr: ['native', 'raster'],
  buzzer: ['none', 'escB', 'epson'],
  presenter: ['none', 'gsE'],
  statusBlocks: ['unasked', 'asked'],
  profile: ['full', 'noProcessId', 'statusOnly', 'writeOnly'],
  statusReplies: ['required', 'none'],
  completion: ['processId', 'fence', 'none'],
};

const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  widthDots: [MIN_WIDTH_DOTS, MAX_WIDTH_DOTS],
  cutFeedDots: [0, 255],
  logoSlot: [0, 255],
  buzzerCount: [1, 9],
  presenterSteps: [1, 255],
  pollIntervalMs: [10, 60_000],
  statusTimeoutMs: [10, 10_000],
  printTimeoutMs: [10, 300_000],
  idGraceMs: [0, 60_000],
  assumeAfterMs: [10, 60_000],
  rollMm: [0, 500_000],
};

const TEXTS: readonly string[] = ['fontFile', 'logoFile', 'paperFile'];
const LONGEST_TEXT = 1000;

/** What is wrong with a setting, as a sentence that names it; null when nothing is. */
function wrongSetting(name: string, value: unknown): string | null {
  const choices = CHOICES[name];
  if (choices !== undefined) {
    return choices.includes(value) ? null : `${name} must be one of ${choices.join(', ')}`;
  }
  if (TEXTS.includes(name)) {
    const isRight = typeof value === 'string' && value.length <= LONGEST_TEXT;
    return isRight ? null : `${name} must be the path of a file`;
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
  // Every name and value was just checked against the tables above.
  const given = options as Partial<EscposSettings>;
  return { ...ESCPOS_DEFAULTS, ...PROFILES[given.profile ?? 'full'], ...given };
}

/** Of options as the configuration has them, checked or not: this printer is never asked how it is. */
export function isNeverAsked({ profile, statusReplies }: Readonly<Record<string, unknown>>): boolean {
  return statusReplies === undefined ? profile === 'writeOnly' : statusReplies === 'none';
}
