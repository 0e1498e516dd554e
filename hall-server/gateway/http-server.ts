// The HTTP side put together: limits, headers, faults, then the routes. Nothing but public routes answers without a token.
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { adminRoutes } from './admin-routes.ts';
import { commandRoute } from './command-route.ts';
import { evaluationRoutes } from './evaluation-routes.ts';
import { acceptJsonOnly } from './http-body.ts';
import { authentication, sendProblem } from './http-context.ts';
import type { HttpContext } from './http-context.ts';
import { badAddress, faultHandler, notHttp } from './http-faults.ts';
import { machineHealthRoute } from './health-route.ts';
import { logHttp } from './logging.ts';
import { apiDocumentRoutes } from './openapi-route.ts';
import { metricsRoute } from './metrics-route.ts';
import { healthRoute, signInRoute } from './public-routes.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { staticPages } from './static-pages.ts';
import { updateAdminRoutes } from './update-admin-routes.ts';
import { updateRoutes } from './update-routes.ts';
import { viewRoutes } from './view-routes.ts';

const REQUEST_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_MS = 72_000;

export async function httpServer(context: HttpContext): Promise<FastifyInstance> {
  const app = Fastify({
    // Fastify's own lines carry addresses with their query; ours (below) carry the route's pattern.
    logger: false,
    trustProxy: false,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    return503OnClosing: true,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    routerOptions: { caseSensitive: true, ignoreTrailingSlash: false, maxParamLength: 100 },
    frameworkErrors: badAddress,
    clientErrorHandler: notHttp,
  });
  app.decorateRequest('who', null);
  app.decorateRequest('isLogged', false);
  app.setErrorHandler(faultHandler(context.logger));
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, 404, 'notFound'));
  app.addHook('onRequest', setSecurityHeaders);
  logAnswers(app, context);
  acceptJsonOnly(app);
  healthRoute(app, context);
  signInRoute(app, context);
  metricsRoute(app, context);
  apiDocumentRoutes(app);
  await app.register(
    async (api) => {
      api.addHook('onRequest', authentication(context.hall));
      api.setNotFoundHandler((_request, reply) => sendProblem(reply, 404, 'notFound'));
      commandRoute(api, context);
      viewRoutes(api, context);
      adminRoutes(api, context);
      evaluationRoutes(api, context);
      machineHealthRoute(api, context);
      if (context.updates === null) return;
      updateRoutes(api, context, context.updates);
      await updateAdminRoutes(api, context, context.updates);
    },
    { prefix: '/api/v1' },
  );
  await app.register((pages) => staticPages(pages, context));
  return app;
}

/** Commands that were understood have a line of their own; pages and health checks are not worth one. */
function logAnswers(app: FastifyInstance, { logger, metrics }: HttpContext): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? null;
    metrics.traffic.answered(request.method, route, reply.statusCode);
    const isApi = route !== null && route.startsWith('/api/');
    if (!isApi || request.isLogged) return;
    const { method, who } = request;
    logHttp(logger, { method, route, status: reply.statusCode, who, durationMs: reply.elapsedTime });
  });
}
