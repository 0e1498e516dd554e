// A token that belongs to a place (a display, a tablet): handed over once in the URL fragment, then kept by the browser under the page's own address.

/** What of the browser this needs; `storage` is null where the browser refuses it. */
export interface Surroundings {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>;
  readonly history: Pick<History, 'replaceState'>;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'> | null;
}

/** The key of a page's own thing: pages of one kind in one browser (`?display=...`, `?pad=...`) keep theirs apart. */
export function keptUnder(what: string, { pathname, search }: Pick<Location, 'pathname' | 'search'>): string {
  return `jiaohao.${what}:${pathname}${search}`;
}

/**
 * The token of `#token=...`, which leaves the address bar at once so that nobody photographs it, else the one kept
 * before under `what`, else null. Where the browser keeps nothing it stays in the address: a page that reloads must still know itself.
 */
export function takeToken(what: string, { location, history, storage }: Surroundings): string | null {
  const key = keptUnder(what, location);
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given === null || given === '') return storage?.getItem(key) ?? null;
  if (storage === null) return given;
  storage.setItem(key, given);
  history.replaceState(null, '', location.pathname + location.search);
  return given;
}

/** A browser that forbids storage throws at the first touch; the page then needs its fragment at every start. */
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
