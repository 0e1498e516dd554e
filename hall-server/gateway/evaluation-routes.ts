// GET /api/v1/evaluations: the ratings of a business day with what people wrote. The administrator's alone; each look is written down.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { BusinessDay } from '@jiaohao/contracts/ids';
import { adminOnly, askerOf, sendError, sendProblem } from './http-context.ts';
import type { HttpContext } from './http-context.ts';
import { logEvaluationsRead } from './logging.ts';
import { parseWith } from './request-errors.ts';

const EVALUATIONS_LIMIT_MAX = 500;

export const EvaluationsQuery = z.strictObject({
  businessDay: BusinessDay,
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(EVALUATIONS_LIMIT_MAX).default(EVALUATIONS_LIMIT_MAX),
});

export function evaluationRoutes(api: FastifyInstance, { hall, logger }: HttpContext): void {
  api.get('/evaluations', { preHandler: adminOnly }, async (request, reply) => {
    const query = parseWith(EvaluationsQuery, request.query, 'query');
    if (!query.ok) return sendError(reply, 400, query.error);
    const { businessDay, after, limit } = query.value;
    const page = hall.recordedEvaluations(businessDay, after, limit);
    if (page === null) return sendProblem(reply, 404, 'notFound');
    const comments = page.evaluations.filter(({ comment }) => comment !== null).length;
    logEvaluationsRead(logger, askerOf(request), { businessDay, evaluations: page.evaluations.length, comments });
    return page;
  });
}
