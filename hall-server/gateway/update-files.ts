// Small files of the update folder, written whole or not at all, and read back as what they must be.
import { open, readFile, rename } from 'node:fs/promises';
import type { z } from 'zod';

/** On disk under its own name when it resolves; a power cut leaves the old file or the new one. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const next = `${file}.next`;
  const handle = await open(next, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(next, file);
}

/** Null for a file that is not there. Throws for one that cannot be read or understood: an administrator must look. */
export async function readWhole<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (text === null) return null;
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`${file} cannot be understood; move it away and start again`, { cause: error });
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
