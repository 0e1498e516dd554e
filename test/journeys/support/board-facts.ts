// What a test reads off a rendered board: boxes, sizes, colours, and everything that moves.
import type { Page } from 'playwright-core';

/** Boxes of all words in CSS px: x, y, width, height. */
export async function wordBoxes(page: Page): Promise<number[][]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll('.stage *'))
      .filter((element) => element.children.length === 0 && element.textContent !== '')
      .map((element) => element.getBoundingClientRect())
      .map(({ x, y, width, height }) => [x, y, width, height]),
  );
}

/** Smallest text on the page in CSS px. */
export async function leastFontPx(page: Page): Promise<number> {
  return page.evaluate(() => {
    const words = Array.from(document.querySelectorAll('.stage *')).filter(
      (element) => element.children.length === 0 && element.textContent.trim() !== '',
    );
    return Math.min(...words.map((element) => parseFloat(getComputedStyle(element).fontSize)));
  });
}

export async function largestText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const words = Array.from(document.querySelectorAll('.stage .number'));
    const px = (element: Element) => parseFloat(getComputedStyle(element).fontSize);
    return words.reduce((largest, each) => (px(each) > px(largest) ? each : largest)).textContent;
  });
}

export async function coloursOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll('.stage, .stage *')).flatMap((element) => {
      const { color, backgroundColor, borderTopColor } = getComputedStyle(element);
      return [color, backgroundColor, borderTopColor];
    }),
  );
}

/** Everything that moves now, or would. */
export async function movements(page: Page) {
  return page.evaluate(() =>
    document.getAnimations().map((animation) => {
      const effect = animation.effect as KeyframeEffect;
      const timing = effect.getTiming();
      const kept = ['offset', 'computedOffset', 'easing', 'composite'];
      return {
        of: effect.target?.className ?? '',
        durationMs: timing.duration,
        times: timing.iterations,
        moves: [...new Set(effect.getKeyframes().flatMap((frame) => Object.keys(frame)))].filter(
          (key) => !kept.includes(key),
        ),
      };
    }),
  );
}
