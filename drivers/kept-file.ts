// A small JSON file that a driver keeps over restarts: swapped in whole, and never a reason to stop.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What is in it, unchecked; null for a file that is not there, cannot be read, or is no JSON. */
export function readKeptFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

/** False on a disk that takes nothing. */
export function writeKeptFile(file: string, value: unknown): boolean {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(value), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}
