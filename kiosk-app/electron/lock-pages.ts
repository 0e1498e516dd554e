// The locks that every page of this program is shown under, set once before the first of them.
import { app, session } from 'electron';
import type { Log } from '../terminal/log.ts';
import { lockContents } from './lock-contents.ts';
import { lockSession } from './lock-session.ts';
import { servePages } from './serve-pages.ts';

/** Only when the application is ready. */
export function lockPages(log: Log): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents, log));
  lockSession(session.defaultSession, log);
  servePages(session.defaultSession, log);
}
