// A console left open takes the server's newer pages by itself, at a moment when nobody loses anything by it.
import { watchPageBuild } from '@jiaohao/look/page-build';
import type { HallConnection } from './hall-connection.ts';

/** Hands off for this long: nobody is in the middle of something. */
export const HANDS_OFF_MS = 5_000;
/** Carried by what would be lost with the page, such as an open question. */
export const KEEPS_PAGE = { 'data-keeps-page': true } as const;

export interface PageRenewal {
  /** Looks now: the server was started anew, or speaks another version. */
  readonly look: () => void;
  /** A connection whose unanswered requests keep the page; the answer ends that. */
  readonly attend: (connection: Pick<HallConnection, 'isAsking'>) => () => void;
}

export interface Hands {
  readonly sinceInputMs: number;
  readonly isAsking: boolean;
  readonly isFilledIn: boolean;
}

export function isQuietFor({ sinceInputMs, isAsking, isFilledIn }: Hands): boolean {
  return sinceInputMs >= HANDS_OFF_MS && !isAsking && !isFilledIn;
}

export function startPageRenewal(): PageRenewal {
  const connections = new Set<Pick<HallConnection, 'isAsking'>>();
  let inputAt = performance.now();
  for (const kind of ['keydown', 'pointerdown', 'input']) {
    addEventListener(kind, () => (inputAt = performance.now()), { capture: true });
  }
  const clock = {
    now: () => performance.now(),
    after: (delayMs: number, action: () => void) => setTimeout(action, delayMs),
  };
  const isQuiet = (): boolean =>
    isQuietFor({
      sinceInputMs: performance.now() - inputAt,
      isAsking: [...connections].some((connection) => connection.isAsking()),
      isFilledIn: isFilledIn(document),
    });
  const { look } = watchPageBuild(clock, isQuiet);
  return {
    look,
    attend: (connection) => {
      connections.add(connection);
      return () => connections.delete(connection);
    },
  };
}

function isFilledIn(page: Document): boolean {
  const inputs = Array.from(page.querySelectorAll('input, textarea'));
  const isTyped = inputs.some((input) => 'value' in input && input.value !== '');
  return isTyped || page.querySelector('[data-keeps-page]') !== null;
}
