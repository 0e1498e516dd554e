// The link of a ticket at the door: good for its own two views over a socket, and for nothing else anywhere.
import { expect, test } from 'vitest';
import { PROTOCOL_VERSION, STATUS_INTERVAL_MS } from '@jiaohao/contracts/socket';
import type { Topic } from '@jiaohao/contracts/views';
import { manualClock } from './testing/manual-clock.ts';
import { LINK_TOKEN, MemoryHall } from './testing/memory-hall.ts';
import { ADMIN, heard, testGateway } from './testing/test-gateway.ts';
import type { TestGateway } from './testing/test-gateway.ts';
import { startViewFeed } from './view-feed.ts';

const HOLDER = { kind: 'applicant', ticketId: 7, queueId: 'q1' } as const;

async function phone({ client }: TestGateway, token = LINK_TOKEN) {
  const socket = client({ token, protocolVersion: PROTOCOL_VERSION });
  return { socket, welcome: await heard(socket, 'welcome') };
}

test('it sees its own ticket and its queue’s progress, at once and when they change', async () => {
  const gateway = await testGateway();
  const { socket, welcome } = await phone(gateway);
  expect(welcome).toMatchObject({ who: HOLDER, place: null });
  expect(await socket.emitWithAck('watch', { topics: ['ticket/7', 'queueProgress/q1'] })).toEqual({ ok: true });
  const told = heard<{ topic: string }>(socket, 'view');
  gateway.hall.change('ticket/7');
  expect(await told).toMatchObject({ topic: 'ticket/7' });
});

test('it may watch nothing else', async () => {
  const gateway = await testGateway();
  const { socket } = await phone(gateway);
  const others: Topic[] = [
    ...(['ticket/8', 'ticket/q1', 'queueProgress/q2', 'queueProgress/7', 'kiosk/hall', 'windows/hall'] as const),
    ...(['boardCalls/hall', 'boardStatus/hall', 'clerkCalls/w1', 'windowTerminal/w1', 'pad/w1'] as const),
  ];
  for (const topic of others) {
    const answer: unknown = await socket.emitWithAck('watch', { topics: ['ticket/7', topic] });
    expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  }
});

test('whatever it asks is refused, also in the name of somebody else', async () => {
  const gateway = await testGateway();
  const { socket } = await phone(gateway);
  for (const body of [
    { type: 'issueTicket', queueId: 'q1' },
    { type: 'reprintTicket', ticketId: 7 },
    { type: 'recordEvaluation', ticketId: 7, rating: 5 },
    { type: 'callNext', windowId: 'w1', actingFor: { staffNo: '1001' } },
  ]) {
    const answer: unknown = await socket.emitWithAck('command', { requestId: 'request-0001', ...body });
    expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  }
  expect(gateway.hall.requests).toEqual([]);
});

test('no HTTP route knows it', async () => {
  const { request, post } = await testGateway();
  for (const path of ['/api/v1/views', '/api/v1/views/ticket/7', '/api/v1/events', '/api/v1/health', '/metrics']) {
    expect((await request(path, { who: LINK_TOKEN })).status).toBe(401);
  }
  const command = { requestId: 'request-0001', type: 'issueTicket', queueId: 'q1' };
  expect((await post('/api/v1/commands', command, LINK_TOKEN)).status).toBe(401);
});

test('a wrong link is turned away as any token that nobody was given', async () => {
  const { client } = await testGateway();
  for (const token of [`7.${'x'.repeat(22)}`, `8.${'t'.repeat(22)}`, '7', '7.']) {
    const socket = client({ token, protocolVersion: PROTOCOL_VERSION });
    const error = await heard<Error & { data?: unknown }>(socket, 'connect_error');
    expect(error.data).toEqual({ code: 'unauthorised' });
  }
});

test('phones are counted, not known: no token in the log, no line in the health report, nothing kept when they have gone', async () => {
  const gateway = await testGateway();
  const { socket } = await phone(gateway);
  const sockets = async () => (await gateway.request('/metrics', { who: ADMIN })).text;
  expect(await sockets()).toContain('jiaohao_sockets_open{kind="applicant"} 1');
  const report = (await gateway.request('/api/v1/health', { who: ADMIN })).text;
  expect(report).not.toContain('applicant');
  socket.close();
  await expect.poll(sockets).toContain('jiaohao_sockets_open{kind="applicant"} 0');
  expect(gateway.log.text()).toContain('applicant 7');
  expect(gateway.log.text()).not.toContain('t'.repeat(22));
});

test('a call goes to its phone within the change, after the boards; progress is held back, and computed once for all phones', () => {
  const hall = new MemoryHall();
  const clock = manualClock();
  const sent: Topic[] = [];
  const audience = { isWatched: () => true, send: (topic: Topic) => void sent.push(topic) };
  const feed = startViewFeed(hall, audience, clock, (error) => {
    throw error;
  });
  hall.change('ticket/7', 'queueProgress/q1', 'boardCalls/hall');
  expect(sent).toEqual(['boardCalls/hall', 'ticket/7']);
  for (let ms = 0; ms < 10_000; ms += STATUS_INTERVAL_MS) {
    hall.change('queueProgress/q1');
    clock.advance(STATUS_INTERVAL_MS);
  }
  expect(hall.computed.get('queueProgress/q1')).toBeLessThanOrEqual(6);
  expect(hall.computed.get('queueProgress/q1')).toBeGreaterThanOrEqual(5);
  feed.close();
});
