// Serves the landing page and the bench to this computer only: both show credentials, so host and origin are checked.
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import { WebSocketServer } from 'ws';
import type { Bench } from './bench.ts';
import type { PageDesk } from './page-desk.ts';
import { REPOSITORY } from './demo-options.ts';
import { ticketSvg } from './ticket-svg.ts';

const LONGEST_MESSAGE_BYTES = 4_096;
const PAGES = join(REPOSITORY, 'dist', 'bench');

export interface LandingServerFrom {
  readonly port: number;
  readonly bench: Bench;
  readonly desk: PageDesk;
  /** For a second `npm start` on the same folder. */
  readonly dataFolder: string;
  readonly pagesFolder?: string;
}

export interface LandingServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Resolves when it listens on 127.0.0.1. */
export async function startLandingServer(from: LandingServerFrom): Promise<LandingServer> {
  const { bench, dataFolder } = from;
  const server = Fastify({ forceCloseConnections: true });
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(headersFor(portOf(server)));
    if (isOurHost(request.headers.host, portOf(server))) done();
    else void reply.code(421).send('wrong host');
  });
  server.get('/running', () => ({ pid: process.pid, dataFolder }));
  server.get<{ Params: { name: string } }>('/tickets/:name', (request, reply) => {
    const ticketNo = /^(\d{1,9})\.svg$/.exec(request.params.name)?.[1];
    const ticket = bench.printer.tickets.find((one) => one.ticketNo === Number(ticketNo));
    if (ticket === undefined) return reply.code(404).send('no such ticket');
    return reply.type('image/svg+xml').send(ticketSvg(ticket, bench.printer.widthDots));
  });
  server.get('/bench', (_request, reply) => reply.sendFile('index.html'));
  await server.register(fastifyStatic, { root: from.pagesFolder ?? PAGES, cacheControl: false });
  const closeSockets = openSocketDoor(server, from.desk);
  await server.listen({ host: '127.0.0.1', port: from.port });
  return {
    url: `http://127.0.0.1:${portOf(server)}/`,
    close: async () => {
      closeSockets();
      await server.close();
    },
  };
}

function openSocketDoor(server: FastifyInstance, desk: PageDesk): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_MESSAGE_BYTES });
  server.server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const { host, origin } = request.headers;
    const isOurs = isOurHost(host, portOf(server)) && origin === `http://${host ?? ''}` && request.url === '/live';
    if (isOurs) sockets.handleUpgrade(request, stream, head, (socket) => desk.admit(socket));
    else stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
  });
  return () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}

/** A name that somebody else lets point to 127.0.0.1 is not ours. */
function isOurHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

function portOf(server: FastifyInstance): number {
  const address = server.server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function headersFor(port: number): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      "img-src 'self'",
      `connect-src 'self' ws://127.0.0.1:${port} ws://localhost:${port}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
}
