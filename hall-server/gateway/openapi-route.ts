// GET /api/v1/openapi.json and the readable page at /api/: the same for every hall of this version.
import type { FastifyInstance } from 'fastify';
import { apiDocument } from './openapi-document.ts';
import { API_PAGE_POLICY, apiPage } from './openapi-page.ts';

/**
 * Both answer without a token, as the static pages do: they are made from the program alone and hold nothing of this hall, tools that
 * make clients from the document send no token, and whoever reads how a token is made has none yet. Made when first asked for.
 */
export function apiDocumentRoutes(app: FastifyInstance): void {
  let made: { readonly json: string; readonly page: string } | null = null;
  const bodies = () => {
    if (made === null) {
      const document = apiDocument();
      made = { json: JSON.stringify(document), page: apiPage(document) };
    }
    return made;
  };
  app.get('/api/v1/openapi.json', { exposeHeadRoute: true }, (_request, reply) =>
    reply.header('Cache-Control', 'no-cache').type('application/json; charset=utf-8').send(bodies().json),
  );
  app.get('/api', (_request, reply) => reply.redirect('/api/', 308));
  app.get('/api/', { exposeHeadRoute: true }, (_request, reply) =>
    reply
      .header('Content-Security-Policy', API_PAGE_POLICY)
      .header('Cache-Control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(bodies().page),
  );
}
