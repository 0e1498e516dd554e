// Which pages may connect: those that were given a token here, each token for one connection. No other page on this computer.
import { randomBytes } from 'node:crypto';

/** Given and not yet used; pages that ask in a loop must not fill the memory. */
const LONGEST_LIST = 20;

export class PageTokens {
  readonly #pages = new Map<string, string>();

  /** A token for one connection of this page. `pageId` is the page's own name for itself, so that a reconnect is known as one. */
  make(pageId: string): string {
    const token = randomBytes(24).toString('base64url');
    this.#pages.set(token, pageId);
    for (const [oldest] of this.#pages) {
      if (this.#pages.size <= LONGEST_LIST) break;
      this.#pages.delete(oldest);
    }
    return token;
  }

  /** The page that this token was made for; null for a token unknown or used. */
  redeem(token: string): string | null {
    const pageId = this.#pages.get(token) ?? null;
    this.#pages.delete(token);
    return pageId;
  }
}
