// A trembling or hurried finger: a second tap within 600 ms does nothing, least of all on the page that the first one brought.

/** screens.md, touch. */
export const SECOND_TAP_MS = 600;

export interface TapGuard {
  /** For what leads to another page: it shuts everything for a moment. */
  readonly page: <Given extends readonly unknown[]>(act: (...given: Given) => void) => (...given: Given) => void;
  /** For one of many: the same one again is ignored, another is taken. */
  readonly each: (act: (which: number) => void) => (which: number) => void;
}

/** `nowMs` is monotonic. */
export function tapGuard(nowMs: () => number): TapGuard {
  let pageAt = -Infinity;
  let last = { which: NaN, at: -Infinity };
  const isShut = (): boolean => nowMs() - pageAt < SECOND_TAP_MS;
  return {
    page:
      (act) =>
      (...given) => {
        if (isShut()) return;
        pageAt = nowMs();
        act(...given);
      },
    each: (act) => (which) => {
      const now = nowMs();
      if (isShut() || (last.which === which && now - last.at < SECOND_TAP_MS)) return;
      last = { which, at: now };
      act(which);
    },
  };
}
