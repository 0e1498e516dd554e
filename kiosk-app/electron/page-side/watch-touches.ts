// Tells now and then that somebody is at the page: an update waits until nobody is.

const AT_MOST_EVERY_MS = 5_000;

export function watchTouches(glass: Window, tell: () => void): void {
  let toldAt = -AT_MOST_EVERY_MS;
  const touched = ({ timeStamp }: Event): void => {
    if (timeStamp - toldAt < AT_MOST_EVERY_MS) return;
    toldAt = timeStamp;
    tell();
  };
  for (const name of ['pointerdown', 'keydown'] as const)
    glass.addEventListener(name, touched, { capture: true, passive: true });
}
