// Whoever works with keys finds the focus on the next page too; whoever touches never sees it jump.
import { useEffect, useRef } from 'react';

/** On every change of `page` or `overlay` that followed a key, the first control that can be used takes the focus. */
export function useKeyboardFocus(page: object, overlay: string | null): void {
  const wasKey = useRef(false);

  useEffect(() => {
    const onKey = (): void => {
      wasKey.current = true;
    };
    const onPointer = (): void => {
      wasKey.current = false;
    };
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('pointerdown', onPointer, true);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('pointerdown', onPointer, true);
    };
  }, []);

  useEffect(() => {
    if (!wasKey.current) return;
    const hasFocus = document.activeElement !== null && document.activeElement !== document.body;
    if (!hasFocus) document.querySelector<HTMLElement>('.page button[aria-disabled="false"]')?.focus();
  }, [page, overlay]);
}
