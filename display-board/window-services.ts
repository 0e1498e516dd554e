// The services of a window in the space below its number: whole names, smaller when there are many, never half a name.
import { textSizeFor, widthEm } from './text-fit.ts';
import { texts } from './texts.ts';

const SIZES = [
  { sizePx: 44, lines: 1 },
  { sizePx: 40, lines: 2 },
  { sizePx: 32, lines: 4 },
] as const;
const SMALLEST = SIZES[2];
/** The dot between two names with its space. */
const SEPARATOR_EM = 1.5;

/**
 * The names to be shown in a column of `widthPx` (px of the drawing), each with the dot that parts it from the next; where not all
 * fit, the last word says that there are more.
 */
export function servicesFor(
  services: readonly string[],
  widthPx: number,
): { readonly names: readonly string[]; readonly sizePx: number } {
  const dot = texts.window.betweenServices.first;
  const { sizePx } = textSizeFor(services.join(dot), widthPx, SIZES);
  const lineEm = widthPx / SMALLEST.sizePx;
  const shown = services.filter((_name, place) => linesOf(services.slice(0, place + 1), lineEm) <= SMALLEST.lines);
  const names = shown.map((name, place) => (place + 1 < shown.length ? name + dot : name));
  return { names: shown.length < services.length ? [...names, texts.window.moreServices.first] : names, sizePx };
}

/** Lines that the names need at the smallest size when no line breaks a name that fits on one. */
function linesOf(services: readonly string[], lineEm: number): number {
  let lines = 1;
  let usedEm = 0;
  for (const name of services) {
    const em = widthEm(name) + SEPARATOR_EM;
    if (usedEm > 0 && usedEm + em > lineEm) {
      lines += 1;
      usedEm = 0;
    }
    lines += Math.max(0, Math.ceil(em / lineEm) - 1);
    usedEm = Math.min(lineEm, usedEm + em);
  }
  return lines;
}
