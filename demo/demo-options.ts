// The command line of the demo, checked: a mistake is a sentence.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DemoCannotStart } from './demo-cannot-start.ts';

export interface DemoOptions {
  /** Absolute. */
  readonly dataFolder: string;
  /** Null: the usual port, or the next free one. */
  readonly landingPort: number | null;
  /** Every ticket gets a QR symbol, whose link the bench opens in this computer's browser. */
  readonly hasPhonePage: boolean;
}

export const REPOSITORY = join(import.meta.dirname, '..');
const USAGE = 'Usage: npm start -- [--data DIR] [--port P] [--phone-page]';

/** Throws DemoCannotStart. */
export function demoOptions(argv: readonly string[]): DemoOptions {
  const { data, port, 'phone-page': hasPhonePage = false } = parsed(argv);
  const landingPort = port === undefined ? null : Number(port);
  if (landingPort !== null && !(Number.isInteger(landingPort) && landingPort >= 1 && landingPort <= 65_535)) {
    throw new DemoCannotStart(`--port must be a whole number from 1 to 65535, not "${port ?? ''}". ${USAGE}`);
  }
  const dataFolder = data === undefined ? join(REPOSITORY, 'hall-data') : resolve(data);
  return { dataFolder, landingPort, hasPhonePage };
}

function parsed(argv: readonly string[]) {
  try {
    const options = { data: { type: 'string' }, port: { type: 'string' }, 'phone-page': { type: 'boolean' } } as const;
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    throw new DemoCannotStart(`${error instanceof Error ? error.message : 'The options cannot be read.'} ${USAGE}`, {
      cause: error,
    });
  }
}
