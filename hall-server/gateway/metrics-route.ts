// GET /metrics: Prometheus asks here, with a token of its own (docs/operations.md, figures and alarms).
import type { FastifyInstance } from 'fastify';
import { authentication } from './http-context.ts';
import type { HttpContext } from './http-context.ts';
import { monitorOnly } from './health-route.ts';

/**
 * Not open to the machine itself without a token either: behind a proxy on the same machine everybody would come from there, and
 * Prometheus has `authorization.credentials_file` for this.
 */
export function metricsRoute(app: FastifyInstance, { hall, metrics }: HttpContext): void {
  const guards = { onRequest: authentication(hall), preHandler: monitorOnly };
  app.get('/metrics', guards, async (_request, reply) => {
    const { contentType, text } = await metrics.scrape();
    return reply.header('Cache-Control', 'no-store').type(contentType).send(text);
  });
}
