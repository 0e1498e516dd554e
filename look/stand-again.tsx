// A page that falls (its drawing throws, or it never comes to draw) says so in plain words and loads itself anew: it never stays blank.
import type { RootOptions } from 'react-dom/client';

/** Both languages, and apart from the pages' own texts: what they are made of may be what failed. */
const WORDS = {
  board: [
    '画面正在恢复，请稍候',
    'One moment, please: this display is coming back',
    '请听工作人员叫号 Please listen to staff',
  ],
  console: ['页面出错，正在重新打开…', 'This page failed and is being opened anew'],
} as const;

/** Between a fall and the next try, by how often it fell lately; the last one again and again. */
export const TRY_AGAIN_MS = [2_000, 5_000, 15_000, 60_000] as const;
/** A page that stood this long was not broken from the start. */
export const FORGET_AFTER_MS = 5 * 60_000;

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

/** Options for React's root in `root`. Until something stands in it any error of the page counts as a fall too. */
export function standAgain(root: HTMLElement, kind: keyof typeof WORDS, door: FallDoor = browserDoor): RootOptions {
  let hasFallen = false;
  const fall = (): void => {
    if (hasFallen) return;
    hasFallen = true;
    const now = door.epochMs();
    const falls = [...door.falls().filter((at) => at <= now && now - at < FORGET_AFTER_MS), now];
    door.keep(falls.slice(-TRY_AGAIN_MS.length));
    root.replaceChildren(notice(WORDS[kind]));
    door.after(TRY_AGAIN_MS[Math.min(falls.length, TRY_AGAIN_MS.length) - 1] ?? 0, door.reload);
  };
  const fallBeforeStanding = (): void => {
    if (!root.hasChildNodes()) fall();
  };
  addEventListener('error', fallBeforeStanding);
  addEventListener('unhandledrejection', fallBeforeStanding);
  return {
    onUncaughtError: (error) => {
      door.report(error);
      fall();
    },
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

/** The history entry's state survives a reload and, unlike storage, is never forbidden. */
const browserDoor: FallDoor = {
  epochMs: () => Date.now(),
  falls: () => {
    const kept: unknown = (history.state as Record<string, unknown> | null)?.[KEPT_AS];
    return Array.isArray(kept) ? kept.filter((at) => typeof at === 'number') : [];
  },
  keep: (falls) => history.replaceState({ ...(history.state as object | null), [KEPT_AS]: falls }, ''),
  after: (delayMs, action) => void setTimeout(action, delayMs),
  reload: () => location.reload(),
  report: (error) => {
    setTimeout(() => {
      throw error;
    });
  },
};
