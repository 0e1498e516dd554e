// The technician's report over a real gateway: who is there, who is not, whose clock is wrong, and who may ask.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Socket } from 'socket.io-client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { HallConfig } from '@jiaohao/contracts/hall-config';
import { HealthReport } from '@jiaohao/contracts/health';
import type { Principal } from '@jiaohao/contracts/principal';
import { PRODUCT_VERSION } from '@jiaohao/contracts/product';
import { PROTOCOL_VERSION } from '@jiaohao/contracts/socket';
import { configuredStations } from './health-report.ts';
import { TEST_CONFIG } from './testing/memory-hall.ts';
import { ADMIN, BOARD, CLERK, KIOSK, TEST_STORAGE, WINDOW_TERMINAL, testGateway } from './testing/test-gateway.ts';
import type { TestGateway } from './testing/test-gateway.ts';

const PATIENCE = { timeout: 20_000 };

const MONITOR: Principal = { kind: 'monitor', monitorId: 'prometheus' };

async function reported({ request }: TestGateway): Promise<HealthReport> {
  const answer = await request('/api/v1/health', { who: MONITOR });
  expect(answer.status).toBe(200);
  return HealthReport.parse(answer.body);
}

const authOf = ({ hall }: TestGateway, who: Principal) => ({
  token: hall.tokenFor(who),
  protocolVersion: PROTOCOL_VERSION,
});

/** A program whose machine's clock is off by so much. */
function program(gateway: TestGateway, who: Principal, offByMs: number): Socket {
  const socket = gateway.client(authOf(gateway, who));
  socket.on('identify', (answer: (identity: unknown) => void) => {
    answer({ at: Date.now() + offByMs, version: '0.0.9', build: who.kind === 'display' ? 'index-old' : null });
  });
  return socket;
}

async function stationOf(gateway: TestGateway, id: string) {
  const station = (await reported(gateway)).stations.find((each) => each.id === id);
  if (station === undefined) throw new Error(`no station ${id}`);
  return station;
}

test('everything that the configuration expects is listed, connected or not', async () => {
  const gateway = await testGateway();
  const report = await reported(gateway);
  expect(report.stations.map(({ kind, id, windowLabel }) => [kind, id, windowLabel])).toEqual([
    ['kiosk', 'k1', null],
    ['window', 't1', '1'],
    ['board', 'b1', null],
    ['windowScreen', 'd1', '1'],
  ]);
  expect(report.stations.every(({ link }) => link.connections === 0 && link.lastSeenAt === null)).toBe(true);
  expect(report.storage).toEqual(TEST_STORAGE);
  expect(report.server).toMatchObject({ version: PRODUCT_VERSION, isWriting: true, lastCommitMs: null });
  expect(report.hall.businessDay).toBe('2026-03-02');
});

test('each terminal is what it is: a tablet pad is no terminal of a window', () => {
  const terminals = [
    { terminalId: 'k1', role: 'kiosk', zoneId: 'z1' },
    { terminalId: 't1', role: 'window', windowId: 'w1' },
    { terminalId: 't2', role: 'pads', windowIds: ['w1', 'w2'] },
    { terminalId: 'p1', role: 'pad', windowId: 'w1' },
    { terminalId: 's1', role: 'strip', windowIds: ['w1', 'w2'] },
  ];
  // Each in a hall of its own: a window has one place for ratings.
  const kinds = terminals.flatMap((terminal) =>
    configuredStations(HallConfig.parse({ ...TEST_CONFIG, terminals: [terminal], displays: [] })),
  );
  expect(kinds.map(({ kind, id }) => [id, kind])).toEqual([
    ['k1', 'kiosk'],
    ['t1', 'window'],
    ['t2', 'window'],
    ['p1', 'pad'],
    ['s1', 'strip'],
  ]);
});

test('a connected program tells version and build; its clock is measured against the server’s machine', async () => {
  const gateway = await testGateway();
  program(gateway, KIOSK, 45_000);
  program(gateway, BOARD, -3_000);
  await vi.waitFor(async () => {
    const { link } = await stationOf(gateway, 'k1');
    expect(link).toMatchObject({ connections: 1, version: '0.0.9', build: null });
    expect(Math.abs((link.clockDifferenceMs ?? 0) - 45_000)).toBeLessThan(2_000);
  }, PATIENCE);
  await vi.waitFor(async () => {
    const { link } = await stationOf(gateway, 'b1');
    expect(link.build).toBe('index-old');
    expect(Math.abs((link.clockDifferenceMs ?? 0) + 3_000)).toBeLessThan(2_000);
  }, PATIENCE);
});

