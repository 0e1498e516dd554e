// What is answered when Fastify itself gives up on a request: always our shape, never what was inside.
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { REFUSAL_TEXTS } from '@jiaohao/contracts/refusals';
import { sendError, sendProblem } from './http-context.ts';
import { logBug } from './logging.ts';
import { httpError, invalidField } from './request-errors.ts';
import { FIELD_TEXTS } from './texts.ts';

/** Fastify and its static files tell their troubles by status (403: a dot file); whatever has none is our bug. */
export function faultHandler(logger: Logger) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    switch (error.statusCode) {
      case 400:
        return sendError(reply, 400, invalidField('body', FIELD_TEXTS.notJson));
      case 403:
      case 404:
        return sendProblem(reply, 404, 'notFound');
      case 413:
        return sendProblem(reply, 413, 'bodyTooLarge');
      case 415:
        return sendProblem(reply, 415, 'unsupportedMediaType');
      case 503:
        return reply.code(503).send({ refusal: { code: 'storageFull', ...REFUSAL_TEXTS.storageFull } });
      default:
        logBug(logger, request.routeOptions.url ?? 'unknown route', error);
        return sendProblem(reply, 500, 'internalError');
    }
  };
}

/** An address that cannot be decoded, an unknown HTTP version and the like. */
export function badAddress(_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  void sendProblem(reply, 400, 'badRequest');
}

/** Bytes that are not HTTP: there is no request to answer, only a line to be polite on. */
export function notHttp(_error: Error, socket: Socket): void {
  if (!socket.writable) return;
  const body = JSON.stringify({ error: httpError('badRequest') });
  const head = `HTTP/1.1 400 Bad Request\r\nContent-Type: application/json; charset=utf-8\r\nConnection: close\r\n`;
  socket.end(`${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
