// What the administrator does with updates: puts packages in, says who gets them, sees how far they are.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { ReleaseVersion, SignedManifest, UpdateRollout } from '@jiaohao/contracts/updates';
import { adminOnly, sendError, sendProblem } from './http-context.ts';
import type { HttpContext } from './http-context.ts';
import { parseWith } from './request-errors.ts';
import type { Updates } from './update-routes.ts';
import { isHalted } from './update-rollout.ts';
import type { Taken } from './update-store.ts';

/** One piece of a package: small enough to be whole within the server's time for one request on a slow line. */
export const PIECE_BYTES_MAX = 4 * 1024 * 1024;

export const PieceQuery = z.strictObject({ offset: z.coerce.number().int().min(0) });
interface PackageParams {
  readonly platform: string;
  readonly version: string;
}

export async function updateAdminRoutes(api: FastifyInstance, context: HttpContext, updates: Updates): Promise<void> {
  const { store, fleet } = updates;

  api.get('/updates', { preHandler: adminOnly }, () => overview(updates));

  api.post('/updates/packages', { preHandler: adminOnly }, async (request, reply) => {
    const parsed = parseWith(SignedManifest, request.body);
    if (!parsed.ok) return sendError(reply, 400, parsed.error);
    return sendTaken(reply, await store.begin(parsed.value));
  });

  api.delete<{ Params: PackageParams }>(
    '/updates/packages/:platform/:version',
    { preHandler: adminOnly },
    async (request, reply) => {
      const { platform, version } = request.params;
      if (!(await store.remove(platform, version))) return sendProblem(reply, 404, 'notFound');
      context.logger.info({ platform, version }, 'update package removed');
      return reply.send({});
    },
  );

  api.put<{ Params: { version: string } }>(
    '/updates/rollouts/:version',
    { preHandler: adminOnly },
    async (request, reply) => {
      const version = parseWith(ReleaseVersion, request.params.version, 'version');
      if (!version.ok) return sendError(reply, 400, version.error);
      const rollout = parseWith(UpdateRollout, request.body);
      if (!rollout.ok) return sendError(reply, 400, rollout.error);
      if (!store.whole().some((kept) => kept.version === version.value)) return sendProblem(reply, 404, 'notFound');
      await fleet.setRollout(version.value, rollout.value);
      context.logger.info({ version: version.value, rollout: rollout.value }, 'update rolled out');
      return reply.send({ version: version.value, rollout: rollout.value });
    },
  );

  await api.register((pieces) => pieceRoute(pieces, updates));
}

/** In a scope of its own: here alone a body may be something else than JSON. */
async function pieceRoute(scope: FastifyInstance, { store }: Updates): Promise<void> {
  scope.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: PIECE_BYTES_MAX },
    (_request, body, done) => done(null, body),
  );
  // Before the body is read: nobody else makes the hall hold four megabytes.
  scope.put<{ Params: PackageParams; Body: unknown }>(
    '/updates/packages/:platform/:version',
    { onRequest: adminOnly, bodyLimit: PIECE_BYTES_MAX },
    async (request, reply) => {
      const query = parseWith(PieceQuery, request.query, 'query');
      if (!query.ok) return sendError(reply, 400, query.error);
      if (!Buffer.isBuffer(request.body)) return sendProblem(reply, 415, 'unsupportedMediaType');
      const { platform, version } = request.params;
      try {
        const taken = await store.append(platform, version, query.value.offset, request.body);
        return await sendTaken(reply, taken);
      } catch (error) {
        if (isDiskFull(error)) return sendProblem(reply, 507, 'updateNoSpace');
        throw error;
      }
    },
  );
  return Promise.resolve();
}

function sendTaken(reply: FastifyReply, taken: Taken): FastifyReply {
  if (!taken.ok) return sendProblem(reply, taken.refusal === 'notFound' ? 404 : 409, taken.refusal);
  const { platform, version, sizeBytes, receivedBytes } = taken.kept;
  return reply.send({ platform, version, sizeBytes, receivedBytes });
}

function overview({ store, fleet }: Updates) {
  const facts = fleet.facts();
  return Promise.resolve({
    packages: store.all().map(({ platform, version, sizeBytes, receivedBytes }) => ({
      platform,
      version,
      sizeBytes,
      receivedBytes,
      rollout: facts.rollouts.get(version) ?? null,
      isHalted: isHalted(version, facts),
      failedAt: [...(facts.failedAt.get(version) ?? [])],
    })),
    terminals: [...fleet.terminals()].map(([terminalId, record]) => ({ terminalId, ...record })),
  });
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
