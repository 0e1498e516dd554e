// The ratings that were taken of one Android pad, newest last, so that one submitted again is answered alike: over a restart too, where a file is named.
import { readKeptFile, writeKeptFile } from '../../kept-file.ts';

const REMEMBERED = 64;

export class AnsweredRatings {
  readonly #file: string;
  readonly #rateIds: Set<string>;

  /** Empty `file`: in memory only. A file that is not there yet, or not ours, is an empty list. */
  constructor(file: string) {
    this.#file = file;
    this.#rateIds = new Set(file === '' ? [] : readRateIds(file));
  }

  has(rateId: string): boolean {
    return this.#rateIds.has(rateId);
  }

  add(rateId: string): void {
    this.#rateIds.add(rateId);
    for (const oldest of this.#rateIds) {
      if (this.#rateIds.size <= REMEMBERED) break;
      this.#rateIds.delete(oldest);
    }
    this.#keep();
  }

  /** Asked once more, it may be answered once more. */
  delete(rateId: string): void {
    if (this.#rateIds.delete(rateId)) this.#keep();
  }

  /** On a disk that takes nothing it goes on in memory: what is lost is one answer after a restart, and whoever keeps the ratings says so. */
  #keep(): void {
    if (this.#file !== '') writeKeptFile(this.#file, [...this.#rateIds]);
  }
}

function readRateIds(file: string): string[] {
  const value = readKeptFile(file);
  const isOurs = Array.isArray(value) && value.every((each) => typeof each === 'string');
  return isOurs ? value.slice(-REMEMBERED) : [];
}
