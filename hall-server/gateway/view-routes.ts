// GET /api/v1/views...: the same whole views as over the socket, for those who may watch them; and one name, to one clerk.
import type { FastifyInstance } from 'fastify';
import { Topic } from '@jiaohao/contracts/views';
import { directoryOf } from './directory.ts';
import { askerOf, sendProblem } from './http-context.ts';
import type { HttpContext } from './http-context.ts';
import { logApplicantShown } from './logging.ts';
import { mayWatch } from './permissions.ts';

export function viewRoutes(api: FastifyInstance, context: HttpContext): void {
  const { hall } = context;

  api.get('/views', (request, reply) => {
    const who = askerOf(request);
    const directory = directoryOf(hall.config());
    return reply.send({ topics: hall.topics().filter((topic) => mayWatch(who, topic, directory)) });
  });

  api.get<{ Params: { kind: string; id: string } }>('/views/:kind/:id', async (request, reply) => {
    const topic = Topic.safeParse(`${request.params.kind}/${request.params.id}`);
    if (!topic.success) return sendProblem(reply, 404, 'notFound');
    if (!mayWatch(askerOf(request), topic.data, directoryOf(hall.config())))
      return sendProblem(reply, 403, 'forbidden');
    const view = hall.view(topic.data);
    return view === null ? sendProblem(reply, 404, 'notFound') : reply.send(view);
  });

  applicantRoute(api, context);
}

/** The clerk at the window may see the masked name of whom he serves; that he looked is written down, the name is not. */
function applicantRoute(api: FastifyInstance, { hall, logger }: HttpContext): void {
  api.get<{ Params: { windowId: string } }>('/windows/:windowId/applicant', async (request, reply) => {
    const who = askerOf(request);
    const { windowId } = request.params;
    const isHisWindow = who.kind === 'clerk' && hall.placeOf(who)?.windowId === windowId;
    if (who.kind !== 'admin' && !isHisWindow) return sendProblem(reply, 403, 'forbidden');
    const isConfigured = hall.config()?.windows.some((window) => window.windowId === windowId) ?? false;
    if (!isConfigured) return sendProblem(reply, 404, 'notFound');
    logApplicantShown(logger, who, windowId);
    return { applicant: hall.applicantAt(windowId) };
  });
}
