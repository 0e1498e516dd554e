// The bar's place and form on disk, so that it stands tomorrow where it stood today.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { CallerForm } from '../../wire/caller.ts';
import type { Log } from '../log.ts';

const Hold = z.union([z.enum(['start', 'end']), z.number().min(0).max(1)]);

export const KeptBar = z.strictObject({
  place: z.strictObject({ displayId: z.number(), across: Hold, down: Hold }),
  form: CallerForm,
});
export type KeptBar = z.infer<typeof KeptBar>;

/** Null where there is none, and where it cannot be understood: then the bar begins at its first place. */
export function readKeptBar(file: string, log: Log): KeptBar | null {
  try {
    return KeptBar.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isMissing) log.warn({ file, err: error }, 'The bar’s place could not be read');
    return null;
  }
}

/** Swapped in whole. A disk that is full or broken is said, and the work goes on. */
export function keepBar(file: string, bar: KeptBar, log: Log): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.next`, JSON.stringify(bar), { mode: 0o600 });
    renameSync(`${file}.next`, file);
  } catch (error) {
    log.warn({ file, err: error }, 'The bar’s place could not be kept');
  }
}
