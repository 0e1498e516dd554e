// The staff gesture: the four corners of the glass, clockwise from the top left, twice. Nobody does that by accident.

export interface Tap {
  readonly x: number;
  readonly y: number;
  /** Monotonic ms. */
  readonly at: number;
}

const CORNER_PX = 120;
const WITHIN_MS = 10_000;
const CORNERS = ['topLeft', 'topRight', 'bottomRight', 'bottomLeft'] as const;
type Corner = (typeof CORNERS)[number];
const WHOLE = [...CORNERS, ...CORNERS];

/** A function that takes every tap and says with the last one of the gesture that it is whole. A tap elsewhere begins it anew. */
export function cornerGesture(): (tap: Tap, glass: { readonly width: number; readonly height: number }) => boolean {
  let beganAt = 0;
  let done = 0;
  return (tap, glass) => {
    const corner = cornerOf(tap, glass);
    const isNext = corner === WHOLE[done] && (done === 0 || tap.at - beganAt <= WITHIN_MS);
    if (isNext) done += 1;
    else done = corner === WHOLE[0] ? 1 : 0;
    if (done === 1) beganAt = tap.at;
    if (done < WHOLE.length) return false;
    done = 0;
    return true;
  };
}

/** Watches from now on, for as long as the page lives. */
export function watchStaffGesture(glass: Window, onGesture: () => void): void {
  const tapped = cornerGesture();
  glass.addEventListener(
    'pointerdown',
    ({ clientX: x, clientY: y, timeStamp: at }) => {
      const { innerWidth: width, innerHeight: height } = glass;
      if (tapped({ x, y, at }, { width, height })) onGesture();
    },
    { capture: true, passive: true },
  );
}

function cornerOf({ x, y }: Tap, { width, height }: { width: number; height: number }): Corner | null {
  const isLeft = x <= CORNER_PX;
  const isTop = y <= CORNER_PX;
  const isRight = x >= width - CORNER_PX;
  const isBottom = y >= height - CORNER_PX;
  if (isTop && isLeft) return 'topLeft';
  if (isTop && isRight) return 'topRight';
  if (isBottom && isRight) return 'bottomRight';
  return isBottom && isLeft ? 'bottomLeft' : null;
}
