// How large a number may be: the size of its role, or as much of it as the box allows. A number is never cut.

/** Letter spacing of ticket and window numbers in em, by size in reference px: large digits stand closer together. */
export function numberSpacingEm(sizePx: number): number {
  if (sizePx > 200) return -0.045;
  if (sizePx >= 90) return -0.03;
  return -0.01;
}

/** Width in em of `text` without letter spacing. */
export type MeasureEm = (text: string) => number;

/**
 * Font size in reference px for `text` in a box of `widthPx`: min(maxPx, box / measured width). Spacing depends on the size, so a
 * number that falls into a lower band is measured again with that band's wider spacing; each band only makes it smaller.
 */
export function fitSizePx(text: string, maxPx: number, widthPx: number, measureEm: MeasureEm): number {
  const bareEm = measureEm(text);
  const gaps = Math.max(0, Array.from(text).length - 1);
  let sizePx = maxPx;
  for (let spacingEm = numberSpacingEm(maxPx); ; spacingEm = numberSpacingEm(sizePx)) {
    const widthEm = bareEm + gaps * spacingEm;
    const fittedPx = widthEm <= 0 ? maxPx : Math.min(maxPx, Math.max(0, widthPx) / widthEm);
    // Growing again after a change of band would swing for ever between two bands.
    if (fittedPx >= sizePx) return sizePx;
    sizePx = fittedPx;
  }
}
