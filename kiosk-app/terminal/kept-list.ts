// A short list that outlives the process: what the hall has not answered yet. Written whole, swapped in atomically.
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Log } from './log.ts';

/** Items are named by `requestId`; at most a handful are open at a time, so every change writes the whole file. */
export class KeptList<T extends { readonly requestId: string }> {
  readonly #file: string;
  readonly #log: Log;
  readonly #items = new Map<string, T>();

  /** A file that cannot be understood is moved aside (`.bad`), said, and the list begins empty. Throws where the disk does. */
  constructor(file: string, schema: z.ZodType<T>, log: Log) {
    this.#file = file;
    this.#log = log;
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    for (const item of readItems(file, schema, log)) this.#items.set(item.requestId, item);
  }

  items(): readonly T[] {
    return [...this.#items.values()];
  }

  /**
   * On disk when it returns. On a full or broken disk it is said and kept in memory only: people go on being served,
   * and what is lost is the protection against a restart at this very moment.
   */
  put(item: T): void {
    this.#items.set(item.requestId, item);
    this.#write();
  }

  remove(requestId: string): void {
    if (this.#items.delete(requestId)) this.#write();
  }

  #write(): void {
    try {
      this.#replaceFile();
    } catch (error) {
      this.#log.error({ file: this.#file, err: error }, 'Requests cannot be kept on disk');
    }
  }

  #replaceFile(): void {
    const next = `${this.#file}.next`;
    const handle = openSync(next, 'w', 0o600);
    try {
      writeSync(handle, JSON.stringify(this.items()));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(next, this.#file);
  }
}

function readItems<T>(file: string, schema: z.ZodType<T>, log: Log): T[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  const parsed = z.array(schema).safeParse(jsonOrNull(text));
  if (parsed.success) return parsed.data;
  renameSync(file, `${file}.bad`);
  log.error({ file: `${file}.bad` }, 'Kept requests could not be read; the file was moved aside');
  return [];
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // refused by the schema, which says so
  }
}
