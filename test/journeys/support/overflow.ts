// Whether every word of a page can be read whole: inside the screen, inside its card, over no other word, and never shortened.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Fails with one line for each word that is cut, leaves its card or the screen, or lies on another. */
export async function expectNothingCut(page: Page, what: string): Promise<void> {
  // Lists count their rows after the layout: what is cut for one frame only is not seen by anybody.
  await expect.poll(() => page.evaluate(findCutWords), { timeout: 2_000, message: what }).toEqual([]);
}

/** Runs in the page. */
function findCutWords(): string[] {
  const found: string[] = [];
  /** CSS px that a letter may reach over an edge: side bearings, and rounding of halves of a pixel. */
  const slack = 2;
  interface Word {
    readonly element: Element;
    readonly text: string;
    readonly box: DOMRect;
  }
  /** Letters fill about the middle three fifths of the box that a font reserves for a line. */
  const lettersOf = (box: DOMRect): DOMRect =>
    new DOMRect(box.x, box.y + box.height * 0.2, box.width, box.height * 0.6);
  const isPainted = (element: Element): boolean => getComputedStyle(element).backgroundColor !== 'rgba(0, 0, 0, 0)';
  const isUnseen = (element: Element): boolean => element.closest('.unseen') !== null;

  const words: Word[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (element === null || text === '' || isUnseen(element)) continue;
    if (['SCRIPT', 'STYLE', 'NOSCRIPT', 'OPTION'].includes(element.tagName)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of Array.from(range.getClientRects())) {
      if (box.width > 0 && box.height > 0) words.push({ element, text: text.slice(0, 40), box: lettersOf(box) });
    }
  }

  for (const { element, text, box } of words) {
    if (getComputedStyle(element).textOverflow === 'ellipsis') found.push(`may be shortened: ${text}`);
    for (
      let card: Element | null = element;
      card !== null && card !== document.documentElement;
      card = card.parentElement
    ) {
      const style = getComputedStyle(card);
      if (style.display === 'inline' || style.display === 'contents') continue;
      const isCard = isPainted(card) || parseFloat(style.borderTopWidth) > 0;
      const clips = /hidden|clip|auto|scroll/.test(style.overflowX + style.overflowY);
      if (!isCard && !clips) continue;
      const edge = card.getBoundingClientRect();
      const isOut =
        box.left < edge.left - slack ||
        box.right > edge.right + slack ||
        box.top < edge.top - slack ||
        box.bottom > edge.bottom + slack;
      if (isOut) found.push(`leaves ${card.tagName.toLowerCase()}.${card.className}: ${text}`);
    }
  }

  for (const { element, text, box } of words) {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
    const onTop = document.elementFromPoint(x, y);
    const isOwn = onTop === null || onTop.contains(element) || element.contains(onTop) || !isPainted(onTop);
    if (!isOwn) found.push(`lies under ${onTop.tagName.toLowerCase()}.${onTop.className}: ${text}`);
  }

  const scrolled = document.documentElement;
  if (scrolled.scrollWidth > innerWidth + 1) found.push(`page is ${scrolled.scrollWidth} wide, not ${innerWidth}`);
  const visible = words.filter(({ box }) => box.bottom > 0 && box.top < scrolled.scrollHeight);
  for (const [place, one] of visible.entries()) {
    if (one.box.left < -slack || one.box.right > innerWidth + slack) found.push(`leaves the screen: ${one.text}`);
    for (const other of visible.slice(place + 1)) {
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (wide > slack && high > slack) found.push(`lies on ${other.text}: ${one.text}`);
    }
  }
  return Array.from(new Set(found));
}
