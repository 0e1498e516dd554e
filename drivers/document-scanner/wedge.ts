// Tells a scanner that types like a keyboard from a person who types, by the time between keys (docs/protocols/document-scanner.md,
// "Keyboard wedge"). Pure: on key events with their times; the page gives it the keys and tells it when nothing more came.
import { CodeCollector, MAX_CODE_CHARACTERS } from './code-collector.ts';
import type { Scanned, ScannerKey } from './contract.ts';

export interface WedgeSettings {
  readonly prefix: string;
  /** The key that ends a line, as in KeyboardEvent.key: `Enter`, `Tab`; null where the scanner sends none. */
  readonly endKey: string | null;
  /** Longest time between two keys of a scanner. A person's fastest keys are slower. */
  readonly maxGapMs: number;
  /** Fewer characters in a row are a person's. */
  readonly minCharacters: number;
}

/** Defaults, not promises: scanners differ, and many let the time between keys be set. */
export const WEDGE_DEFAULTS: WedgeSettings = { prefix: '', endKey: 'Enter', maxGapMs: 50, minCharacters: 4 };

export interface WedgeResult {
  readonly scanned: readonly Scanned[];
  /** Keys that turned out to be a person's, in order: to be given to the page. */
  readonly typed: readonly string[];
}

/** Keys that a scanner presses beside its characters. */
const MODIFIERS = ['Shift', 'CapsLock'];

export class WedgeDetector {
  readonly #settings: WedgeSettings;
  readonly #collector: CodeCollector;
  #held: string[] = [];
  #lastAtMs = Number.NEGATIVE_INFINITY;

  constructor(settings: Partial<WedgeSettings> = {}) {
    this.#settings = { ...WEDGE_DEFAULTS, ...settings };
    this.#collector = new CodeCollector(this.#settings.prefix);
  }

  /** After `maxGapMs` without a key call `idle`. */
  key({ key, atMs }: ScannerKey): WedgeResult {
    if (MODIFIERS.includes(key)) return NOTHING;
    const before = atMs - this.#lastAtMs > this.#settings.maxGapMs ? this.idle() : NOTHING;
    this.#lastAtMs = atMs;
    return both(before, this.#take(key));
  }

  /** Nothing came for longer than `maxGapMs`. */
  idle(): WedgeResult {
    const isScan = this.#settings.endKey === null && this.#isScan;
    const ended = isScan ? this.#end() : this.#release();
    return both(ended, { scanned: this.#collector.idle(), typed: [] });
  }

  get #isScan(): boolean {
    return this.#held.length >= this.#settings.minCharacters;
  }

  #take(key: string): WedgeResult {
    if (key === this.#settings.endKey) return this.#isScan ? this.#end() : both(this.#release(), typed([key]));
    const isCharacter = /^.$/su.test(key);
    if (!isCharacter) return both(this.#release(), typed([key]));
    this.#held.push(key);
    // A key that is held down repeats as fast as a scanner types, and without end.
    return this.#held.length > 2 * MAX_CODE_CHARACTERS ? this.#release() : NOTHING;
  }

  #end(): WedgeResult {
    const text = this.#held.join('');
    this.#held = [];
    return { scanned: this.#collector.take(text), typed: [] };
  }

  #release(): WedgeResult {
    const keys = this.#held;
    this.#held = [];
    return typed(keys);
  }
}

const NOTHING: WedgeResult = { scanned: [], typed: [] };

function typed(keys: readonly string[]): WedgeResult {
  return { scanned: [], typed: keys };
}

function both(first: WedgeResult, second: WedgeResult): WedgeResult {
  return { scanned: [...first.scanned, ...second.scanned], typed: [...first.typed, ...second.typed] };
}
