// A tablet's token: handed over once in the URL fragment, then kept by the browser under the page's own address.
import type { PadStorage } from './kept-ratings.ts';

/** What of the browser this needs; `storage` is null where the browser refuses it. */
export interface Surroundings {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>;
  readonly history: Pick<History, 'replaceState'>;
  readonly storage: PadStorage | null;
}

/** Two tablets' pages in one browser (`?pad=...`) keep their own things apart. */
export function keyOf(what: string, { pathname, search }: Surroundings['location']): string {
  return `jiaohao.pad.${what}:${pathname}${search}`;
}

/**
 * The token of `#token=...`, which leaves the address bar at once so that nobody photographs it, else the one kept
 * before, else null. Where the browser keeps nothing it stays in the address: a tablet that reloads must still know itself.
 */
export function takeToken({ location, history, storage }: Surroundings): string | null {
  const key = keyOf('token', location);
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given === null || given === '') return storage?.getItem(key) ?? null;
  if (storage === null) return given;
  storage.setItem(key, given);
  history.replaceState(null, '', location.pathname + location.search);
  return given;
}

/** A browser that forbids storage throws at the first touch. */
export function usableStorage(): Storage | null {
  try {
    const probe = 'jiaohao.probe';
    localStorage.setItem(probe, '');
    localStorage.removeItem(probe);
    return localStorage;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
