// The technician's token: from the address' fragment (never sent to a server) or typed in, kept for this tab only.

const STORED_AS = 'jiaohao.health.token';

/** The token of `#token=...`, which leaves the address bar at once, else the one of this tab, else null. */
export function takeToken(): string | null {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given === null || given === '') return sessionStorage.getItem(STORED_AS);
  history.replaceState(null, '', location.pathname + location.search);
  keepToken(given);
  return given;
}

export function keepToken(token: string): void {
  sessionStorage.setItem(STORED_AS, token);
}

export function forgetToken(): void {
  sessionStorage.removeItem(STORED_AS);
}
