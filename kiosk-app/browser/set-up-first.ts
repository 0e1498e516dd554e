// A terminal without a configuration asks for one, on a page of its own, before it starts.
import { existsSync } from 'node:fs';
import { pino } from 'pino';
import { serveFirstStart } from '../terminal/first-start/serve-first-start.ts';

/** The page's address before and after: the browser on this machine is set up once (docs/install.md). */
export const FIRST_START_PORT = 8091;

/** Resolves at once where the file is there, else when somebody has filled in the page. Says its address in one line of JSON. */
export async function setUpFirst(file: string, port: number): Promise<void> {
  if (existsSync(file)) return;
  const firstStart = await serveFirstStart(file, port, pino(pino.destination(2)));
  process.stdout.write(`${JSON.stringify({ firstStart: firstStart.url })}\n`);
  await firstStart.done;
}
