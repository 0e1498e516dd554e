// The command line of the hall server, checked: a mistake is a sentence, not a stack trace.
import { parseArgs } from 'node:util';

export interface ServerOptions {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly configFile: string | null;
  readonly importConfig: boolean;
  /** Epoch ms; null: the machine's clock. */
  readonly clockStart: number | null;
  readonly clockSpeed: number;
  readonly pagesFolder: string;
}

export class OptionMistake extends Error {
  override readonly name = 'OptionMistake';
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Throws OptionMistake. */
export function serverOptions(argv: readonly string[], pagesFolder: string): ServerOptions {
  const values = parsed(argv);
  const host = values.host ?? '127.0.0.1';
  const clockSpeed = numberIn(values['clock-speed'] ?? '1', '--clock-speed', 0.001, 100_000);
  if (values['import-config'] === true && values.config === undefined) {
    throw new OptionMistake('--import-config needs --config FILE: the configuration to take.');
  }
  const clockStart = values['clock-start'] === undefined ? null : instant(values['clock-start']);
  if ((clockStart !== null || clockSpeed !== 1) && !LOOPBACK.has(host)) {
    throw new OptionMistake(
      '--clock-start and --clock-speed are for replays on this machine only: leave --host at 127.0.0.1.',
    );
  }
  if (values.data === undefined) throw new OptionMistake('--data DIR is needed: the folder that holds the hall.');
  return {
    host,
    port: wholeNumberIn(values.port ?? '8080', '--port', 0, 65_535),
    dataFolder: values.data,
    configFile: values.config ?? null,
    importConfig: values['import-config'] ?? false,
    clockStart,
    clockSpeed,
    pagesFolder: values.pages ?? pagesFolder,
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        host: { type: 'string' },
        port: { type: 'string' },
        data: { type: 'string' },
        config: { type: 'string' },
        'import-config': { type: 'boolean' },
        'clock-start': { type: 'string' },
        'clock-speed': { type: 'string' },
        pages: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new OptionMistake(error instanceof Error ? error.message : 'The options cannot be read.', { cause: error });
  }
}

function wholeNumberIn(text: string, option: string, least: number, most: number): number {
  const value = numberIn(text, option, least, most);
  if (!Number.isInteger(value)) throw new OptionMistake(`${option} must be a whole number, not "${text}".`);
  return value;
}

function numberIn(text: string, option: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= least && value <= most)) {
    throw new OptionMistake(`${option} must be a number from ${least} to ${most}, not "${text}".`);
  }
  return value;
}

/** The end of the year 9999: beyond it no calendar of ours has a day. */
const LATEST_INSTANT = Date.UTC(9999, 11, 31);

function instant(text: string): number {
  const at = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  if (!(at >= 0 && at <= LATEST_INSTANT))
    throw new OptionMistake(`--clock-start must be epoch milliseconds or an ISO instant, not "${text}".`);
  return at;
}
