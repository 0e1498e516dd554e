// What answers without a token: is the hall well, and the clerk's sign-in.
import type { FastifyInstance } from 'fastify';
import { SignInRequest } from '@jiaohao/contracts/principal';
import { sendError, sendProblem } from './http-context.ts';
import type { HttpContext } from './http-context.ts';
import { parseWith } from './request-errors.ts';
import { signInDesk } from './sign-in.ts';

/** 503 while the hall can show but not write: something that watches the server should wake somebody. Watchers ask with HEAD too. */
export function healthRoute(app: FastifyInstance, { hall }: HttpContext): void {
  app.get('/healthz', { exposeHeadRoute: true }, async (_request, reply) => {
    const { isWriting, businessDay } = hall.health();
    const body = { status: isWriting ? 'ok' : 'readOnly', businessDay };
    return reply
      .code(isWriting ? 200 : 503)
      .header('Cache-Control', 'no-store')
      .send(body);
  });
}

export function signInRoute(app: FastifyInstance, { hall, hashing, clock }: HttpContext): void {
  const signIn = signInDesk(hall, hashing, clock);

  app.post('/api/v1/sign-in', async (request, reply) => {
    const parsed = parseWith(SignInRequest, request.body);
    if (!parsed.ok) return sendError(reply, 400, parsed.error);
    const outcome = await signIn(parsed.value.staffNo, parsed.value.password);
    if (outcome.ok) return reply.send({ token: outcome.token });
    if (outcome.code === 'signInFailed') return sendProblem(reply, 401, outcome.code);
    reply.header('Retry-After', String(Math.ceil(outcome.retryAfterMs / 1000)));
    return sendProblem(reply, outcome.code === 'busy' ? 503 : 429, outcome.code);
  });
}
