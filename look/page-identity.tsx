// What a page can say of itself when the hall asks who is there: its build, and this machine's own clock.

export interface PageIdentity {
  /** Epoch ms by the machine's clock, never by the hall's that the page shows: a machine that is set wrong is to be found. */
  readonly at: number;
  /** `./assets/index-BiKRNo_F.js` -> `index-BiKRNo_F`, a name with a hash of the content in it; null for a page without a script. */
  readonly build: string | null;
}

export function pageIdentity(): PageIdentity {
  const script = document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? '';
  return { at: Math.max(0, Date.now()), build: /([^/]+)\.js$/.exec(script)?.[1] ?? null };
}
