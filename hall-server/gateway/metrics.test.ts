// The figures for Prometheus over a real gateway: their format, what counts as what, and that no label is anybody's.
import { expect, test, vi } from 'vitest';
import type { EventBody, HallEvent } from '@jiaohao/contracts/events';
import type { Principal } from '@jiaohao/contracts/principal';
import { figure, parseExposition } from './testing/exposition.ts';
import { refusal } from './testing/memory-hall.ts';
import { ADMIN, CLERK, KIOSK, TEST_STORAGE, testGateway } from './testing/test-gateway.ts';
import type { TestGateway } from './testing/test-gateway.ts';

const MONITOR: Principal = { kind: 'monitor', monitorId: 'prometheus' };
const AT = 1_772_400_000_000;

async function scraped({ request }: TestGateway) {
  const { text, headers } = await request('/metrics', { who: MONITOR });
  expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  return parseExposition(text);
}

function commit({ hall }: TestGateway, commitMs: number, ...events: (readonly [number, EventBody])[]): void {
  const full = events.map(([at, body], index): HallEvent => ({ ...body, seq: index + 1, at, who: CLERK }));
  hall.commit({ events: full, commitMs });
}

const issued = (ticketId: number, queueId: string): EventBody => ({
  type: 'TicketIssued',
  ticketId,
  ticketNumber: 'A001',
  queueId,
  serviceItemId: null,
  personRef: 'p000000000000000000000001',
  priorityClass: 'ordinary',
  priorityReason: null,
  peopleAhead: 0,
  estimatedWaitMs: null,
  channel: 'kiosk',
  terminalId: 'k1',
});
const called = (callSeq: number, ticketId: number, callCount: number): EventBody => ({
  type: 'TicketCalled',
  callSeq,
  ticketId,
  windowId: 'w1',
  callCount,
  staffNo: '1001',
});

test('tickets, calls, waits, receipts and commits are counted as they happened', async () => {
  const gateway = await testGateway();
  gateway.hall.issuedAt.set(1, AT).set(2, AT);
  commit(gateway, 4, [AT, issued(1, 'q1')], [AT, issued(2, 'q1')]);
  commit(gateway, 20, [AT + 90_000, called(10, 1, 1)]);
  commit(gateway, 1, [AT + 90_400, { type: 'CallSeen', callSeq: 10, displayId: 'b1' }]);
  // A second call of the same ticket waits no more; a receipt of a call that nobody remembers has no time.
  commit(gateway, 1, [AT + 200_000, called(20, 1, 2)], [AT, { type: 'CallSeen', callSeq: 999, displayId: 'b1' }]);
  commit(gateway, 1, [AT, { type: 'TicketMissed', ticketId: 1, windowId: 'w1', seen: true }]);
  const families = await scraped(gateway);
  expect(figure(families, 'jiaohao_tickets_issued_total', { queue: 'q1' })).toBe(2);
  expect(figure(families, 'jiaohao_calls_total')).toBe(2);
  expect(figure(families, 'jiaohao_tickets_missed_total')).toBe(1);
  expect(figure(families, 'jiaohao_recalls_total')).toBe(0);
  expect(figure(families, 'jiaohao_wait_seconds_count')).toBe(1);
  expect(figure(families, 'jiaohao_wait_seconds_sum')).toBe(90);
  expect(figure(families, 'jiaohao_wait_seconds_bucket', { le: '60' })).toBe(0);
  expect(figure(families, 'jiaohao_wait_seconds_bucket', { le: '120' })).toBe(1);
  expect(figure(families, 'jiaohao_call_seen_seconds_count')).toBe(1);
  expect(figure(families, 'jiaohao_call_seen_seconds_sum')).toBeCloseTo(0.4);
  expect(figure(families, 'jiaohao_commit_seconds_count')).toBe(5);
  expect(figure(families, 'jiaohao_commit_seconds_sum')).toBeCloseTo(0.027);
  expect(figure(families, 'jiaohao_commit_events_sum')).toBe(7);
  expect(figure(families, 'jiaohao_events_total', { type: 'CallSeen' })).toBe(2);
});

