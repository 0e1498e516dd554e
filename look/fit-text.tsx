// Makes texts fit their boxes: every box marked `data-fit` gets the largest size at which all of it stands inside. Nothing is ever cut.
// Boxes with the same word in `data-fit` are alike: they get the size that all of them can carry.
import { useEffect } from 'react';
import type { RefObject } from 'react';

/** Factors on the sizes of the role, tried in this order; style sheets keep each text at its least size or above. */
const FACTORS = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.5, 0.4] as const;
/** Where none of them fits, the same again with less in the box, twice (`data-bare`): what is left out is up to the page's style. */
const STEPS = ['', '1', '2'].flatMap((bare) => FACTORS.map((factor) => ({ factor, bare })));

/** Letters overhang their boxes by parts of a px. */
const TOLERANCE_PX = 1;

/** Follows texts, sizes and fonts below `root`. */
export function useFitText(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const glass = root.current;
    if (glass === null) return undefined;
    const fitted = new WeakMap<HTMLElement, string>();
    const fitChanged = (): void => fitAll(glass, fitted);
    const fitAgain = (): void => {
      for (const box of boxesIn(glass)) fitted.delete(box);
      fitChanged();
    };
    const texts = new MutationObserver(fitChanged);
    texts.observe(glass, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: ['class', 'data-type', 'data-form'],
    });
    const sizes = new ResizeObserver(fitAgain);
    sizes.observe(glass);
    document.fonts.addEventListener('loadingdone', fitAgain);
    fitAgain();
    return () => {
      texts.disconnect();
      sizes.disconnect();
      document.fonts.removeEventListener('loadingdone', fitAgain);
    };
  }, [root]);
}

function boxesIn(glass: HTMLElement): HTMLElement[] {
  return [...glass.querySelectorAll<HTMLElement>('[data-fit]')];
}

/** All boxes a step at a time, so that the page is laid out once a step and not once a box. */
function fitAll(glass: HTMLElement, fitted: WeakMap<HTMLElement, string>): void {
  const form = `${glass.dataset['form'] ?? ''} ${glass.dataset['type'] ?? ''}`;
  const boxes = boxesIn(glass);
  const changed = boxes.filter((box) => fitted.get(box) !== looksOf(box, form));
  for (const box of changed) fitted.set(box, looksOf(box, form));
  let open = withTheirLike(changed, boxes);
  for (const step of STEPS) {
    if (open.length === 0) return;
    for (const box of open) setStep(box, step);
    open = withTheirLike(
      open.filter((box) => !fits(box)),
      open,
    );
  }
}

/** Those of `boxes`, and whatever among `all` is to look like one of them. */
function withTheirLike(boxes: readonly HTMLElement[], all: readonly HTMLElement[]): HTMLElement[] {
  const names = new Set(boxes.map((box) => box.dataset['fit']));
  return all.filter((box) => boxes.includes(box) || (box.dataset['fit'] !== '' && names.has(box.dataset['fit'])));
}

/** What the fit depends on, besides fonts. */
function looksOf(box: HTMLElement, form: string): string {
  return `${form} ${box.clientWidth} ${box.clientHeight} ${box.className} ${box.textContent}`;
}

function setStep(box: HTMLElement, { factor, bare }: (typeof STEPS)[number]): void {
  box.style.setProperty('--fit', String(factor));
  if (bare === '') box.removeAttribute('data-bare');
  else box.setAttribute('data-bare', bare);
}

/** Every block below the box stands inside its padding. Lines are measured by their blocks: letters may reach over their line. */
function fits(box: HTMLElement): boolean {
  const outer = contentBox(box);
  return [...box.querySelectorAll<HTMLElement>('*')].every((inner) => {
    if (inner instanceof SVGElement || getComputedStyle(inner).display === 'inline') return true;
    if (inner.scrollWidth > inner.clientWidth + TOLERANCE_PX && inner.clientWidth > 0) return false;
    const { left, right, top, bottom, width } = inner.getBoundingClientRect();
    if (width === 0) return true;
    return (
      left >= outer.left - TOLERANCE_PX &&
      right <= outer.right + TOLERANCE_PX &&
      top >= outer.top - TOLERANCE_PX &&
      bottom <= outer.bottom + TOLERANCE_PX
    );
  });
}

function contentBox(box: HTMLElement): { left: number; right: number; top: number; bottom: number } {
  const { left, right, top, bottom } = box.getBoundingClientRect();
  const style = getComputedStyle(box);
  const inset = (side: 'Left' | 'Right' | 'Top' | 'Bottom'): number =>
    parseFloat(style[`padding${side}`]) + parseFloat(style[`border${side}Width`]);
  return {
    left: left + inset('Left'),
    right: right - inset('Right'),
    top: top + inset('Top'),
    bottom: bottom - inset('Bottom'),
  };
}
