// Serves the first-start page on this computer only, until the settings are checked and written.
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import { donePage, enteredIn, firstStartPage, FIRST_START_POLICY } from './first-start-page.ts';
import type { FirstStartHost } from './settings.ts';
import { takeSettings } from './take-settings.ts';

export interface FirstStart {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  /** Resolves when `terminal.json` is written and the port is free again. */
  readonly done: Promise<void>;
  close(): Promise<void>;
}

const BODY_BYTES_MAX = 4_000;
/** By then the terminal answers at the same address. */
const TO_THE_TERMINAL = { refresh: '4; url=/' };
/** Every role; its glass is a browser's, which staff leave as they leave a browser. */
const HOST: FirstStartHost = { roles: ['kiosk', 'window', 'pads', 'strip'], asksPin: false };

/** Rejects where the port cannot be had. `port` 0 takes a free one; it becomes the terminal's own. */
export async function serveFirstStart(file: string, port: number, log: Log): Promise<FirstStart> {
  const { promise: written, resolve: tellWritten } = Promise.withResolvers<undefined>();
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      log.error({ err: error }, 'The first start failed');
      response.writeHead(500).end();
    });
  });
  const portOf = (): number => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const origin = `http://127.0.0.1:${portOf()}`;
    // A foreign page must neither reach us by a name of its own nor send a form here.
    if (request.headers.host !== new URL(origin).host) return void response.writeHead(421).end();
    if (request.url !== '/') return void response.writeHead(404).end();
    if (request.method === 'GET') {
      send(response, 200, firstStartPage(HOST));
      return;
    }
    if (request.method !== 'POST' || request.headers.origin !== origin) return void response.writeHead(403).end();
    const body = await bodyOf(request);
    if (body === null) return void response.writeHead(413).end();
    const form = new URLSearchParams(body);
    const mistakes = await takeSettings(form, { file, host: HOST, own: { listen: { port: portOf() } }, log });
    if (mistakes.size === 0) {
      send(response, 200, donePage(), TO_THE_TERMINAL);
      tellWritten(undefined);
      return;
    }
    send(response, 400, firstStartPage(HOST, enteredIn(form), mistakes));
  }

  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
    });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${portOf()}/`, done: written.then(close), close };
}

function send(
  response: ServerResponse,
  status: number,
  html: string,
  more: Readonly<Record<string, string>> = {},
): void {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': FIRST_START_POLICY,
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      connection: 'close',
      ...more,
    })
    .end(html);
}

/** Null for one that is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > BODY_BYTES_MAX) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
