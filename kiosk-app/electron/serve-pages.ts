// The scheme of the packed pages, with the headers that keep them apart from everything else.
import { readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import type { Log } from '../terminal/log.ts';
import { PAGE_SCHEME } from '../wire/shell.ts';
import { PAGE_FOLDERS } from './packed-files.ts';
import { pageFile } from './page-file.ts';

/** Before the application is ready, as Electron demands. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

export function servePages(session: Session, log: Log): void {
  session.protocol.handle(PAGE_SCHEME, (request) => answer(request.url, log));
}

const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** Built pages load it first; here the preload has given them their terminal already. */
const BRIDGE_FILE = 'bridge.js';

async function answer(address: string, log: Log): Promise<Response> {
  const file = pageFile(address);
  if (file === null) return refused(address, log);
  const headers = { ...HEADERS, 'content-type': file.contentType };
  if (file.path === BRIDGE_FILE) return new Response('', { headers });
  try {
    const folder = await realpath(PAGE_FOLDERS[file.host]);
    const found = await realpath(join(folder, file.path));
    // A link inside the folder must not lead out of it.
    if (!found.startsWith(folder + sep)) return refused(address, log);
    return new Response(await readFile(found), { headers });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return refused(address, log);
    throw error;
  }
}

function refused(address: string, log: Log): Response {
  log.warn({ address: address.slice(0, 200) }, 'A page asked for a file that is not packed');
  return new Response('not found', { status: 404, headers: HEADERS });
}
