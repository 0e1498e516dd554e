// A real gateway on a free port over a memory hall, its log lines caught, its clients closed at the end of the test.
import { Writable } from 'node:stream';
import { join } from 'node:path';
import { pino } from 'pino';
import { io } from 'socket.io-client';
import type { ManagerOptions, Socket, SocketOptions } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import type { Principal } from '@jiaohao/contracts/principal';
import { PROTOCOL_VERSION } from '@jiaohao/contracts/socket';
import { startGateway } from '../gateway.ts';
import { manualClock } from './manual-clock.ts';
import { MemoryHall } from './memory-hall.ts';

export const ADMIN: Principal = { kind: 'admin' };
export const KIOSK: Principal = { kind: 'terminal', terminalId: 'k1' };
export const WINDOW_TERMINAL: Principal = { kind: 'terminal', terminalId: 't1' };
export const BOARD: Principal = { kind: 'display', displayId: 'b1' };
export const CLERK: Principal = { kind: 'clerk', staffNo: '1001' };

export const TEST_STORAGE = { journalBytes: 1_000_000, freeBytes: 50_000_000_000, totalBytes: 100_000_000_000 };

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>> & { error?: Told; refusal?: Told };
}
type Told = { code: string; field?: string; zh: string; en: string };

export async function testGateway(options: { readonly pagesFolder?: string; readonly updatesFolder?: string } = {}) {
  const hall = new MemoryHall();
  const clock = manualClock();
  const log = caughtLog();
  const pagesFolder = options.pagesFolder ?? join(import.meta.dirname, 'no-pages-here');
  const updates = options.updatesFolder === undefined ? {} : { updatesFolder: options.updatesFolder };
  const gateway = await startGateway({
    hall,
    host: '127.0.0.1',
    port: 0,
    pagesFolder,
    logger: log.logger,
    clock,
    storage: () => Promise.resolve(TEST_STORAGE),
    ...updates,
  });
  onTestFinished(() => gateway.close());

  async function request(
    path: string,
    init: RequestInit & { readonly who?: Principal | string } = {},
  ): Promise<Answer> {
    const headers = new Headers(init.headers);
    if (init.who !== undefined) {
      headers.set('Authorization', `Bearer ${typeof init.who === 'string' ? init.who : hall.tokenFor(init.who)}`);
    }
    const response = await fetch(new URL(path, gateway.url), { redirect: 'manual', ...init, headers });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const body = (isJson && text !== '' ? JSON.parse(text) : {}) as Answer['body'];
    return { status: response.status, headers: response.headers, text, body };
  }

  const post = (path: string, body: unknown, who?: Principal | string) =>
    request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...(who === undefined ? {} : { who }),
    });

  function client(auth: Record<string, unknown>, extra: Partial<ManagerOptions & SocketOptions> = {}): Socket {
    const socket = io(gateway.url, { auth, forceNew: true, reconnection: false, transports: ['websocket'], ...extra });
    onTestFinished(() => void socket.close());
    return socket;
  }

  async function connected(who: Principal, extra: Partial<ManagerOptions & SocketOptions> = {}): Promise<Socket> {
    const socket = client({ token: hall.tokenFor(who), protocolVersion: PROTOCOL_VERSION }, extra);
    await heard(socket, 'welcome');
    return socket;
  }

  return { hall, clock, gateway, log, request, post, client, connected };
}

export type TestGateway = Awaited<ReturnType<typeof testGateway>>;

/** The next message of this name. */
export function heard<T = unknown>(socket: Socket, event: string): Promise<T> {
  return new Promise((resolve) => socket.once(event, (message: T) => resolve(message)));
}

function caughtLog() {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString('utf8'));
      done();
    },
  });
  const logger = pino({ level: 'trace' }, stream);
  return {
    logger,
    text: () => lines.join(''),
    lines: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}
