// The socket contract, message by message, with real clients.
import { expect, test } from 'vitest';
import { HEARTBEAT_MS, PROTOCOL_VERSION } from '@jiaohao/contracts/socket';
import type { Socket } from 'socket.io-client';
import { refusal, TEST_CONFIG } from './testing/memory-hall.ts';
import { ADMIN, BOARD, CLERK, heard, KIOSK, testGateway, WINDOW_TERMINAL } from './testing/test-gateway.ts';

/** For what a busy machine takes its time with. */
const PATIENTLY = { timeout: 30_000 };

const connectError = async (socket: Socket) => (await heard<Error & { data?: unknown }>(socket, 'connect_error')).data;

test('welcome says who, where, the time of the hall and since when it serves', async () => {
  const { hall, client } = await testGateway();
  hall.places.set('1001', 'w1');
  const startedAt = hall.clockMs;
  hall.clockMs += 5_000;
  const welcome = await heard(client({ token: hall.tokenFor(CLERK), protocolVersion: PROTOCOL_VERSION }), 'welcome');
  const place = { zoneId: 'z1', windowId: 'w1' };
  expect(welcome).toEqual({ at: startedAt + 5_000, who: CLERK, place, serverStartedAt: startedAt });
  const board = await heard(client({ token: hall.tokenFor(BOARD), protocolVersion: PROTOCOL_VERSION }), 'welcome');
  expect(board).toMatchObject({ who: BOARD, place: null });
});

test('no good token: unauthorised; another version: protocolMismatch, even with an old token', async () => {
  const { hall, client } = await testGateway();
  const token = hall.tokenFor(BOARD);
  const protocolVersion = PROTOCOL_VERSION;
  for (const auth of [
    {},
    { token },
    { token: 'wrong', protocolVersion },
    { token: 5, protocolVersion },
    { protocolVersion },
  ]) {
    expect(await connectError(client(auth))).toEqual({ code: 'unauthorised' });
  }
  for (const old of [token, 'wrong']) {
    const auth = { token: old, protocolVersion: PROTOCOL_VERSION + 1 };
    expect(await connectError(client(auth))).toEqual({ code: 'protocolMismatch' });
  }
  expect(hall.presence).toEqual([]);
});

test('a client with default options (polling first) is served too', async () => {
  const { connected } = await testGateway();
  const board = await connected(BOARD, { transports: ['polling', 'websocket'] });
  expect(await board.emitWithAck('watch', { topics: ['boardCalls/hall'] })).toEqual({ ok: true });
});

test('a page from elsewhere is not let in, our own is', async () => {
  const { gateway, connected, client, hall } = await testGateway();
  await connected(BOARD, { extraHeaders: { Origin: gateway.url } });
  for (const Origin of ['http://elsewhere.example', 'null', 'not an address']) {
    const auth = { token: hall.tokenFor(BOARD), protocolVersion: PROTOCOL_VERSION };
    expect(await connectError(client(auth, { extraHeaders: { Origin } }))).not.toMatchObject({ code: 'unauthorised' });
  }
  expect(hall.presence).toEqual(['+b1']);
});

test('commands: result, refusal, wrong field, forbidden; a full disk and a bug are refusals too', async () => {
  const { hall, connected } = await testGateway();
  const clerk = await connected(CLERK);
  const ask = (body: unknown) => clerk.emitWithAck('command', body) as Promise<unknown>;
  const call = { requestId: 'press-0001', type: 'callNext', windowId: 'w1' };
  hall.answer = () => ({ ok: true, result: { ticket: null, evaluation: null } });
  expect(await ask(call)).toEqual({ ok: true, result: { ticket: null, evaluation: null } });
  expect(hall.requests).toEqual([
    { requestId: 'press-0001', command: { type: 'callNext', windowId: 'w1' }, who: CLERK },
  ]);
  hall.answer = () => refusal('queueEmpty');
  expect(await ask(call)).toMatchObject({ ok: false, refusal: { code: 'queueEmpty' } });
  expect(await ask({ ...call, windowId: '' })).toMatchObject({
    ok: false,
    error: { code: 'invalidField', field: 'windowId' },
  });
  expect(await ask({ ...call, type: 'openDay', windowId: undefined })).toMatchObject({ error: { code: 'forbidden' } });
  expect(await ask({ ...call, actingFor: { staffNo: '1002' } })).toMatchObject({ error: { code: 'forbidden' } });
  hall.answer = () => Promise.reject(new Error('secret'));
  expect(await ask(call)).toMatchObject({ ok: false, refusal: { code: 'internalError' } });
});

