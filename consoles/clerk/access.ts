// Where a page's token comes from: the address' fragment (never sent to a server), else this tab's memory.

export interface Access {
  readonly token: string;
  /** Window to sign in to at once; null: the clerk chooses. */
  readonly windowId: string | null;
}

const TOKEN_STORED_AS = 'jiaohao.clerk.token';
const WINDOW_STORED_AS = 'jiaohao.clerk.window';

/** Reads `#token=...&window=...`; null without a token. */
export function parseFragment(fragment: string): Access | null {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const token = fields.get('token');
  return token === null || token === '' ? null : { token, windowId: fields.get('window') };
}

/** The access this page was opened with. A token in the address is taken into the tab's memory and out of the address bar. */
export function takeAccess(): Access | null {
  const given = parseFragment(location.hash);
  if (given !== null) {
    history.replaceState(null, '', location.pathname + location.search);
    keepToken(given.token);
    return given;
  }
  const token = sessionStorage.getItem(TOKEN_STORED_AS);
  return token === null ? null : { token, windowId: null };
}

/** Kept for this tab only: it ends with the tab, and survives a reload. */
export function keepToken(token: string): void {
  sessionStorage.setItem(TOKEN_STORED_AS, token);
}

export function forgetToken(): void {
  sessionStorage.removeItem(TOKEN_STORED_AS);
}

export function rememberWindow(windowId: string): void {
  localStorage.setItem(WINDOW_STORED_AS, windowId);
}

/** The window that was used last in this browser. */
export function rememberedWindow(): string | null {
  return localStorage.getItem(WINDOW_STORED_AS);
}
