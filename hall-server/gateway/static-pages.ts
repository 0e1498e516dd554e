// Serves the built pages, each at its own path, and the landing page. Whoever has not built them is told how.
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { HttpContext } from './http-context.ts';
import { LANDING_PAGE, LANDING_POLICY } from './landing-page.ts';
import { PAGES_NOT_BUILT } from './texts.ts';

/** Folder under the pages folder = path on the server. */
export const PAGES = ['board', 'window-screen', 'clerk', 'health', 'pad', 'phone'] as const;

export async function staticPages(app: FastifyInstance, { pagesFolder }: HttpContext): Promise<void> {
  app.get('/', { exposeHeadRoute: true }, (_request, reply) =>
    reply
      .header('Content-Security-Policy', LANDING_POLICY)
      .header('Cache-Control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(LANDING_PAGE),
  );
  // Browsers ask for it unasked; a 404 would stand in every console as an error.
  app.get('/favicon.ico', (_request, reply) => reply.code(204).header('Cache-Control', 'max-age=86400').send());
  for (const page of PAGES) {
    app.get(`/${page}`, (_request, reply) => reply.redirect(`/${page}/`, 308));
    await app.register((scope) => onePage(scope, join(pagesFolder, page), `/${page}/`));
  }
}

async function onePage(scope: FastifyInstance, root: string, prefix: string): Promise<void> {
  scope.addHook('onRequest', async (_request, reply) => {
    if (await exists(join(root, 'index.html'))) return undefined;
    return reply.code(503).type('text/plain; charset=utf-8').send(PAGES_NOT_BUILT);
  });
  await scope.register(fastifyStatic, {
    root,
    prefix,
    index: ['index.html'],
    list: false,
    dotfiles: 'deny',
    wildcard: true,
    redirect: false,
    decorateReply: false,
    suppressWarning: true,
    cacheControl: false,
    setHeaders: (reply, path) => void reply.header('Cache-Control', cachingOf(path)),
  });
}

/** Vite puts a content hash into every name under assets; everything else may change with the next build. */
function cachingOf(path: string): string {
  return /[\\/]assets[\\/][^\\/]+-[\w-]{8,}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
