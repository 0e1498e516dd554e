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

export interface RecentFramesOptions {
  /** The newest frame said again within this time is a repeat. The window begins anew with every one. */
  readonly repeatMs: number;
  /** An older frame said again within this time is another pad's repeat; later it is a key pressed again. */
  readonly conflictMs: number;
}

export class RecentFrames {
  readonly #repeatMs: number;
  readonly #conflictMs: number;
  /** Newest last. */
  readonly #heard = new Map<string, readonly HeardFrame[]>();

  constructor({ repeatMs, conflictMs }: RecentFramesOptions) {
    this.#repeatMs = repeatMs;
    this.#conflictMs = conflictMs;
  }

  heard(place: string, bytes: string, nowMs: number): Heard {
    const before = this.#heard.get(place) ?? [];
    const newest = before.at(-1);
    const older = before.slice(0, -1).filter(({ atMs }) => nowMs - atMs <= this.#conflictMs);
    const isNewest = newest?.bytes === bytes && nowMs - newest.atMs <= this.#repeatMs;
    const isConflict = !isNewest && older.some((frame) => frame.bytes === bytes);
    const others = [...older, ...(newest === undefined ? [] : [newest])].filter((frame) => frame.bytes !== bytes);
    this.#heard.set(place, [...others, { bytes, atMs: nowMs }]);
    return { isRepeat: isNewest || isConflict, isConflict };
  }
}
