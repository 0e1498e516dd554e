// How many rows of a fixed height a list has room for: a list is never cut through a row and never scrolls.
import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

/** Whole rows of `rowPx` in the element beside `keptPx` for what stands below them; 0 until it has been laid out. */
export function useRowsThatFit(element: RefObject<HTMLElement | null>, rowPx: number, keptPx: number): number {
  const [rows, setRows] = useState(0);
  useLayoutEffect(() => {
    const box = element.current;
    if (box === null) return undefined;
    const measure = (): void => setRows(Math.max(0, Math.floor((box.clientHeight - keptPx) / rowPx)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [element, rowPx, keptPx]);
  return rows;
}
