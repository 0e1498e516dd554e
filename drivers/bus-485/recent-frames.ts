// What each place on the line said a moment ago: tells a repeat from a new key, and two pads of one address from one pad.

interface HeardFrame {
  readonly bytes: string;
  readonly atMs: number;
}

export interface Heard {
  /** The pad did not hear our acknowledgement and says the same again. */
  readonly isRepeat: boolean;
  /** It repeats what was not its newest frame. A pad waits for its acknowledgement before it says another thing: these are two. */
  readonly isConflict: boolean;
}

export class RecentFrames {
  readonly #windowMs: number;
  /** Newest last; only what lies within the window. */
  readonly #heard = new Map<string, readonly HeardFrame[]>();

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  /** The window of a frame begins anew with every repeat. */
  heard(place: string, bytes: string, nowMs: number): Heard {
    const recent = (this.#heard.get(place) ?? []).filter(({ atMs }) => nowMs - atMs <= this.#windowMs);
    const isRepeat = recent.some((frame) => frame.bytes === bytes);
    const isConflict = isRepeat && recent.at(-1)?.bytes !== bytes;
    this.#heard.set(place, [...recent.filter((frame) => frame.bytes !== bytes), { bytes, atMs: nowMs }]);
    return { isRepeat, isConflict };
  }
}
