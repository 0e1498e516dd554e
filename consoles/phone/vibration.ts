// The phone shakes where its browser lets it; no text promises it, and nothing depends on it.

/** Pattern in ms, on and off in turn. Some browsers do not know it, some allow it only after a touch. */
export function shake(patternMs: readonly number[]): void {
  if ('vibrate' in navigator) navigator.vibrate([...patternMs]);
}
