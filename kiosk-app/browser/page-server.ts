// The HTTP half of the browser host: the page's files, to this computer only, under a strict content policy.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Log } from '../terminal/log.ts';
import { BadTerminalConfig } from '../terminal/terminal-config.ts';
import { bridgeScript } from './bridge-script.ts';
import { ONE_MOMENT_PAGE, STANDING_SCRIPT, TRY_AGAIN_S } from './standing-script.ts';
import type { PageTokens } from './page-tokens.ts';

/** Where `npm run build` puts the pages of each role. */
const PAGES = {
  kiosk: join(import.meta.dirname, '../../dist/kiosk'),
  window: join(import.meta.dirname, '../../dist/caller'),
  /** No role: the installer's page of kiosk-app/devices-tool. */
  devices: join(import.meta.dirname, '../../dist/devices-page'),
} as const;

/** Not yet listening. Throws where the role's pages have not been built. */
export async function createPageServer(
  role: keyof typeof PAGES,
  tokens: PageTokens,
  log: Log,
): Promise<FastifyInstance> {
  const server = guardedServer(log);
  await addPage(server, role, tokens, '/');
  return server;
}

/** A page below `prefix` of a server that is not yet listening, with its bridge. Throws where the page has not been built. */
export async function addPage(
  server: FastifyInstance,
  page: keyof typeof PAGES,
  tokens: PageTokens,
  prefix: `/${string}`,
): Promise<void> {
  const root = PAGES[page];
  if (!existsSync(join(root, 'index.html'))) {
    throw new BadTerminalConfig('The terminal’s pages are not built: run "npm run build"');
  }
  server.get(`${prefix}bridge.js`, async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(STANDING_SCRIPT + bridgeScript(prefix)),
  );
  server.post(`${prefix}page-token`, { bodyLimit: 200 }, async (request, reply) => {
    // Always sent with a POST; a page of another origin is refused, and could not read the answer either.
    if (!isOurOrigin(request.headers.origin, request.headers.host)) return reply.code(403).send('another origin');
    const body = z.strictObject({ pageId: z.string().regex(/^[0-9a-f]{32}$/) }).safeParse(request.body);
    if (!body.success) return reply.code(400).send('pageId: 32 hexadecimal digits');
    return reply.send({ token: tokens.make(body.data.pageId) });
  });
  await server.register(fastifyStatic, {
    root,
    prefix,
    // For the second page of a server.
    decorateReply: false,
    cacheControl: false,
    // In HTML alone the page could not be the same in both hosts: the other one loads it by its own clock.
    setHeaders: (reply, path) => {
      if (path.endsWith(ONE_MOMENT_PAGE)) void reply.header('refresh', `${TRY_AGAIN_S}; url=${prefix}`);
    },
  });
}

/** The page of a terminal that has none of its own: one text, made anew for every look. */
export function createTextServer(html: () => string, log: Log): FastifyInstance {
  const server = guardedServer(log);
  server.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(html()));
  return server;
}

/** Answers this computer only, under the content policy; nothing is served yet. */
function guardedServer(log: Log): FastifyInstance {
  const server = Fastify({ forceCloseConnections: true });
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(headersFor(portOf(server)));
    if (isOurHost(request.headers.host, portOf(server))) done();
    else void reply.code(421).send('wrong host');
  });
  server.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send(error.code);
    log.error({ err: error, url: request.url }, 'A page could not be served');
    return reply.code(500).send('internal error');
  });
  return server;
}

/** A name that resolves to 127.0.0.1 is not ours: so no foreign page reaches us by rebinding its own name. */
export function isOurHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

/** `host` must have passed isOurHost. */
export function isOurOrigin(origin: string | undefined, host: string | undefined): boolean {
  return host !== undefined && origin === `http://${host}`;
}

export function portOf(server: FastifyInstance): number {
  const address = server.server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function headersFor(port: number): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      "img-src 'self' data:",
      // Old browsers do not count a WebSocket to the page's own origin as 'self'.
      `connect-src 'self' ws://127.0.0.1:${port} ws://localhost:${port}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
}
