// What a page holds after its garbage is gone: the JavaScript heap, as Chromium itself counts it.
import type { CDPSession, Page } from 'playwright-core';

const COLLECTIONS = 5;
const BYTES_A_MIB = 1024 * 1024;

export class PageHeap {
  readonly #cdp: CDPSession;

  private constructor(cdp: CDPSession) {
    this.#cdp = cdp;
  }

  static async of(page: Page): Promise<PageHeap> {
    return new PageHeap(await page.context().newCDPSession(page));
  }

  /** MiB in use after a forced collection, several times: what a first one frees may let go of more. */
  async samplesMib(): Promise<number[]> {
    const samples: number[] = [];
    for (let nth = 0; nth <= COLLECTIONS; nth++) {
      await this.#cdp.send('HeapProfiler.collectGarbage');
      samples.push((await this.#cdp.send('Runtime.getHeapUsage')).usedSize / BYTES_A_MIB);
    }
    return samples.slice(1);
  }
}

/** The most that one page of a figure may have grown since its first thousand: a leak of a few bytes a call goes past it. */
export const FLAT_LIMIT = 1.2;
