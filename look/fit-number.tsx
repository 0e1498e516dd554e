// A ticket or window number as large as its role and its box allow.
import { useLayoutEffect, useRef, useState } from 'react';
import type { CSSProperties, ReactElement } from 'react';
import { fitSizePx, numberSpacingEm } from './fit-size.tsx';
import { measureNumberEm, useNumberFontGeneration } from './number-font.tsx';

interface FitNumberProps {
  readonly text: string;
  /** Size of the role in reference px. */
  readonly maxPx: number;
  /** Width of the box in reference px; without it the parent's inner width counts and is followed. */
  readonly widthPx?: number;
  readonly className?: string;
}

/**
 * Sizes are reference px, multiplied by the page's custom property `--u` (default 1px), so that a board at 3840 x 2160 shows the
 * same picture at twice the size.
 */
export function FitNumber({ text, maxPx, widthPx, className }: FitNumberProps): ReactElement {
  const box = useRef<HTMLSpanElement>(null);
  const parentPx = useParentWidth(box, widthPx === undefined);
  useNumberFontGeneration();
  const sizePx = fitSizePx(text, maxPx, widthPx ?? parentPx ?? Infinity, measureNumberEm);
  const style: CSSProperties = {
    fontSize: `calc(${sizePx.toFixed(2)} * var(--u, 1px))`,
    letterSpacing: `${numberSpacingEm(sizePx)}em`,
    lineHeight: 1,
  };
  return (
    <span ref={box} className={className === undefined ? 'number' : `number ${className}`} style={style}>
      {text}
    </span>
  );
}

/** Inner width of the parent in reference px, null until it has been laid out. */
function useParentWidth(box: React.RefObject<HTMLElement | null>, isWanted: boolean): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const parent = box.current?.parentElement;
    if (!isWanted || parent === null || parent === undefined) return undefined;
    const measure = (): void => setWidth(innerWidthPx(parent) / unitPx(parent));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(parent);
    return () => observer.disconnect();
  }, [box, isWanted]);
  return width;
}

function innerWidthPx(element: HTMLElement): number {
  const style = getComputedStyle(element);
  return element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
}

/** CSS px per reference px: what `--u` comes to here. A custom property reads as its text, so a probe is measured instead. */
function unitPx(parent: HTMLElement): number {
  const probe = document.createElement('span');
  probe.style.cssText = 'position:absolute;visibility:hidden;width:calc(100 * var(--u, 1px))';
  parent.append(probe);
  const unit = probe.getBoundingClientRect().width / 100;
  probe.remove();
  return unit > 0 ? unit : 1;
}
