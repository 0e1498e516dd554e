// From the lines that a scanner sends to what was scanned: takes the prefix off, puts the lines of a machine-readable
// zone together. Pure. Lines of an unfinished zone hold a name: they are dropped, never handed on as a code.
import type { Scanned } from './contract.ts';
import { mrzLineCount, readMrz } from './mrz.ts';

export const MAX_CODE_CHARACTERS = 512;

export class CodeCollector {
  readonly #prefix: string;
  #lines: string[] = [];

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** One line, without its end; an empty one says nothing. Several lines may come as one text. */
  take(text: string): Scanned[] {
    return text.split(/[\r\n]+/).flatMap((line) => (line === '' ? [] : this.#takeLine(line)));
  }

  /** The scanner has fallen silent. */
  idle(): Scanned[] {
    if (this.#lines.length === 0) return [];
    this.#lines = [];
    return [{ kind: 'unreadable', reason: 'incomplete' }];
  }

  #takeLine(line: string): Scanned[] {
    const isGoingOn = this.#lines.length > 0 && line.length === this.#lines[0]?.length;
    if (isGoingOn) return this.#add(line);
    const before = this.idle();
    if (!line.startsWith(this.#prefix)) return [...before, { kind: 'unreadable', reason: 'prefix' }];
    const text = line.slice(this.#prefix.length);
    if (text === '') return before;
    if (text.length > MAX_CODE_CHARACTERS) return [...before, { kind: 'unreadable', reason: 'tooLong' }];
    if (mrzLineCount(text) > 1) return [...before, ...this.#add(text)];
    return [...before, scannedOf([text]) ?? { kind: 'code', text }];
  }

  #add(line: string): Scanned[] {
    this.#lines.push(line);
    if (this.#lines.length < mrzLineCount(this.#lines[0] ?? '')) return [];
    const lines = this.#lines;
    this.#lines = [];
    return [scannedOf(lines) ?? { kind: 'unreadable', reason: 'incomplete' }];
  }
}

function scannedOf(lines: readonly string[]): Scanned | null {
  const verdict = readMrz(lines);
  if (verdict === null) return null;
  return verdict === 'checkDigit' ? { kind: 'unreadable', reason: 'checkDigit' } : { kind: 'document', ...verdict };
}
