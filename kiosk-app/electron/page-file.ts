// Which packed file an address of our scheme means: pure, so that every way out of the folders can be tried.
import { posix } from 'node:path';
import { PAGE_SCHEME, type PageHost } from '../wire/shell.ts';

export interface PageFile {
  readonly host: PageHost;
  /** Relative to the host's folder, with `/`; never leads out of it. */
  readonly path: string;
  readonly contentType: string;
}

const HOSTS: ReadonlySet<string> = new Set<PageHost>(['kiosk', 'caller', 'staff', 'setup']);
const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
]);

/** Null for everything that is no packed file of a page. */
export function pageFile(address: string): PageFile | null {
  const url = URL.parse(address);
  if (url?.protocol !== `${PAGE_SCHEME}:` || !isPageHost(url.host)) return null;
  const path = decoded(url.pathname);
  if (path === null || !/^\/[\w./-]+$/.test(path)) return null;
  if (path.split('/').some((part, index) => index > 0 && (part === '' || part.startsWith('.')))) return null;
  const contentType = TYPES.get(posix.extname(path));
  return contentType === undefined ? null : { host: url.host, path: path.slice(1), contentType };
}

/** The page that a sender's address belongs to; null for anything that is none of ours. */
export function pageHostOf(address: string): PageHost | null {
  const url = URL.parse(address);
  return url?.protocol === `${PAGE_SCHEME}:` && isPageHost(url.host) ? url.host : null;
}

function isPageHost(host: string): host is PageHost {
  return HOSTS.has(host);
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null; // a broken escape names no file
  }
}
