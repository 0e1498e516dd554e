// How terminals get their updates: is there one for me, the package from any byte on, and how it went.
import { createReadStream } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { UpdateOfferQuery, UpdateReport } from '@jiaohao/contracts/updates';
import type { UpdateOffer } from '@jiaohao/contracts/updates';
import { askerOf, sendError, sendProblem } from './http-context.ts';
import type { HttpContext } from './http-context.ts';
import { directoryOf } from './directory.ts';
import { parseWith } from './request-errors.ts';
import { UpdateFleet } from './update-fleet.ts';
import { versionFor } from './update-rollout.ts';
import { UpdateStore } from './update-store.ts';

export interface Updates {
  readonly store: UpdateStore;
  readonly fleet: UpdateFleet;
}

/** Null where the folder cannot be read or understood: a hall must call numbers whatever became of its update packages. */
export async function openUpdates(folder: string, logger: Logger): Promise<Updates | null> {
  try {
    return { store: await UpdateStore.open(folder), fleet: await UpdateFleet.open(folder) };
  } catch (error) {
    // By its name only: messages of errors may repeat what stands in a file.
    logger.error(
      { error: error instanceof Error ? error.name : typeof error },
      'no updates for terminals: their folder cannot be read',
    );
    return null;
  }
}

/** Fifty kiosks that wake up together must not fill the line that calls travel on: the others come back later. */
const DOWNLOADS_MAX = 4;
const BUSY_RETRY_S = 20;

export function updateRoutes(api: FastifyInstance, context: HttpContext, updates: Updates): void {
  offerRoute(api, context, updates);
  downloadRoute(api, context, updates);

  api.post('/updates/reports', async (request, reply) => {
    const terminalId = terminalOf(request, context);
    if (terminalId === null) return sendProblem(reply, 403, 'forbidden');
    const parsed = parseWith(UpdateReport, request.body);
    if (!parsed.ok) return sendError(reply, 400, parsed.error);
    const { version, failure } = parsed.value;
    // Kept for ever: versions of somebody's invention are not.
    if (!updates.store.whole().some((kept) => kept.version === version)) return sendProblem(reply, 404, 'notFound');
    context.logger.warn({ terminalId, version, failure }, 'a terminal gave an update back');
    // Only who has asked for an offer can have tried a version.
    return (await updates.fleet.failed(terminalId, version, failure))
      ? reply.send({})
      : sendProblem(reply, 404, 'notFound');
  });
}

function offerRoute(api: FastifyInstance, context: HttpContext, { store, fleet }: Updates): void {
  api.get('/updates/offer', async (request, reply) => {
    const terminalId = terminalOf(request, context);
    if (terminalId === null) return sendProblem(reply, 403, 'forbidden');
    const query = parseWith(UpdateOfferQuery, request.query, 'query');
    if (!query.ok) return sendError(reply, 400, query.error);
    const { platform, version } = query.value;
    await fleet.seen(terminalId, platform, version, context.hall.now());
    const zoneId = context.hall.placeOf(askerOf(request))?.zoneId ?? null;
    const chosen = versionFor({ terminalId, zoneId, platform, version }, store.whole(), fleet.facts());
    const answer: UpdateOffer = { offer: chosen?.signed ?? null };
    return answer;
  });
}

function downloadRoute(api: FastifyInstance, context: HttpContext, { store }: Updates): void {
  let downloads = 0;

  api.get<{ Params: { platform: string; version: string } }>(
    '/updates/packages/:platform/:version',
    async (request, reply) => {
      const isAdmin = askerOf(request).kind === 'admin';
      if (!isAdmin && terminalOf(request, context) === null) return sendProblem(reply, 403, 'forbidden');
      const file = store.fileOf(request.params.platform, request.params.version);
      if (file === null) return sendProblem(reply, 404, 'notFound');
      const { sizeBytes, sha512 } = file.kept;
      const from = firstByte(request.headers.range, sizeBytes);
      if (from === null) {
        return sendProblem(reply.header('Content-Range', `bytes */${sizeBytes}`), 416, 'rangeNotSatisfiable');
      }
      if (downloads >= DOWNLOADS_MAX) {
        return sendProblem(reply.header('Retry-After', String(BUSY_RETRY_S)), 503, 'busy');
      }
      downloads += 1;
      reply.raw.once('close', () => (downloads -= 1));
      return sendFrom(reply, file.path, { from, sizeBytes, sha512 });
    },
  );
}

function sendFrom(
  reply: FastifyReply,
  path: string,
  { from, sizeBytes, sha512 }: { from: number; sizeBytes: number; sha512: string },
): FastifyReply {
  reply
    .code(from === 0 ? 200 : 206)
    .type('application/gzip')
    .headers({
      'Accept-Ranges': 'bytes',
      'Content-Length': String(sizeBytes - from),
      ETag: `"${sha512}"`,
      ...(from === 0 ? {} : { 'Content-Range': `bytes ${from}-${sizeBytes - 1}/${sizeBytes}` }),
    });
  return reply.send(createReadStream(path, { start: from }));
}

/** `bytes=N-` only (RFC 9110 section 14.1.2 lets a server ignore other forms: the whole is sent). Null: beyond the end. */
function firstByte(range: string | undefined, sizeBytes: number): number | null {
  const match = /^bytes=(\d{1,12})-$/.exec(range ?? '');
  if (match === null) return 0;
  const from = Number(match[1]);
  return from < sizeBytes ? from : null;
}

/** Null for everybody but a terminal that the configuration knows. */
function terminalOf(request: FastifyRequest, { hall }: HttpContext): string | null {
  const who = askerOf(request);
  if (who.kind !== 'terminal') return null;
  return directoryOf(hall.config()).terminals.has(who.terminalId) ? who.terminalId : null;
}
