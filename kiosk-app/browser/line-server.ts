// Serves the page of a terminal that serves several windows, with its style and script, to this computer only.
import type { FastifyInstance } from 'fastify';
import { LINE_PAGE_FILES, linePage } from '../terminal/line-page.ts';
import { LINE_SCRIPT, LINE_STYLE } from '../terminal/line-page-script.ts';
import type { Log } from '../terminal/log.ts';
import type { LineStatus } from '../terminal/start-line.ts';
import { createTextServer } from './page-server.ts';

/** Not yet listening. `status` is asked for every look. */
export function createLineServer(status: () => LineStatus, log: Log): FastifyInstance {
  const server = createTextServer(() => linePage(status()), log);
  server.get(LINE_PAGE_FILES.style, async (_request, reply) => reply.type('text/css; charset=utf-8').send(LINE_STYLE));
  server.get(LINE_PAGE_FILES.script, async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(LINE_SCRIPT),
  );
  return server;
}
