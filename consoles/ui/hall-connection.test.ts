// The connection against a real socket.io server: asked once, answered once, over any number of broken links.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Server } from 'socket.io';
import type { CommandAnswer } from '@jiaohao/contracts/socket';
import type { WindowsView } from '@jiaohao/contracts/views';
import { HallConnection } from './hall-connection.ts';
import { viewOf } from './newest-views.ts';

const PATIENCE = { timeout: 20_000 };

interface Asked {
  readonly request: { readonly requestId: string; readonly type: string };
  readonly answer: (answer: CommandAnswer) => void;
}

let server: Server;
let url: string;
let asked: Asked[];
let watched: unknown[];
const opened: HallConnection[] = [];
let broken: unknown[] = [];

const WINDOWS: WindowsView = { seq: 4, hallName: { zh: '大厅', en: 'Hall' }, windows: [] };

beforeEach(async () => {
  asked = [];
  broken = [];
  watched = [];
  const http = createServer();
  server = new Server(http);
  server.use((socket, next) => {
    const isKnown = socket.handshake.auth['token'] === 'good';
    next(isKnown ? undefined : Object.assign(new Error('no'), { data: { code: 'unauthorised' } }));
  });
  server.on('connection', (socket) => {
    const who = { kind: 'clerk', staffNo: '0316' };
    socket.emit('welcome', { at: Date.now() + 3_600_000, who, place: null, serverStartedAt: 1 });
    socket.on('watch', (request: unknown, answer: (answer: unknown) => void) => {
      watched.push(request);
      answer({ ok: true });
      socket.emit('view', { topic: 'windows/hall', view: WINDOWS });
    });
    socket.on('command', (request: Asked['request'], answer: Asked['answer']) => asked.push({ request, answer }));
  });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});

afterEach(async () => {
  for (const connection of opened.splice(0)) connection.close();
  await server.close();
});

function open(token = 'good', patienceMs = 20_000): HallConnection {
  const connection = new HallConnection({ url, token, patienceMs, onBroken: (error) => broken.push(error) });
  opened.push(connection);
  connection.open();
  return connection;
}

const CALL_NEXT = { type: 'callNext', windowId: 'w05' } as const;
const CALLED: CommandAnswer = { ok: true, result: { ticket: null, evaluation: null } };
const untilAsked = (times: number) => vi.waitFor(() => expect(asked).toHaveLength(times), { timeout: 10_000 });

it('sends an unanswered request again under the same id after the link broke, and settles once', async () => {
  const connection = open();
  const outcome = connection.ask(CALL_NEXT);
  await untilAsked(1);
  server.disconnectSockets(true);
  await untilAsked(2);
  expect(asked[1]?.request).toEqual(asked[0]?.request);
  asked[1]?.answer(CALLED);
  expect(await outcome).toEqual({ kind: 'done', result: CALLED.result });
  server.disconnectSockets(true);
  const next = connection.ask(CALL_NEXT);
  await untilAsked(3);
  expect(asked[2]?.request.requestId).not.toBe(asked[0]?.request.requestId);
  asked[2]?.answer({ ok: false, refusal: { code: 'queueEmpty', zh: '当前无人等候', en: 'Nobody is waiting' } });
  expect(await next).toMatchObject({ kind: 'refused', refusal: { code: 'queueEmpty' } });
  expect(asked).toHaveLength(3);
});

it('keeps what was pressed before the first connection', async () => {
  const connection = new HallConnection({ url, token: 'good', onBroken: (error) => broken.push(error) });
  opened.push(connection);
  const outcome = connection.ask(CALL_NEXT);
  connection.open();
  await untilAsked(1);
  asked[0]?.answer(CALLED);
  expect((await outcome).kind).toBe('done');
});

it('says so when no answer comes in time', async () => {
  expect(await open('good', 50).ask(CALL_NEXT)).toEqual({ kind: 'unanswered' });
});

it('watches again after every reconnect and keeps the hall’s clock', async () => {
  const connection = open();
  connection.watch(['windows/hall']);
  await vi.waitFor(() => expect(viewOf(connection.snapshot().views, 'windows', 'hall')).toEqual(WINDOWS), PATIENCE);
  expect(connection.snapshot().link).toBe('connected');
  expect(connection.hallNow() - Date.now()).toBeGreaterThan(3_000_000);
  server.disconnectSockets(true);
  await vi.waitFor(() => expect(watched).toHaveLength(2), { timeout: 10_000 });
  expect(watched[1]).toEqual({ topics: ['windows/hall'] });
});

it('tells the page what it cannot take in', async () => {
  const connection = open();
  const failure = new Error('taking in');
  connection.subscribe(() => {
    if (connection.snapshot().views.size > 0) throw failure;
  });
  connection.watch(['windows/hall']);
  await vi.waitFor(() => expect(broken).toContain(failure), { timeout: 10_000 });
});

it('says when the hall does not know the token', async () => {
  const connection = open('other');
  await vi.waitFor(() => expect(connection.snapshot().connectRefusal).toBe('unauthorised'), PATIENCE);
  expect(connection.snapshot().link).toBe('refused');
});
