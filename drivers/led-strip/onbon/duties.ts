// What one Onbon strip should be told next: decided from what it has taken so far and the time; sends nothing itself.
import type { StripColour } from '../contract.ts';
import { brightnessAt, isLitAt, minuteOfDay } from '../schedule.ts';
import { clearScreen, deleteAllAreas, ping, setBrightness, setClock, setPower, showText } from './commands.ts';
import { CENTRED, FROM_THE_LEFT, pageText, shownPage } from './page-text.ts';
import type { OnbonSettings } from './settings.ts';

export interface Duty {
  readonly kind: 'clear' | 'text' | 'ping' | 'power' | 'brightness' | 'clock';
  /** The data of its frame. */
  readonly data: Uint8Array;
  /** Somebody stands before the strip and waits for it. */
  readonly isUrgent: boolean;
  /** What the strip is like once it has taken it, as text to compare. */
  readonly makes: string;
}

/** A strip that lost power for a moment and answers again in time is put right in power, brightness and clock within this. */
const SETTINGS_AGAIN_MS = 600_000;

export class Duties {
  readonly #settings: OnbonSettings;
  readonly #wallClock: () => Date;
  #wanted: { readonly pages: readonly string[]; readonly colour: StripColour } | null = null;
  #page = 0;
  /** Newest thing taken of each kind, and those refused; empty for a strip that is out of reach. */
  readonly #made = new Map<Duty['kind'], string>();
  readonly #refused = new Set<Duty['kind']>();
  /** When the text, or a ping in its place, is due again. */
  #roundAtMs = -Infinity;
  #settingsAtMs = -Infinity;
  #isNews = false;

  constructor(settings: OnbonSettings, wallClock: () => Date) {
    this.#settings = settings;
    this.#wallClock = wallClock;
  }

  get nextDueAtMs(): number {
    return this.#roundAtMs;
  }

  get isRefused(): boolean {
    return this.#refused.size > 0;
  }

  get shown(): readonly string[] | null {
    return this.#made.has('text') ? (this.#wanted?.pages.map(shownPage) ?? null) : null;
  }

  show(pages: readonly string[], colour: StripColour): void {
    const isSame = this.#wanted?.pages.join('\n') === pages.join('\n') && this.#wanted.colour === colour;
    if (isSame) return;
    this.#wanted = { pages, colour };
    this.#page = 0;
    this.#isNews = true;
    this.#made.delete('text');
    this.#roundAtMs = -Infinity;
  }

  /** The strip is out of reach: nothing is known of it any more. It is asked again one poll after `nowMs`. */
  lost(nowMs: number): void {
    this.#made.clear();
    this.#refused.clear();
    this.#page = 0;
    this.#isNews = false;
    this.#roundAtMs = nowMs + this.#settings.pollMs;
  }

  /** First what people read, then how it is lit. Null when all is as it should be until `nextDueAtMs`. */
  due(nowMs: number): Duty | null {
    const isReached = this.#made.size > 0 || this.#refused.size > 0;
    if (nowMs < this.#roundAtMs && !isReached) return null;
    const isRound = nowMs >= this.#roundAtMs;
    return this.#clearing() ?? (isRound ? this.#round() : null) ?? (isReached ? this.#setting(nowMs) : null);
  }

  answered({ kind, makes }: Duty, isTaken: boolean, nowMs: number): void {
    // A refusal is told, and asked for again only when something else is wanted or the strip was lost.
    this.#made.set(kind, makes);
    if (isTaken) this.#refused.delete(kind);
    else this.#refused.add(kind);
    if (kind !== 'text' && kind !== 'ping') return;
    const pageCount = this.#wanted?.pages.length ?? 0;
    if (kind === 'text' && pageCount > 1) this.#page = (this.#page + 1) % pageCount;
    this.#isNews = false;
    this.#roundAtMs = nowMs + (pageCount > 1 ? this.#settings.pageMs : this.#settings.pollMs);
  }

  #clearing(): Duty | null {
    const { clear, reservedBytes } = this.#settings;
    if (clear === 'nothing' || this.#made.has('clear')) return null;
    const data = clear === 'areas' ? deleteAllAreas(reservedBytes) : clearScreen();
    return { kind: 'clear', data, isUrgent: this.#isNews, makes: clear };
  }

  #round(): Duty {
    const wanted = this.#wanted;
    if (wanted === null) return { kind: 'ping', data: ping(), isUrgent: false, makes: '' };
    const { area, effect, speed, pageMs, centre, reservedBytes } = this.#settings;
    const text = pageText(wanted.pages[this.#page] ?? '', wanted.colour, this.#settings);
    const alignment = centre === 'card' ? CENTRED : FROM_THE_LEFT;
    const data = showText({ area, effect, speed, stayMs: pageMs, alignment, text }, reservedBytes);
    return { kind: 'text', data, isUrgent: this.#isNews || wanted.pages.length > 1, makes: '' };
  }

  #setting(nowMs: number): Duty | null {
    if (nowMs >= this.#settingsAtMs) {
      for (const kind of ['power', 'brightness', 'clock'] as const) this.#made.delete(kind);
      this.#settingsAtMs = nowMs + SETTINGS_AGAIN_MS;
    }
    const { lit, brightness, brightnessForm, sundayIs, reservedBytes } = this.#settings;
    const at = this.#wallClock();
    const minute = minuteOfDay(at);
    const isLit = lit === null ? null : isLitAt(lit, minute);
    if (isLit !== null && this.#made.get('power') !== String(isLit)) {
      return { kind: 'power', data: setPower(isLit, reservedBytes), isUrgent: false, makes: String(isLit) };
    }
    const level = brightnessAt(brightness, minute);
    if (level !== null && this.#made.get('brightness') !== String(level)) {
      const data = setBrightness(level, brightnessForm, reservedBytes);
      return { kind: 'brightness', data, isUrgent: false, makes: String(level) };
    }
    if (sundayIs !== null && this.#made.get('clock') !== at.toDateString()) {
      const data = setClock(at, sundayIs, reservedBytes);
      return { kind: 'clock', data, isUrgent: false, makes: at.toDateString() };
    }
    return null;
  }
}
