// Waits until nobody is being served, but not for ever.

const LOOK_EVERY_MS = 500;

/** `work` is run once: at once where nobody is served, else as soon as they have left, at the latest after `longestMs`. */
export function whenFree(isServing: () => boolean, longestMs: number, work: () => void): void {
  if (!isServing()) {
    work();
    return;
  }
  const until = performance.now() + longestMs;
  const look = setInterval(() => {
    if (isServing() && performance.now() < until) return;
    clearInterval(look);
    work();
  }, LOOK_EVERY_MS);
}
