// One form that an installer has filled in: read, checked with the hall, written. The same for every host.
import type { Log } from '../log.ts';
import { checkWithHall } from './check-with-hall.ts';
import type { Mistakes } from './first-start-page.ts';
import { AlreadySetUp, readSettings, writeSettings } from './settings.ts';
import type { FirstStartHost, HostSettings } from './settings.ts';
import { FIRST_START_TEXTS as TEXTS } from '../texts.ts';

export interface TakeSettingsParts {
  /** The `terminal.json` that is to be. */
  readonly file: string;
  readonly host: FirstStartHost;
  readonly own: HostSettings;
  readonly log: Log;
}

/** No mistakes: the terminal is set up, and its configuration lies on the disk. */
export async function takeSettings(form: URLSearchParams, parts: TakeSettingsParts): Promise<Mistakes> {
  const { file, host, own, log } = parts;
  const read = readSettings(form, host);
  if (!read.ok) return new Map(read.fields.map((field) => [field, TEXTS.mistakes[field]]));
  const problem = await checkWithHall(read.settings);
  if (problem !== null) return new Map([['whole', TEXTS.problems[problem]]]);
  try {
    await writeSettings(file, read.settings, own);
  } catch (error) {
    if (error instanceof AlreadySetUp) return new Map([['whole', TEXTS.alreadySetUp]]);
    log.error({ err: error }, 'The first settings cannot be written');
    return new Map([['whole', TEXTS.cannotWrite]]);
  }
  log.info({ role: read.settings.role, terminalId: read.settings.terminalId }, 'This terminal is set up');
  return new Map();
}
