// What a page must not do with its words and controls, measured in the browser: overflow, cut, overlap, be too small or too close.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export interface LayoutWishes {
  /** Root of the page; everything visible in it must stand inside it. */
  readonly root: string;
  /** Least side of a control and least gap between two, in CSS px. */
  readonly control?: { readonly sidePx: number; readonly gapPx: number };
  /** Least font size in CSS px: of texts with hanzi, and of others. */
  readonly type?: { readonly hanziPx: number; readonly latinPx: number; readonly except?: string };
  /** How many things there may be to choose from. */
  readonly controlsMax?: number;
  /** No control may begin above this, in CSS px from the top. */
  readonly controlsBelowPx?: number;
}

/** Fails with one line for each thing that is wrong. */
export async function expectSoundLayout(page: Page, wishes: LayoutWishes): Promise<void> {
  expect(await page.evaluate(layoutFindings, wishes)).toEqual([]);
}

/** Runs in the page: nothing from outside may be used in it. */
function layoutFindings(wishes: LayoutWishes): string[] {
  const TOLERANCE = 1.5;
  type Box = { left: number; right: number; top: number; bottom: number };
  const found: string[] = [];
  const root = document.querySelector<HTMLElement>(wishes.root);
  if (root === null) return [`no ${wishes.root}`];
  const nameOf = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${element.textContent.slice(0, 24)}"`;
  const isSeen = (element: Element): boolean => {
    const style = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    return style.visibility !== 'hidden' && width > 0 && height > 0 && element.closest('.unseen') === null;
  };
  const isOutside = (inner: Box, outer: Box): boolean =>
    inner.left < outer.left - TOLERANCE ||
    inner.right > outer.right + TOLERANCE ||
    inner.top < outer.top - TOLERANCE ||
    inner.bottom > outer.bottom + TOLERANCE;
  const meet = (one: Box, other: Box): boolean =>
    one.left < other.right - TOLERANCE &&
    other.left < one.right - TOLERANCE &&
    one.top < other.bottom - TOLERANCE &&
    other.top < one.bottom - TOLERANCE;
  const sides = ({ left, right, top, bottom }: Box): string => [left, top, right, bottom].map(Math.round).join(' ');

  const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
  if (scrollWidth > clientWidth || scrollHeight > clientHeight) found.push('the page can be scrolled');
  const frame = root.getBoundingClientRect();
  const elements = [...root.querySelectorAll<HTMLElement>('*')].filter(isSeen);
  for (const element of elements) {
    const style = getComputedStyle(element);
    const hasOwnText = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim() !== '');
    if (isOutside(element.getBoundingClientRect(), frame))
      found.push(`outside of the page: ${nameOf(element)} ${sides(element.getBoundingClientRect())}`);
    if (hasOwnText && (style.textOverflow === 'ellipsis' || style.overflowX === 'hidden'))
      found.push(`may be cut: ${nameOf(element)}`);
    if (style.display !== 'inline' && !(element instanceof SVGElement) && element.clientWidth > 0)
      if (element.scrollWidth > element.clientWidth + TOLERANCE) found.push(`too wide inside: ${nameOf(element)}`);
    const isExcepted = wishes.type?.except !== undefined && element.closest(wishes.type.except) !== null;
    if (hasOwnText && wishes.type !== undefined && !isExcepted) {
      const leastPx = /[\u4e00-\u9fff]/.test(element.textContent) ? wishes.type.hanziPx : wishes.type.latinPx;
      if (parseFloat(style.fontSize) < leastPx - 0.1) found.push(`${style.fontSize} is too small: ${nameOf(element)}`);
    }
  }

  /** The inked middle of each line of a text: a line box is higher than its letters. */
  const lines = elements.flatMap((element) =>
    [...element.childNodes]
      .filter((node) => node.nodeType === 3 && node.nodeValue?.trim() !== '')
      .flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        const high = parseFloat(getComputedStyle(element).fontSize) * 0.38;
        return [...range.getClientRects()].map(({ left, right, top, bottom }) => {
          const middle = (top + bottom) / 2;
          return { element, node, box: { left, right, top: middle - high, bottom: middle + high } };
        });
      }),
  );
  const grounds = elements.filter((element) => {
    const style = getComputedStyle(element);
    return (
      element.tagName === 'BUTTON' || style.borderTopWidth !== '0px' || style.backgroundColor !== 'rgba(0, 0, 0, 0)'
    );
  });
  for (const { element, box } of lines) {
    const ground = grounds.filter((one) => one.contains(element)).at(-1);
    if (ground !== undefined && isOutside(box, ground.getBoundingClientRect()))
      found.push(`out of its box: ${nameOf(element)} ${sides(box)} in ${sides(ground.getBoundingClientRect())}`);
    for (const other of grounds)
      if (!other.contains(element) && meet(box, other.getBoundingClientRect()))
        found.push(`under another: ${nameOf(element)} and ${nameOf(other)}`);
  }
  lines.forEach((one, index) =>
    lines.slice(index + 1).forEach((other) => {
      if (one.node !== other.node && meet(one.box, other.box))
        found.push(`over each other: ${nameOf(one.element)} and ${nameOf(other.element)}`);
    }),
  );

  const controls = elements.filter((element) => element.matches('button, a[href], input, select, [role="button"]'));
  if (wishes.controlsMax !== undefined && controls.length > wishes.controlsMax)
    found.push(`${controls.length} controls, at most ${wishes.controlsMax}`);
  controls.forEach((control, index) => {
    const box = control.getBoundingClientRect();
    if (wishes.control !== undefined && Math.min(box.width, box.height) < wishes.control.sidePx - 0.1)
      found.push(`too small to touch: ${nameOf(control)} ${Math.round(box.width)} x ${Math.round(box.height)}`);
    if (wishes.controlsBelowPx !== undefined && box.top < wishes.controlsBelowPx - 0.5)
      found.push(`too high to reach: ${nameOf(control)} at ${Math.round(box.top)}`);
    if (control.textContent.trim() === '') found.push(`a control without a word: ${nameOf(control)}`);
    const gapPx = wishes.control?.gapPx ?? 0;
    for (const other of controls.slice(index + 1)) {
      const around = other.getBoundingClientRect();
      const near = {
        left: around.left - gapPx,
        right: around.right + gapPx,
        top: around.top - gapPx,
        bottom: around.bottom + gapPx,
      };
      if (meet(box, near)) found.push(`too close: ${nameOf(control)} and ${nameOf(other)}`);
    }
  });
  return [...new Set(found)];
}
