// The thin slice: one gateway, one command over HTTP and one over a socket, one view to a board, and an orderly end.
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { startGateway } from './gateway.ts';
import { BOARD, CLERK, KIOSK, heard, testGateway } from './testing/test-gateway.ts';

test('a command over HTTP is answered with the result itself', async () => {
  const { hall, post } = await testGateway();
  hall.answer = () => ({ ok: true, result: { ticketId: 7, peopleAhead: 2 } });
  const answer = await post('/api/v1/commands', { requestId: 'touch-0001', type: 'issueTicket', queueId: 'q1' }, KIOSK);
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({ ticketId: 7, peopleAhead: 2 });
  expect(hall.requests).toEqual([
    { requestId: 'touch-0001', command: { type: 'issueTicket', queueId: 'q1' }, who: KIOSK },
  ]);
});

test('a command over a socket is answered, a change reaches the board that watches', async () => {
  const { hall, connected } = await testGateway();
  const clerk = await connected(CLERK);
  const board = await connected(BOARD);
  const first = heard(board, 'view');
  expect(await board.emitWithAck('watch', { topics: ['boardCalls/hall'] })).toEqual({ ok: true });
  expect(await first).toEqual({ topic: 'boardCalls/hall', view: { seq: 0, calls: [] } });
  const next = heard(board, 'view');
  hall.answer = () => {
    hall.change('boardCalls/hall');
    return { ok: true, result: { ticket: null, evaluation: null } };
  };
  const answer: unknown = await clerk.emitWithAck('command', {
    requestId: 'press-0001',
    type: 'callNext',
    windowId: 'w1',
  });
  expect(answer).toEqual({ ok: true, result: { ticket: null, evaluation: null } });
  expect(await next).toEqual({ topic: 'boardCalls/hall', view: { seq: 1, calls: [] } });
});

test('closing ends connections, stops the clock and lets the hall go', async () => {
  const { hall, clock, gateway, connected, request } = await testGateway();
  const board = await connected(BOARD);
  const gone = heard(board, 'disconnect');
  await gateway.close();
  await gone;
  expect(hall.presence).toEqual(['+b1', '-b1']);
  expect(hall.listeners()).toBe(0);
  expect(clock.waiting()).toBe(0);
  await expect(request('/healthz')).rejects.toThrow();
});

test('a client that stops in the middle of a request does not hold up the end', async () => {
  const { gateway } = await testGateway();
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  const closed = new Promise((resolve) => socket.once('close', resolve));
  // The answer to the first request shows that the server has read the beginning of the second.
  const answered = new Promise((resolve) => socket.once('data', resolve));
  const half =
    'POST /api/v1/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"staff';
  socket.write(`GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n${half}`);
  await answered;
  await gateway.close();
  await closed;
});

test('a port that is taken is told, and leaves nothing behind', async () => {
  const { hall, clock, gateway, log } = await testGateway();
  const before = { listeners: hall.listeners(), timers: clock.waiting() };
  const port = Number(new URL(gateway.url).port);
  const where = { host: '127.0.0.1', port, pagesFolder: '/nowhere', storage: () => Promise.resolve(null) };
  const second = startGateway({ hall, logger: log.logger, clock, ...where });
  await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
  expect({ listeners: hall.listeners(), timers: clock.waiting() }).toEqual(before);
});