test('watch answers, then sends the present views; a new watch replaces the old', async () => {
  const { hall, connected } = await testGateway();
  const board = await connected(BOARD);
  const seen: string[] = [];
  board.on('view', (message: { topic: string }) => seen.push(message.topic));
  const watch = (...topics: string[]) => board.emitWithAck('watch', { topics }) as Promise<unknown>;
  expect(await watch('boardCalls/hall', 'boardCalls/z1')).toEqual({ ok: true });
  expect(await watch('boardCalls/z1')).toEqual({ ok: true });
  // The answer to this comes after everything that was sent before it.
  await watch();
  expect(seen).toEqual(['boardCalls/hall', 'boardCalls/z1', 'boardCalls/z1']);
  await watch('boardCalls/z1');
  hall.change('boardCalls/hall', 'boardCalls/z1');
  await watch();
  expect(seen.slice(3)).toEqual(['boardCalls/z1', 'boardCalls/z1']);
  hall.change('boardCalls/z1');
  await watch();
  expect(seen).toHaveLength(5);
});

test('a watch that is refused changes nothing', async () => {
  const { hall, connected } = await testGateway();
  const terminal = await connected(WINDOW_TERMINAL);
  const watch = (topics: unknown) => terminal.emitWithAck('watch', { topics }) as Promise<unknown>;
  expect(await watch(['windowTerminal/w1'])).toEqual({ ok: true });
  expect(await watch(['windowTerminal/w1', 'windowTerminal/w2'])).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  });
  expect(await watch(['kiosk/hall'])).toMatchObject({ error: { code: 'forbidden' } });
  expect(await watch(['nonsense/w1'])).toMatchObject({ error: { code: 'invalidField', field: 'topics.0' } });
  expect(await watch('windowTerminal/w1')).toMatchObject({ error: { code: 'invalidField', field: 'topics' } });
  expect(await watch(Array.from({ length: 101 }, () => 'windowTerminal/w1'))).toMatchObject({
    error: { field: 'topics' },
  });
  const admin = await connected(ADMIN);
  const unknown: unknown = await admin.emitWithAck('watch', { topics: ['windows/hall', 'clerkCalls/w9'] });
  expect(unknown).toMatchObject({ error: { code: 'invalidField', field: 'topics.1' } });
  const next = heard(terminal, 'view');
  hall.change('windowTerminal/w1');
  expect(await next).toMatchObject({ topic: 'windowTerminal/w1', view: { seq: 1 } });
});

test('one computation for a topic, however many watch it', async () => {
  const { hall, connected } = await testGateway();
  const boards = await Promise.all(Array.from({ length: 12 }, () => connected(BOARD)));
  await Promise.all(boards.map((board) => board.emitWithAck('watch', { topics: ['boardCalls/hall'] })));
  const before = hall.computed.get('boardCalls/hall') ?? 0;
  expect(before).toBe(12);
  const views = boards.map((board) => heard<{ view: { seq: number } }>(board, 'view'));
  hall.change('boardCalls/hall');
  expect((await Promise.all(views)).map(({ view }) => view.seq)).toEqual(boards.map(() => 1));
  expect(hall.computed.get('boardCalls/hall')).toBe(13);
});

