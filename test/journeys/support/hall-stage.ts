// The built pages of boards, window screens and consoles with the test in the place of the hall: any view of any hall, at any time.
import { createServer } from 'node:http';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { Server } from 'socket.io';
import type { Page } from 'playwright-core';
import type { ClientToServer, CommandAnswer, ServerToClient, Welcome } from '@jiaohao/contracts/socket';
import type { AnyView, Topic } from '@jiaohao/contracts/views';
import { setSecurityHeaders } from '../../../hall-server/gateway/security-headers.ts';
import { staticPages } from '../../../hall-server/gateway/static-pages.ts';
import { ROOT } from '../child-process.ts';
import type { Screens, ScreenSize } from '../chromium.ts';

/** Monday 23 November 2026, 10:42 in the hall. */
export const HALL_TIME = Date.UTC(2026, 10, 23, 2, 42);

export interface HallStageOptions {
  readonly who: Welcome['who'];
  readonly place: Welcome['place'];
  /** Of a terminal, e.g. `pad`. */
  readonly role?: Welcome['role'];
  /** Folder of the built pages; default: dist. */
  readonly pagesFolder?: string;
}

export interface HallStage {
  readonly url: string;
  /** What a page said to the hall, in order: `painted` receipts and commands. */
  readonly said: { readonly event: 'painted' | 'command'; readonly message: unknown }[];
  /** Sends a view to every page that watches its topic, and to whoever watches it later. */
  show(topic: Topic, view: AnyView): void;
  /** One heartbeat to every page; pages hear no other. */
  beat(at?: number): void;
  /** How commands are answered from now on; null: not at all. */
  answerWith(answer: CommandAnswer | null): void;
  /** The masked name at every window. */
  setApplicant(maskedName: string | null): void;
  /** Opens a page with its time stopped at HALL_TIME. */
  open(screens: Screens, path: string, size: ScreenSize, wishes?: OpenWishes): Promise<Page>;
  close(): Promise<void>;
}

interface OpenWishes {
  readonly isStill?: boolean;
}

export async function openHallStage({ who, place, role, pagesFolder }: HallStageOptions): Promise<HallStage> {
  const stage = { applicant: null as string | null };
  const app = await pageServer(pagesFolder ?? join(ROOT, 'dist'), () => stage.applicant);
  const io = new Server<ClientToServer, ServerToClient>(app.server, { serveClient: false });
  const views = new Map<Topic, AnyView>();
  const said: HallStage['said'] = [];
  let answer: CommandAnswer | null = null;
  let hallTime = HALL_TIME;

  io.on('connection', (socket) => {
    const watched = new Set<Topic>();
    socket.on('watch', (request, answered) => {
      watched.clear();
      for (const topic of (request as { topics: Topic[] }).topics) {
        watched.add(topic);
        const view = views.get(topic);
        if (view !== undefined) socket.emit('view', { topic, view });
      }
      answered({ ok: true });
    });
    socket.on('painted', (message) => said.push({ event: 'painted', message }));
    socket.on('command', (message, answered) => {
      said.push({ event: 'command', message });
      if (answer !== null) answered(answer);
    });
    socket.emit('welcome', { at: hallTime, who, place, role, serverStartedAt: 1 });
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  return {
    url,
    said,
    show: (topic, view) => {
      views.set(topic, view);
      io.emit('view', { topic, view });
    },
    beat: (at = hallTime) => {
      hallTime = at;
      io.emit('heartbeat', { at });
    },
    answerWith: (next) => void (answer = next),
    setApplicant: (maskedName) => void (stage.applicant = maskedName),
    open: async (screens, path, size, { isStill = false } = {}) =>
      screens.open(url + path, size, async (page) => {
        if (isStill) await page.emulateMedia({ reducedMotion: 'reduce' });
        // From a minute before: what is installed runs until it is paused, and a pause in the past is none.
        await page.clock.install({ time: HALL_TIME - 60_000 });
        await page.clock.pauseAt(HALL_TIME);
      }),
    close: async () => {
      io.disconnectSockets(true);
      await io.close();
      await app.close();
    },
  };
}

async function pageServer(pagesFolder: string, applicant: () => string | null): Promise<FastifyInstance> {
  const app = Fastify({ forceCloseConnections: true, serverFactory: (handler): HttpServer => createServer(handler) });
  app.addHook('onRequest', setSecurityHeaders);
  app.get('/api/v1/windows/:windowId/applicant', () => {
    const maskedName = applicant();
    return { applicant: maskedName === null ? null : { maskedName } };
  });
  // Only the folder of the pages is read of what the gateway knows.
  await app.register((pages) => staticPages(pages, { pagesFolder } as Parameters<typeof staticPages>[1]));
  return app;
}
