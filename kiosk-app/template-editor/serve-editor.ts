// Serves the editor on this computer only: its page, a preview for each state of the text, and the file when it is saved.
import { renameSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { DEFAULT_WIDTH_DOTS } from '../terminal/paper-columns.ts';
import { EDITOR_POLICY, editorPage } from './editor-page.ts';
import { EDITOR_SCRIPT } from './editor-script.ts';
import { previewTemplate } from './preview-template.ts';
import { isSampleName } from './sample-tickets.ts';
import { EDITOR_TEXTS } from './texts.ts';
import type { TicketSettings } from './ticket-settings.ts';

export interface ServedEditor {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  close(): Promise<void>;
}

const BODY_BYTES_MAX = 200_000;
const Request = z.strictObject({ text: z.string(), sample: z.string().refine(isSampleName) });

/** `port` 0 takes a free one. `read` is asked for each opening of the page. Rejects where the port cannot be had. */
export async function serveEditor(read: () => TicketSettings, port: number): Promise<ServedEditor> {
  const server = createServer((request, response) => {
    // A bug: its stack says where; what stands in the text is nobody's secret, but nobody's business either.
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  const origin = (): string => {
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A foreign page must neither reach us by a name of its own nor send anything here.
    if (`http://${request.headers.host ?? ''}` !== origin()) return void response.writeHead(421).end();
    const asked = `${request.method ?? ''} ${request.url ?? ''}`;
    switch (asked) {
      case 'GET /': {
        const { text, file, printerOptions } = read();
        const { widthDots = DEFAULT_WIDTH_DOTS } = printerOptions;
        send(response, 'text/html', editorPage(text, file, EDITOR_TEXTS.paper(Number(widthDots))));
        return;
      }
      case 'GET /editor.js':
        send(response, 'text/javascript', EDITOR_SCRIPT);
        return;
      case 'POST /preview':
      case 'POST /save':
        break;
      default:
        return void response.writeHead(404).end();
    }
    if (request.headers.origin !== origin()) return void response.writeHead(403).end();
    const body = await bodyOf(request);
    if (body === null) return void response.writeHead(400).end();
    const made = await previewTemplate(body.text, body.sample, read().printerOptions);
    send(
      response,
      'application/json',
      JSON.stringify(made.ok && request.url === '/save' ? save(read(), body.text) : made),
    );
  }

  await new Promise<void>((resolve, reject) => void server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `${origin()}/`, close };
}

/** Whole or not at all: a terminal may be started meanwhile. */
function save({ file, nameToAdd }: TicketSettings, text: string): object {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
  const remarks = [EDITOR_TEXTS.saved, ...(nameToAdd === null ? [] : [EDITOR_TEXTS.notNamed(nameToAdd)])];
  return { ok: true, remarks };
}

function send(response: ServerResponse, type: string, text: string): void {
  response
    .writeHead(200, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': EDITOR_POLICY,
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    .end(text);
}

/** Null for one that is too long or not in our form. */
async function bodyOf(request: IncomingMessage): Promise<z.infer<typeof Request> | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > BODY_BYTES_MAX) return null;
    chunks.push(chunk as Buffer);
  }
  try {
    return Request.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8'))).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
