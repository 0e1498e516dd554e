// GET /api/v1/health: the technician's report, for the administrator and for monitors.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { StorageHealth } from '@jiaohao/contracts/health';
import { sendProblem } from './http-context.ts';
import type { HttpContext } from './http-context.ts';
import type { Connections } from './health-connections.ts';
import { servedBuilds } from './health-pages.ts';
import { healthReport } from './health-report.ts';

/** What a report is made of besides the hall itself; made once by the gateway. */
export interface HealthSources {
  readonly connections: Connections;
  readonly storage: () => Promise<StorageHealth | null>;
}

export function machineHealthRoute(api: FastifyInstance, { hall, health, pagesFolder }: HttpContext): void {
  const serverStartedAt = hall.now();
  let lastCommitMs: number | null = null;
  const unsubscribe = hall.onCommitted((commit) => (lastCommitMs = commit.commitMs));
  api.addHook('onClose', (_instance, done) => {
    unsubscribe();
    done();
  });

  api.get('/health', { preHandler: monitorOnly }, async () => {
    const [storage, pages] = await Promise.all([health.storage(), servedBuilds(pagesFolder)]);
    return healthReport({ hall, connections: health.connections, serverStartedAt, lastCommitMs, storage, pages });
  });
}

/** Least privilege: a program that collects figures needs a token that can do nothing else, and the administrator may look too. */
export async function monitorOnly(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  const kind = request.who?.kind;
  return kind === 'admin' || kind === 'monitor' ? undefined : sendProblem(reply, 403, 'forbidden');
}
