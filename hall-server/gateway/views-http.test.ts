// Views, events, configuration and the applicant's name over HTTP: who gets them, and what the others are told.
import { expect, test } from 'vitest';
import { TEST_CONFIG } from './testing/memory-hall.ts';
import { ADMIN, BOARD, CLERK, KIOSK, testGateway, WINDOW_TERMINAL } from './testing/test-gateway.ts';

test('a view is its own whole self; those who may not see it get 403, nobody gets one that is not there', async () => {
  const { request } = await testGateway();
  const path = '/api/v1/views/boardCalls/hall';
  expect((await request(path, { who: BOARD })).body).toEqual({ seq: 0, calls: [] });
  expect((await request(path, { who: CLERK })).status).toBe(403);
  expect((await request(path)).status).toBe(401);
  expect((await request('/api/v1/views/boardCalls/nowhere', { who: BOARD })).status).toBe(404);
  expect((await request('/api/v1/views/secrets/hall', { who: ADMIN })).status).toBe(404);
  expect((await request(`/api/v1/views/kiosk/${'x'.repeat(90)}`, { who: ADMIN })).status).toBe(404);
  expect((await request('/api/v1/views/windowTerminal/w1', { who: WINDOW_TERMINAL })).status).toBe(200);
  expect((await request('/api/v1/views/windowTerminal/w2', { who: WINDOW_TERMINAL })).status).toBe(403);
});

test('the list of views is what this asker may watch', async () => {
  const { request, hall } = await testGateway();
  expect((await request('/api/v1/views', { who: KIOSK })).body).toEqual({ topics: ['kiosk/hall'] });
  expect((await request('/api/v1/views', { who: ADMIN })).body).toEqual({ topics: hall.topics() });
});

test('events: page by page for the administrator alone, a wrong query names its field', async () => {
  const { request, hall } = await testGateway();
  hall.events = [1, 2, 3].map((seq) => ({ seq, at: 1, who: ADMIN, type: 'TicketingOpened' }));
  const first = await request('/api/v1/events?after=0&limit=2', { who: ADMIN });
  expect(first.body).toEqual({ events: hall.events.slice(0, 2), lastSeq: 2, hasMore: true });
  const second = await request('/api/v1/events?after=2&limit=2', { who: ADMIN });
  expect(second.body).toEqual({ events: hall.events.slice(2), lastSeq: 3, hasMore: false });
  expect((await request('/api/v1/events?after=3', { who: ADMIN })).body).toEqual({
    events: [],
    lastSeq: 3,
    hasMore: false,
  });
  for (const [query, field] of [
    ['after=-1', 'after'],
    ['after=x', 'after'],
    ['limit=0', 'limit'],
    ['limit=1001', 'limit'],
    ['since=3', 'since'],
  ]) {
    const answer = await request(`/api/v1/events?${query}`, { who: ADMIN });
    expect([answer.status, answer.body.error?.field]).toEqual([400, field]);
  }
  for (const who of [KIOSK, BOARD, CLERK]) expect((await request('/api/v1/events', { who })).status).toBe(403);
});

test('the configuration: the administrator alone, 404 before there is one', async () => {
  const { request, hall } = await testGateway();
  expect((await request('/api/v1/config', { who: ADMIN })).body).toEqual(TEST_CONFIG);
  expect((await request('/api/v1/config', { who: CLERK })).status).toBe(403);
  hall.configure(null);
  expect((await request('/api/v1/config', { who: ADMIN })).status).toBe(404);
});

test('the applicant: the clerk at that window and the administrator; each look leaves a line without the name', async () => {
  const { request, hall, log } = await testGateway();
  const path = '/api/v1/windows/w1/applicant';
  expect((await request(path, { who: CLERK })).status).toBe(403);
  hall.places.set('1001', 'w1');
  expect((await request(path, { who: CLERK })).body).toEqual({ applicant: null });
  hall.applicant = { maskedName: '张*' };
  expect((await request(path, { who: CLERK })).body).toEqual({ applicant: { maskedName: '张*' } });
  expect((await request('/api/v1/windows/w2/applicant', { who: CLERK })).status).toBe(403);
  expect((await request('/api/v1/windows/w9/applicant', { who: ADMIN })).status).toBe(404);
  for (const who of [KIOSK, WINDOW_TERMINAL, BOARD]) expect((await request(path, { who })).status).toBe(403);
  const looks = log.lines().filter((line) => line['msg'] === 'applicant shown');
  expect(looks.map((line) => [line['who'], line['windowId']])).toEqual([
    ['clerk 1001', 'w1'],
    ['clerk 1001', 'w1'],
  ]);
  expect(log.text()).not.toContain('张*');
});

test('health: well, or able to show but not to write; nothing secret either way', async () => {
  const { request, hall } = await testGateway();
  const well = await request('/healthz');
  expect([well.status, well.body]).toEqual([200, { status: 'ok', businessDay: '2026-03-02' }]);
  hall.state = { ...hall.state, isWriting: false };
  const unwell = await request('/healthz');
  expect([unwell.status, unwell.body]).toEqual([503, { status: 'readOnly', businessDay: '2026-03-02' }]);
});
