// Words in a box that cannot grow: they keep their size while they fit, and shrink before they would be cut.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

/** Below this nobody reads it: longer words scroll inside their box. */
const LEAST_PERCENT = 60;
const STEP_PERCENT = 5;

interface FitWordsProps {
  /** Gives the box its height and width, and its font size in full. */
  readonly className: string;
  readonly children: ReactNode;
}

export function FitWords({ className, children }: FitWordsProps): ReactElement {
  const box = useRef<HTMLSpanElement>(null);
  useFontsLoaded();
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    element.style.overflowY = 'hidden';
    for (let percent = 100; percent >= LEAST_PERCENT; percent -= STEP_PERCENT) {
      element.style.setProperty('--fit', String(percent / 100));
      if (fits(element)) return;
    }
    element.style.overflowY = 'auto';
  });
  return (
    <span ref={box} className={`fit-words ${className}`}>
      {children}
    </span>
  );
}

/** Lines are closer together than the font's own box is high: less than half a line too much is no line too much. */
function fits(element: HTMLElement): boolean {
  const slackPx = parseFloat(getComputedStyle(element).fontSize) / 2;
  return element.scrollHeight - element.clientHeight < slackPx && element.scrollWidth <= element.clientWidth;
}

/** Renders once more when the fonts are there: measured before, words have another width. */
function useFontsLoaded(): void {
  const [, setIsLoaded] = useState(false);
  useEffect(() => {
    let isGone = false;
    void document.fonts.ready.then(() => {
      if (!isGone) setIsLoaded(true);
    });
    return () => {
      isGone = true;
    };
  }, []);
}
