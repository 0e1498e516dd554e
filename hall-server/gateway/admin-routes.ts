// What the administrator alone may ask for: the journal, the configuration, and credentials for everybody else.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { CredentialRequest } from '@jiaohao/contracts/principal';
import type { Principal } from '@jiaohao/contracts/principal';
import { directoryOf } from './directory.ts';
import type { Directory } from './directory.ts';
import { adminOnly, sendError, sendProblem } from './http-context.ts';
import type { HttpContext } from './http-context.ts';
import { logCredential, logRevoked } from './logging.ts';
import { encodePassword } from './passwords.ts';
import { invalidField, parseWith } from './request-errors.ts';
import { FIELD_TEXTS } from './texts.ts';
import { issueToken } from './tokens.ts';

const EVENTS_LIMIT_MAX = 1_000;

export const EventsQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(EVENTS_LIMIT_MAX).default(EVENTS_LIMIT_MAX),
});

export function adminRoutes(api: FastifyInstance, context: HttpContext): void {
  const { hall } = context;

  /** `lastSeq` is the seq of the last event in this answer (`after` where there is none): ask on from there. */
  api.get('/events', { preHandler: adminOnly }, async (request, reply) => {
    const query = parseWith(EventsQuery, request.query, 'query');
    if (!query.ok) return sendError(reply, 400, query.error);
    const { after, limit } = query.value;
    const events = hall.eventsAfter(after, limit);
    return { events, lastSeq: events.at(-1)?.seq ?? after, hasMore: events.length === limit };
  });

  api.get('/config', { preHandler: adminOnly }, async (_request, reply) => {
    const config = hall.config();
    return config === null ? sendProblem(reply, 404, 'notFound') : reply.send(config);
  });

  credentialsRoute(api, context);
  revocationRoute(api, context);
}

/** The token is in this answer and nowhere else: the hall keeps its hash. */
function credentialsRoute(api: FastifyInstance, { hall, hashing, logger }: HttpContext): void {
  api.post('/credentials', { preHandler: adminOnly }, async (request, reply) => {
    const parsed = parseWith(CredentialRequest, request.body);
    if (!parsed.ok) return sendError(reply, 400, parsed.error);
    const wanted = parsed.value;
    if (!isConfigured(wanted, directoryOf(hall.config()))) {
      return sendError(reply, 400, invalidField('id', FIELD_TEXTS.notConfigured));
    }
    if (wanted.kind === 'clerk' && wanted.password !== undefined) {
      const { password } = wanted;
      const encoding = hashing.run(() => encodePassword(password));
      if (encoding === null) return sendProblem(reply.header('Retry-After', '1'), 503, 'busy');
      hall.credentials.setPassword(wanted.id, await encoding);
    }
    const token = issueToken(hall, principalFor(wanted));
    logCredential(logger, wanted.kind, wanted.id);
    return { token };
  });
}

/** Whom the configuration knows no longer may be named too: that is when a token is taken back. Asked again it answers 0. */
function revocationRoute(api: FastifyInstance, { logger, revocations }: HttpContext): void {
  api.delete('/credentials/:kind/:id', { preHandler: adminOnly }, async (request, reply) => {
    const parsed = parseWith(CredentialRequest, request.params);
    if (!parsed.ok) return sendError(reply, 400, parsed.error);
    const { kind, id } = parsed.value;
    const revoked = revocations.revoke(principalFor(parsed.value));
    logRevoked(logger, kind, id, revoked);
    return { revoked };
  });
}

function isConfigured(wanted: CredentialRequest, directory: Directory): boolean {
  switch (wanted.kind) {
    case 'terminal':
      return directory.terminals.has(wanted.id);
    case 'display':
      return directory.displays.has(wanted.id);
    case 'clerk':
      return directory.staff.has(wanted.id);
    case 'monitor':
      return true;
  }
}

function principalFor(wanted: CredentialRequest): Principal {
  switch (wanted.kind) {
    case 'terminal':
      return { kind: 'terminal', terminalId: wanted.id };
    case 'display':
      return { kind: 'display', displayId: wanted.id };
    case 'clerk':
      return { kind: 'clerk', staffNo: wanted.id };
    case 'monitor':
      return { kind: 'monitor', monitorId: wanted.id };
  }
}
