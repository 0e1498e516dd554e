// The key table: one key an action, the same in every state; a browser may have its own.
import type { ACTION_TEXTS } from '../texts.ts';

export type ActionName = keyof typeof ACTION_TEXTS;
export type KeyTable = Readonly<Record<ActionName, string>>;

/** F7 and F8 are kept for 转移 and 一次性告知单. */
export const DEFAULT_KEYS: KeyTable = {
  callNext: 'F1',
  recall: 'F2',
  markMissed: 'F3',
  finishServing: 'F4',
  requestEvaluation: 'F5',
  missedList: 'F6',
  pauseOrResume: 'F9',
  startServing: 'F10',
};

/** Where a browser keeps keys of its own: a JSON object of action -> key, e.g. {"callNext": "F12"}. */
export const KEYS_STORED_AS = 'jiaohao.clerk.keys';

/** Keys that may stand in the table: none that types, moves a focus or answers a question on the page. */
const ALLOWED_KEY = /^(F([1-9]|1[0-2])|Insert|Home|End|PageUp|PageDown|Pause|ScrollLock)$/;

/** The table with a browser's own keys in it. Anything unreadable, or two actions on one key: the defaults, whole. */
export function readKeys(stored: string | null): KeyTable {
  const own = parseObject(stored);
  const table = { ...DEFAULT_KEYS };
  for (const action of Object.keys(DEFAULT_KEYS) as ActionName[]) {
    const key = own[action];
    if (key === undefined) continue;
    if (typeof key !== 'string' || !ALLOWED_KEY.test(key)) return DEFAULT_KEYS;
    table[action] = key;
  }
  return new Set(Object.values(table)).size === Object.keys(table).length ? table : DEFAULT_KEYS;
}

function parseObject(stored: string | null): Record<string, unknown> {
  if (stored === null) return {};
  try {
    const parsed: unknown = JSON.parse(stored);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch (error) {
    // Somebody's typing in a settings field: the defaults work, and every key is shown on its control.
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

export interface KeyPress {
  readonly key: string;
  readonly repeat: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

export type KeyMeaning =
  | { readonly kind: 'action'; readonly action: ActionName }
  | { readonly kind: 'choice'; readonly index: number }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'cancel' }
  /** Nothing of ours, and nothing of the browser's either: help, find, reload, menu, or a key held down. */
  | { readonly kind: 'swallow' }
  /** The browser may have it. */
  | { readonly kind: 'leave' };

/** F11 (whole screen) and F12 stay with the browser unless the table has them. */
const BROWSER_KEY = /^F([1-9]|10)$/;
const ANSWER_KEY = /^(Enter| |[1-9])$/;

/** What a key means, whatever the state: what is impossible is refused by the action, not by another meaning. */
export function keyMeaning(press: KeyPress, keys: KeyTable): KeyMeaning {
  if (press.altKey || press.metaKey) return { kind: 'leave' };
  const action = (Object.keys(keys) as ActionName[]).find((name) => keys[name] === press.key);
  const hasModifier = press.ctrlKey || press.shiftKey;
  if (action !== undefined) return press.repeat || hasModifier ? { kind: 'swallow' } : { kind: 'action', action };
  if (BROWSER_KEY.test(press.key)) return { kind: 'swallow' };
  if (hasModifier) return { kind: 'leave' };
  if (press.repeat && ANSWER_KEY.test(press.key)) return { kind: 'swallow' };
  if (press.key === 'Enter') return { kind: 'confirm' };
  if (press.key === 'Escape') return { kind: 'cancel' };
  if (/^[1-9]$/.test(press.key)) return { kind: 'choice', index: Number(press.key) - 1 };
  return { kind: 'leave' };
}
