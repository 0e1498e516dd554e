// The services of a window in the space below its number: whole names, smaller when there are many, never half a name.
import { textSizeFor, widthEm } from './text-fit.ts';
import { texts } from './texts.ts';

/** Width of the column in px of the 1920 x 1080 board. */
const WIDTH_PX = 496;
const SIZES = [
  { sizePx: 44, lines: 1 },
  { sizePx: 40, lines: 2 },
  { sizePx: 32, lines: 4 },
] as const;
const SMALLEST = SIZES[2];
/** The dot between two names with its space. */
const SEPARATOR_EM = 1.5;

/** The names to be shown, each with the dot that parts it from the next; where not all fit, the last word says that there are more. */
export function servicesFor(services: readonly string[]): {
  readonly names: readonly string[];
  readonly sizePx: number;
} {
  const { sizePx } = textSizeFor(services.join(texts.window.betweenServices), WIDTH_PX, SIZES);
  const shown = services.filter((_name, place) => linesOf(services.slice(0, place + 1)) <= SMALLEST.lines);
  const names = shown.map((name, place) => (place + 1 < shown.length ? name + texts.window.betweenServices : name));
  return { names: shown.length < services.length ? [...names, texts.window.moreServices] : names, sizePx };
}

/** Lines that the names need at the smallest size when no line breaks a name that fits on one. */
function linesOf(services: readonly string[]): number {
  const lineEm = WIDTH_PX / SMALLEST.sizePx;
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