test('screens, sockets, devices, disk and day are read when asked for, and what is gone is gone', async () => {
  const gateway = await testGateway();
  const kiosk = await gateway.connected(KIOSK);
  await gateway.connected(ADMIN);
  gateway.hall.reportedDevices = [
    { terminalId: 'k1', device: { kind: 'ticketPrinter', state: 'fault', code: 'paperOut' }, sinceAt: AT },
  ];
  const families = await scraped(gateway);
  expect(figure(families, 'jiaohao_stations_configured', { kind: 'board' })).toBe(1);
  expect(figure(families, 'jiaohao_stations_connected', { kind: 'board' })).toBe(0);
  expect(figure(families, 'jiaohao_stations_connected', { kind: 'kiosk' })).toBe(1);
  expect(figure(families, 'jiaohao_sockets_open', { kind: 'admin' })).toBe(1);
  expect(figure(families, 'jiaohao_sockets_total', { what: 'opened' })).toBe(2);
  const printer = { terminal: 'k1', device: 'ticketPrinter' };
  expect(figure(families, 'jiaohao_device_state', { ...printer, state: 'fault', code: 'paperOut' })).toBe(1);
  expect(figure(families, 'jiaohao_device_state_since_timestamp_seconds', printer)).toBe(AT / 1_000);
  expect(families.get('jiaohao_paper_left_metres')?.samples).toEqual([]);
  expect(figure(families, 'jiaohao_disk_free_bytes')).toBe(TEST_STORAGE.freeBytes);
  expect(figure(families, 'jiaohao_journal_bytes')).toBe(TEST_STORAGE.journalBytes);
  expect(figure(families, 'jiaohao_day_open')).toBe(1);
  expect(figure(families, 'jiaohao_storage_full')).toBe(0);

  kiosk.close();
  gateway.hall.reportedDevices = [
    {
      terminalId: 'k1',
      device: { kind: 'ticketPrinter', state: 'ready', code: null, paperLeftMm: 12_500 },
      sinceAt: AT,
    },
  ];
  gateway.hall.state = { ...gateway.hall.state, isWriting: false, businessDay: null };
  await vi.waitFor(
    async () => expect(figure(await scraped(gateway), 'jiaohao_stations_connected', { kind: 'kiosk' })).toBe(0),
    { timeout: 20_000 },
  );
  const later = await scraped(gateway);
  expect(later.get('jiaohao_device_state')?.samples.map(({ labels }) => labels['state'])).toEqual(['ready']);
  expect(figure(later, 'jiaohao_paper_left_metres', { terminal: 'k1' })).toBe(12.5);
  expect(figure(later, 'jiaohao_storage_full')).toBe(1);
  expect(figure(later, 'jiaohao_day_open')).toBe(0);
});

test('commands by outcome, HTTP by route: words that anybody may send never become labels', async () => {
  const gateway = await testGateway();
  const { post, request, hall } = gateway;
  const command = (requestId: string, type: string) => ({ requestId, type, windowId: 'w1' });
  hall.answer = () => refusal('queueEmpty');
  await post('/api/v1/commands', command('figures-1', 'callNext'), ADMIN);
  await post('/api/v1/commands', command('figures-2', 'x'.repeat(500)), ADMIN);
  await post('/api/v1/commands', { type: '__proto__' }, ADMIN);
  for (const path of ['/nobody-1', '/nobody-2', '/api/v1/views/boardCalls/hall', '/api/v1/views/boardCalls/z1'])
    await request(path, { who: ADMIN });
  const families = await scraped(gateway);
  expect(figure(families, 'jiaohao_commands_total', { type: 'callNext', outcome: 'queueEmpty' })).toBe(1);
  expect(figure(families, 'jiaohao_commands_total', { type: 'none', outcome: 'invalidField' })).toBe(2);
  const views = { method: 'GET', route: '/api/v1/views/:kind/:id', status: '200' };
  expect(figure(families, 'jiaohao_http_answers_total', views)).toBe(2);
  expect(figure(families, 'jiaohao_http_answers_total', { method: 'GET', route: 'none', status: '404' })).toBe(2);
});

test('no label names a person, and a thousand events of one kind are one series', async () => {
  const gateway = await testGateway();
  await gateway.connected(CLERK);
  // Of the hall's own: a collection of garbage may add series to the process's.
  const series = (families: Awaited<ReturnType<typeof scraped>>) =>
    [...families.values()].flatMap(({ samples }) => samples).filter(({ name }) => name.startsWith('jiaohao_')).length;
  const before = series(await scraped(gateway));
  for (let no = 1; no <= 1_000; no++) commit(gateway, 1, [AT, called(no, no, 1)]);
  const { text } = await gateway.request('/metrics', { who: MONITOR });
  expect(text).not.toMatch(/1001|p0000|A001|prometheus/);
  expect(series(parseExposition(text)) - before).toBeLessThanOrEqual(3);
});

test('the process itself is among the figures', async () => {
  const families = await scraped(await testGateway());
  for (const name of ['process_resident_memory_bytes', 'process_cpu_seconds_total', 'nodejs_eventloop_lag_p99_seconds'])
    expect(figure(families, name)).toBeGreaterThanOrEqual(0);
  expect([...families.values()].every(({ type, help }) => type !== '' && help !== '')).toBe(true);
});
