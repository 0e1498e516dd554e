// The settings of one Android pad and of the address that pads dial, checked before anything is opened.
import { oneOf, refuseUnknown, text, wholeNumber } from '../../id-card-reader/setting-checks.ts';
import type { Rating } from '../contract.ts';
import { checkedLevels, type LevelKeys } from '../levels.ts';
import { SPELLINGS, type Spelling } from './codec.ts';
import { LEVEL_SOURCES, type LevelSource } from './level-of.ts';

export interface AndroidPadSettings {
  /** What the pad logs in as. */
  readonly windowNumber: string;
  readonly windowName: string;
  /** From the code that the pad may log in with to the name that it shows; null: any code. */
  readonly users: ReadonlyMap<string, string> | null;
  /** From an answer of the pad to the level it means; answers that are not here record nothing. Makers differ. */
  readonly levels: ReadonlyMap<number, Rating>;
  readonly levelFrom: LevelSource;
  /** How fields are spelled that are sent to the pad. */
  readonly spelling: Spelling;
  /** What the pad shows as the service that is rated. */
  readonly itemText: string;
  /** What RateOperate says to take the form away; empty: nothing is said. */
  readonly resetOperate: string;
  /** Keeps over a restart which ratings were taken; empty: they are known until then. */
  readonly answeredFile: string;
}

/** What pads that dial the same address have in common. */
export interface PadDoorSettings {
  readonly heartBeat: 'answer' | 'unknown';
  /** So often a connection is asked whether it lives; 0: never. */
  readonly pingSeconds: number;
  /** Pages of a browser that may dial; pads that are no page send no origin. */
  readonly origins: readonly string[];
}

/** A default for trials: five stars as five levels. No maker's values are known. */
export const DEMO_LEVELS = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5 } as const;

const KEYS: LevelKeys<number> = {
  words: 'an answer from 1 to 9999',
  example: JSON.stringify(DEMO_LEVELS),
  // 0 is "not answered", so it can mean no level.
  keyOf: (key) => (/^[1-9]\d{0,3}$/.test(key) ? Number(key) : null),
};

const DOOR_SETTINGS = ['heartBeat', 'pingSeconds', 'origins'];
const PAD_SETTINGS = [
  ...['windowNumber', 'windowName', 'users', 'levels', 'levelFrom', 'spelling', 'itemText', 'resetOperate'],
  'answeredFile',
];

type Options = Readonly<Record<string, unknown>>;

/** Throws RangeError naming the first setting that is unknown, missing or out of range. */
export function androidPadSettings(options: Options): { pad: AndroidPadSettings; door: PadDoorSettings } {
  refuseUnknown(options, [...PAD_SETTINGS, ...DOOR_SETTINGS], 'an Android pad');
  const windowNumber = text(options, 'windowNumber', '').trim();
  if (windowNumber === '') throw new RangeError('windowNumber must be the window number that the pad logs in as');
  const pad = {
    windowNumber,
    windowName: text(options, 'windowName', windowNumber),
    users: usersOf(options['users']),
    levels: checkedLevels(options['levels'] ?? DEMO_LEVELS, KEYS),
    levelFrom: oneOf(options, 'levelFrom', LEVEL_SOURCES, 'lowest'),
    spelling: oneOf(options, 'spelling', SPELLINGS, 'code'),
    itemText: text(options, 'itemText', '本次服务'),
    resetOperate: text(options, 'resetOperate', 'Reset'),
    answeredFile: text(options, 'answeredFile', ''),
  };
  const door = {
    heartBeat: oneOf(options, 'heartBeat', ['answer', 'unknown'], 'answer'),
    pingSeconds: wholeNumber(options, 'pingSeconds', [0, 3600], 30),
    origins: originsOf(options['origins']),
  } as const;
  return { pad, door };
}

function usersOf(users: unknown): ReadonlyMap<string, string> | null {
  if (users === undefined) return null;
  const entries = typeof users === 'object' && users !== null ? Object.entries(users) : [];
  if (entries.length === 0 || entries.some(([, name]) => typeof name !== 'string')) {
    throw new RangeError(
      'users must map the codes that may log in to the names that the pad shows, e.g. {"1001": "1001"}',
    );
  }
  return new Map(entries as [string, string][]);
}

function originsOf(origins: unknown): readonly string[] {
  if (origins === undefined) return [];
  if (Array.isArray(origins) && origins.every((origin) => typeof origin === 'string')) return origins;
  throw new RangeError('origins must be a list of texts, e.g. ["http://192.0.2.31"]');
}