test('status reaches its watchers when its time has come', async () => {
  const { hall, clock, connected } = await testGateway();
  const kiosk = await connected(KIOSK);
  const first = heard(kiosk, 'view');
  await kiosk.emitWithAck('watch', { topics: ['kiosk/hall'] });
  await first;
  const next = heard(kiosk, 'view');
  hall.change('kiosk/hall');
  clock.advance(0);
  expect(await next).toMatchObject({ topic: 'kiosk/hall', view: { seq: 1 } });
});

test('a heartbeat every two seconds, with the clock of the hall', async () => {
  const { hall, clock, connected } = await testGateway();
  const board = await connected(BOARD);
  const beats: number[] = [];
  board.on('heartbeat', ({ at }: { at: number }) => beats.push(at));
  hall.clockMs = 1000;
  clock.advance(HEARTBEAT_MS - 1);
  clock.advance(1);
  hall.clockMs = 2000;
  clock.advance(HEARTBEAT_MS);
  await board.emitWithAck('watch', { topics: [] });
  expect(beats).toEqual([1000, 2000]);
});

test('painted: from displays alone, with a call seq alone; receipts go to those who watch the window', async () => {
  const { hall, connected, log } = await testGateway();
  const [board, clerk, other] = [await connected(BOARD), await connected(CLERK), await connected(CLERK)];
  await clerk.emitWithAck('watch', { topics: ['clerkCalls/w1'] });
  await other.emitWithAck('watch', { topics: ['clerkCalls/w2'] });
  let others = 0;
  other.on('receipts', () => (others += 1));
  for (const message of [{ callSeq: 7 }, { callSeq: '7' }, { callSeq: 7, displayId: 'd1' }, {}, null, 7])
    board.emit('painted', message);
  board.emit('painted');
  clerk.emit('painted', { callSeq: 8 });
  await Promise.all([board, clerk].map((socket) => socket.emitWithAck('watch', {})));
  expect(hall.paintings).toEqual([['b1', 7]]);
  expect(log.lines().filter((line) => line['event'] === 'painted')).toHaveLength(7);

  await clerk.emitWithAck('watch', { topics: ['clerkCalls/w1'] });
  const receipt = heard(clerk, 'receipts');
  hall.receipt({ windowId: 'w1', callSeq: 7, displays: 3 });
  expect(await receipt).toEqual({ callSeq: 7, displays: 3 });
  await other.emitWithAck('watch', { topics: [] });
  expect(others).toBe(0);
});

test('a display with two sockets is gone with the second', async () => {
  const { hall, connected, log } = await testGateway();
  const [first, second] = [await connected(BOARD), await connected(BOARD)];
  await connected(CLERK);
  expect(hall.presence).toEqual(['+b1']);
  const farewells = () => log.lines().filter((line) => line['msg'] === 'disconnected').length;
  first.close();
  await expect.poll(farewells, PATIENTLY).toBe(1);
  expect(hall.presence).toEqual(['+b1']);
  second.close();
  await expect.poll(farewells, PATIENTLY).toBe(2);
  expect(hall.presence).toEqual(['+b1', '-b1']);
  await connected(BOARD);
  expect(hall.presence).toEqual(['+b1', '-b1', '+b1']);
});

test('whoever the new configuration no longer knows is sent nothing more, and may do nothing', async () => {
  const { hall, connected } = await testGateway();
  const [kept, lost] = [await connected(BOARD), await connected({ kind: 'display', displayId: 'd1' })];
  for (const display of [kept, lost]) await display.emitWithAck('watch', { topics: ['boardCalls/hall'] });
  const seen: string[] = [];
  for (const [name, display] of [
    ['kept', kept],
    ['lost', lost],
  ] as const)
    display.on('view', () => seen.push(name));
  const displays = TEST_CONFIG.displays.filter((display) => display.displayId === 'b1');
  hall.configure({ ...TEST_CONFIG, displays }, 'boardCalls/hall');
  const again: unknown = await lost.emitWithAck('watch', { topics: ['boardCalls/hall'] });
  await kept.emitWithAck('watch', { topics: [] });
  expect(again).toMatchObject({ error: { code: 'forbidden' } });
  expect(seen).toEqual(['kept']);
});
