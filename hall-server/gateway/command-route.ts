// POST /api/v1/commands: a command with its request id; 200 is the result itself.
import type { FastifyInstance } from 'fastify';
import { askerOf } from './http-context.ts';
import type { HttpContext } from './http-context.ts';
import { statusOf } from './run-command.ts';

export function commandRoute(api: FastifyInstance, { runCommand }: HttpContext): void {
  api.post('/commands', async (request, reply) => {
    request.isLogged = true;
    const answer = await runCommand(askerOf(request), request.body);
    if (answer.ok) return reply.send(answer.result);
    const body = 'error' in answer ? { error: answer.error } : { refusal: answer.refusal };
    return reply.code(statusOf(answer)).send(body);
  });
}