test('one that went is remembered: last seen, and nothing connected', async () => {
  const gateway = await testGateway();
  const socket = program(gateway, KIOSK, 0);
  await vi.waitFor(async () => expect((await stationOf(gateway, 'k1')).link.version).toBe('0.0.9'), PATIENCE);
  gateway.hall.clockMs += 60_000;
  socket.close();
  await vi.waitFor(async () => expect((await stationOf(gateway, 'k1')).link.connections).toBe(0), PATIENCE);
  expect((await stationOf(gateway, 'k1')).link).toMatchObject({
    connectedSinceAt: null,
    lastSeenAt: gateway.hall.clockMs - 60_000,
    version: '0.0.9',
  });
});

test('a program that never answers, or answers nonsense, is connected and otherwise unknown; it is asked again only when it answers', async () => {
  const gateway = await testGateway();
  let asked = 0;
  gateway.client(authOf(gateway, KIOSK)).on('identify', () => void (asked += 1));
  let answered = 0;
  gateway.client(authOf(gateway, BOARD)).on('identify', (answer: (identity: unknown) => void) => {
    answered += 1;
    answer({ at: 'noon', version: 7 });
  });
  await vi.waitFor(() => expect([asked, answered]).toEqual([1, 1]), PATIENCE);
  await vi.waitFor(() => {
    gateway.clock.advance(60_000);
    expect(answered).toBeGreaterThan(2);
  }, PATIENCE);
  expect(asked).toBe(1);
  for (const id of ['k1', 'b1']) {
    expect((await stationOf(gateway, id)).link).toMatchObject({
      connections: 1,
      version: null,
      clockDifferenceMs: null,
    });
  }
});

test('devices with their state and since when; consoles by window and never by staff number; strangers by name', async () => {
  const gateway = await testGateway();
  const paperOut = { kind: 'ticketPrinter', state: 'fault', code: 'paperOut' } as const;
  gateway.hall.reportedDevices = [{ terminalId: 'k1', device: paperOut, sinceAt: 1_772_400_000_000 }];
  gateway.hall.places.set('1001', 'w2');
  await gateway.connected(CLERK);
  await gateway.connected(WINDOW_TERMINAL);
  await gateway.connected({ kind: 'terminal', terminalId: 'scrapped' });
  const report = await reported(gateway);
  expect(report.stations[0]?.devices).toEqual([{ device: paperOut, sinceAt: 1_772_400_000_000 }]);
  expect(report.consoles.map(({ windowLabel, link }) => [windowLabel, link.connections])).toEqual([['2', 1]]);
  expect(report.strangers.map(({ kind, id }) => [kind, id])).toEqual([['terminal', 'scrapped']]);
  expect(JSON.stringify(report)).not.toMatch(/1001|李明/);
});

test('the builds that the server would give out are read from the built pages', async () => {
  const pagesFolder = mkdtempSync(join(tmpdir(), 'jiaohao-pages-'));
  onTestFinished(() => rmSync(pagesFolder, { recursive: true }));
  mkdirSync(join(pagesFolder, 'board'));
  writeFileSync(
    join(pagesFolder, 'board', 'index.html'),
    '<script type="module" crossorigin src="./assets/index-ixt_YZ-k.js"></script>',
  );
  const { pages } = await reported(await testGateway({ pagesFolder }));
  expect(pages.find(({ page }) => page === 'board')?.build).toBe('index-ixt_YZ-k');
  expect(pages.find(({ page }) => page === 'clerk')?.build).toBeNull();
});

test('before there is a configuration the report says so and stands', async () => {
  const gateway = await testGateway();
  gateway.hall.configure(null);
  expect(await reported(gateway)).toMatchObject({ hall: { name: null, timeZone: null }, stations: [] });
});

test('only the administrator and monitors may ask; a monitor may do nothing else', async () => {
  const { request, post } = await testGateway();
  for (const path of ['/api/v1/health', '/metrics']) {
    expect((await request(path)).status).toBe(401);
    for (const who of [KIOSK, BOARD, CLERK]) expect((await request(path, { who })).status).toBe(403);
    for (const who of [ADMIN, MONITOR]) expect((await request(path, { who })).status).toBe(200);
  }
  for (const path of ['/api/v1/events', '/api/v1/config', '/api/v1/views/boardCalls/hall'])
    expect((await request(path, { who: MONITOR })).status).toBe(403);
  const command = { requestId: 'monitor-1', type: 'callNext', windowId: 'w1' };
  expect((await post('/api/v1/commands', command, MONITOR)).status).toBe(403);
  expect((await post('/api/v1/credentials', { kind: 'monitor', id: 'x' }, MONITOR)).status).toBe(403);
});

test('the administrator makes a monitor’s token, and it works at once', async () => {
  const { post, request, hall } = await testGateway();
  hall.configure(null);
  const { body } = await post('/api/v1/credentials', { kind: 'monitor', id: 'prometheus' }, ADMIN);
  expect((await request('/metrics', { who: String(body['token']) })).status).toBe(200);
});
