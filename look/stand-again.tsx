// A page that falls (its drawing throws, what it hears cannot be taken in, or it never comes to draw) says so and loads itself anew.
import type { ReactNode } from 'react';
import type { Root, RootOptions } from 'react-dom/client';

/** Both languages, and apart from the pages' own texts: what they are made of may be what failed. */
const WORDS = {
  board: [
    '画面正在恢复，请稍候',
    'One moment, please: this display is coming back',
    '请听工作人员叫号 Please listen to staff',
  ],
  console: ['页面出错，正在重新打开…', 'This page failed and is being opened anew'],
  /** A terminal's page: its host sees that the root is empty and brings the page back (page-side/watch-standing.ts, standing-script.ts). */
  hosted: null,
} as const;

/**
 * - `board`: nobody touches it, so every error of the page is a fall at any time; what goes on without it would go on with what was shown before.
 * - `console`: an error of one press is no fall; one of drawing or of taking in is.
 * - `hosted`: as `console`, and the host brings it back.
 */
export type PageKind = keyof typeof WORDS;

/** Between a fall and the next try, by how often it fell lately; the last one again and again. */
export const TRY_AGAIN_MS = [2_000, 5_000, 15_000, 60_000] as const;
/** A page that stood this long was not broken from the start. */
export const FORGET_AFTER_MS = 5 * 60_000;
/** A page is loaded anew only from a server that answers: the browser's own page of a lost link would stay for ever. */
const ASK_AGAIN_MS = 5_000;

/** What of the browser this needs. */
export interface FallDoor {
  readonly epochMs: () => number;
  /** Epoch ms of earlier falls, kept over reloads. */
  readonly falls: () => readonly number[];
  readonly keep: (falls: readonly number[]) => void;
  readonly after: (delayMs: number, action: () => void) => void;
  readonly reload: () => void;
  /** For the browser's own log. */
  readonly report: (error: unknown) => void;
}

export interface StandingPage {
  readonly render: (drawn: ReactNode) => void;
  /** To be told of whatever keeps the page from showing what is: the error goes to the browser's log, the page comes back. */
  readonly fall: (error: unknown) => void;
}

/** The page's one React root. Until something stands in it any error of the page counts as a fall too. */
export function standAgain(
  element: HTMLElement,
  kind: PageKind,
  makeRoot: (element: HTMLElement, options: RootOptions) => Root,
  door: FallDoor = browserDoor,
): StandingPage {
  let hasFallen = false;
  const fallOnce = (isDrawn: boolean): void => {
    if (hasFallen) return;
    hasFallen = true;
    // What is drawn below the notice would go on saying that calls were painted.
    if (isDrawn) root.unmount();
    const words = WORDS[kind];
    if (words === null) return;
    const now = door.epochMs();
    const falls = [...door.falls().filter((at) => at <= now && now - at < FORGET_AFTER_MS), now];
    door.keep(falls.slice(-TRY_AGAIN_MS.length));
    element.replaceChildren(notice(words));
    door.after(TRY_AGAIN_MS[Math.min(falls.length, TRY_AGAIN_MS.length) - 1] ?? 0, door.reload);
  };
  const root = makeRoot(element, {
    // React has emptied the root by then.
    onUncaughtError: (error) => {
      door.report(error);
      fallOnce(false);
    },
  });
  const doesStand = (): boolean => element.hasChildNodes();
  if (kind !== 'hosted') listenForErrors(kind, doesStand, () => fallOnce(true));
  return {
    render: (drawn) => {
      if (!hasFallen) root.render(drawn);
    },
    fall: (error) => {
      if (!hasFallen) door.report(error);
      fallOnce(true);
    },
  };
}

/** An error in a handler of socket.io ends as a rejection: it calls handlers inside a promise of its own. */
function listenForErrors(kind: PageKind, doesStand: () => boolean, fall: () => void): void {
  addEventListener('error', ({ error }: { error?: unknown }) => {
    // The browser's own notes (a ResizeObserver that needs another frame) come without an error and break nothing.
    const isError = error !== null && error !== undefined;
    if (!doesStand() || (kind === 'board' && isError)) fall();
  });
  addEventListener('unhandledrejection', () => {
    if (!doesStand() || kind === 'board') fall();
  });
}

/** A handler whose failure is told to `broken`, wherever it is called from. */
export function guarded<Given extends readonly unknown[]>(
  handler: (...given: Given) => void,
  broken: (error: unknown) => void,
): (...given: Given) => void {
  return (...given) => {
    try {
      handler(...given);
    } catch (error) {
      broken(error);
    }
  };
}

function notice(lines: readonly string[]): HTMLElement {
  const box = document.createElement('div');
  box.setAttribute('role', 'alert');
  box.dataset['standAgain'] = '';
  for (const line of lines) box.appendChild(document.createElement('p')).textContent = line;
  return box;
}

const KEPT_AS = 'jiaohao.falls';

function reloadWhenServed(): void {
  const again = (): void => void setTimeout(reloadWhenServed, ASK_AGAIN_MS);
  fetch(location.pathname, { cache: 'no-store' }).then((answer) => (answer.ok ? location.reload() : again()), again);
}

/** The history entry's state survives a reload and, unlike storage, is never forbidden. */
const browserDoor: FallDoor = {
  epochMs: () => Date.now(),
  falls: () => {
    const kept: unknown = (history.state as Record<string, unknown> | null)?.[KEPT_AS];
    return Array.isArray(kept) ? kept.filter((at) => typeof at === 'number') : [];
  },
  keep: (falls) => history.replaceState({ ...(history.state as object | null), [KEPT_AS]: falls }, ''),
  after: (delayMs, action) => void setTimeout(action, delayMs),
  reload: reloadWhenServed,
  report: (error) => {
    setTimeout(() => {
      throw error;
    });
  },
};
