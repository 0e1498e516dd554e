// What every HTTP route is given, and how a request learns who asks.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Principal } from '@jiaohao/contracts/principal';
import type { RequestError } from '@jiaohao/contracts/socket';
import type { Hall } from '../hall-door.ts';
import type { BoundedWork } from './bounded-work.ts';
import type { GatewayClock } from './clock.ts';
import type { HealthSources } from './health-route.ts';
import type { Metrics } from './metrics.ts';
import { httpError } from './request-errors.ts';
import type { HttpError } from './request-errors.ts';
import type { Revocations } from './revocations.ts';
import type { RunCommand } from './run-command.ts';
import type { ERROR_TEXTS } from './texts.ts';
import { bearerToken, principalOf } from './tokens.ts';
import type { Updates } from './update-routes.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null until the bearer token has been looked up, and on routes that ask for none. */
    who: Principal | null;
    /** The request has its line in the log already. */
    isLogged: boolean;
  }
}

export interface HttpContext {
  readonly hall: Hall;
  readonly logger: Logger;
  readonly clock: GatewayClock;
  readonly hashing: BoundedWork;
  readonly runCommand: RunCommand;
  readonly revocations: Revocations;
  readonly pagesFolder: string;
  /** Null: this hall gives out no updates. */
  readonly updates: Updates | null;
  readonly health: HealthSources;
  readonly metrics: Metrics;
}

export function sendError(reply: FastifyReply, status: number, error: RequestError | HttpError): FastifyReply {
  return reply.code(status).send({ error });
}

export function sendProblem(reply: FastifyReply, status: number, code: keyof typeof ERROR_TEXTS): FastifyReply {
  return sendError(reply, status, httpError(code));
}

/** Hook before the body is read: whoever has no good token is not listened to. */
export function authentication(hall: Hall) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const token = bearerToken(request.headers.authorization);
    request.who = token === null ? null : principalOf(hall, token);
    if (request.who !== null) return undefined;
    return sendProblem(reply.header('WWW-Authenticate', 'Bearer'), 401, 'unauthorised');
  };
}

export async function adminOnly(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  return request.who?.kind === 'admin' ? undefined : sendProblem(reply, 403, 'forbidden');
}

/** Who asks, on a route behind `authentication`. */
export function askerOf(request: FastifyRequest): Principal {
  if (request.who === null) throw new Error('This route was reached without authentication');
  return request.who;
}
