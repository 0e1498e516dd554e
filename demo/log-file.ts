// The demo's own log and that of its hall server: JSON lines in the data folder, cut at the start when they have grown.
import { closeSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const LARGEST_BYTES = 5_000_000;

/** What kiosk-app wants of a log. */
export interface Log {
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
}

/** A descriptor for appending; a file that has grown large becomes `NAME.old`. */
export function openLogFile(folder: string, name: string): number {
  const file = join(folder, name);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_BYTES) renameSync(file, `${file}.old`);
  return openSync(file, 'a', 0o600);
}

export class LogFile {
  readonly #descriptor: number;

  constructor(folder: string, name: string) {
    this.#descriptor = openLogFile(folder, name);
  }

  /** A log whose lines name `who`. */
  for(who: string): Log {
    const write = (level: string) => (facts: object, sentence: string) => {
      const line = { at: new Date().toISOString(), level, who, ...facts, sentence };
      writeSync(this.#descriptor, `${JSON.stringify(line, errorsToo)}\n`);
    };
    return { info: write('info'), warn: write('warn'), error: write('error') };
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

function errorsToo(_key: string, value: unknown): unknown {
  return value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value;
}
