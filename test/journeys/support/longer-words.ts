// English twice as long on a page that says both languages at once: every Latin word that stands on it twice.
import type { Page } from 'playwright-core';

/** Ids, addresses and code stay. */
export async function sayEnglishTwice(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const around = node.parentElement?.closest('code, pre, .unseen, script, style') ?? null;
      if (around === null)
        node.textContent = (node.textContent ?? '').replace(/[A-Za-z]{3,}/g, (word) => `${word} ${word}`);
    }
  });
}
