// Operating the hall in Chromium and over HTTP on a real server: the technician's page, the figures after real commands, the API page.
import type { Page } from 'playwright-core';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HealthReport } from '@jiaohao/contracts/health';
import { PROTOCOL_VERSION } from '@jiaohao/contracts/socket';
import { figure, parseExposition } from '../../hall-server/gateway/testing/exposition.ts';
import { BOARD, CONSOLE, startScreens } from './chromium.ts';
import type { Screens } from './chromium.ts';
import { startHall } from './hall-program.ts';
import type { HallProgram } from './hall-program.ts';
import { expectNoAxeFindings } from './support/axe.ts';

const PATIENCE = { timeout: 40_000, interval: 100 };
const PHONE = { width: 390, height: 844 };

let hall: HallProgram;
let screens: Screens;
let token: string;
let page: Page;
const kiosks: Socket[] = [];

beforeAll(async () => {
  hall = await startHall();
  await hall.command({ type: 'openDay' });
  screens = await startScreens();
  const { body } = await hall.post('/api/v1/credentials', { kind: 'monitor', id: 'technician' });
  token = String(body['token']);
});

afterAll(async () => {
  for (const kiosk of kiosks) kiosk.close();
  await screens.close();
  await hall.remove();
});

const shows = (text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: PATIENCE.timeout });
const report = async () => HealthReport.parse((await hall.get('/api/v1/health', token)).body);

/** A terminal's program whose machine has its clock wrong by so much. */
async function terminal(terminalId: string, offByMs: number): Promise<void> {
  const auth = { token: await hall.credential('terminal', terminalId), protocolVersion: PROTOCOL_VERSION };
  const socket = io(hall.url(), { auth, transports: ['websocket'], forceNew: true });
  kiosks.push(socket);
  socket.on('identify', (answer: (identity: unknown) => void) =>
    answer({ at: Date.now() + offByMs, version: '0.1.0', build: null }),
  );
}

async function figures() {
  const response = await fetch(`${hall.url()}/metrics`, { headers: { authorization: `Bearer ${token}` } });
  return parseExposition(await response.text());
}

describe('the technician’s page', () => {
  it('asks for a token, says when it is not one, and keeps it out of the address', async () => {
    page = await screens.open(`${hall.url()}/health/`, CONSOLE);
    await expectNoAxeFindings(page);
    await page.getByLabel('凭证').fill('not a token');
    await page.getByRole('button', { name: '查看' }).click();
    await shows('这个凭证无效');
    await expectNoAxeFindings(page);
    await page.getByLabel('凭证').fill(token);
    await page.getByRole('button', { name: '查看' }).click();
    await shows('需要处理');
    expect(page.url()).toBe(`${hall.url()}/health/`);
  });

  it('a real board is there, with its version, its build and its clock; what is missing is told with what to do', async () => {
    await screens.open(`${hall.url()}/board/#token=${await hall.credential('display', 'board-hall')}`, BOARD);
    await terminal('kiosk-1', 41_000);
    await terminal('kiosk-2', -3_000);
    await vi.waitFor(async () => {
      const { stations, pages } = await report();
      const board = stations.find(({ id }) => id === 'board-hall');
      expect(board?.link).toMatchObject({ connections: 1, version: '0.1.0' });
      expect(board?.link.build).toBe(pages.find(({ page: name }) => name === 'board')?.build);
      expect(Math.abs(board?.link.clockDifferenceMs ?? 9_999)).toBeLessThan(2_000);
    }, PATIENCE);
    await shows('kiosk-1 的时钟快 41 秒');
    await shows(/kiosk-2 的时钟慢 [23]/);
    await shows('大屏未连接：board-floor1-a、board-floor1-b、board-floor2-c');
    await shows('看大屏是否开机');
  });

  it('a printer without paper is told with since when, and goes when there is paper', async () => {
    const printer = { kind: 'ticketPrinter', state: 'fault', code: 'paperOut' };
    await hall.command({ type: 'reportDevice', terminalId: 'kiosk-1', device: printer });
    await shows('kiosk-1 的打印机：缺纸');
    await shows('换上新纸卷');
    await hall.command({
      type: 'reportDevice',
      terminalId: 'kiosk-1',
      device: { ...printer, state: 'ready', code: null },
    });
    await vi.waitFor(async () => expect(await page.getByText('的打印机：缺纸').count()).toBe(0), PATIENCE);
  });

  it('axe finds nothing and nothing hangs over, on a PC, on a large screen and on a phone', async () => {
    for (const size of [CONSOLE, BOARD, PHONE]) {
      await page.setViewportSize(size);
      await expectNoAxeFindings(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize(CONSOLE);
  });

  it('the server dies: the page says so and of when its picture is; it comes back by itself', async () => {
    await hall.kill();
    await shows(/服务器没有应答。以下是 \d\d:\d\d 的情况，可能已变化/);
    await shows('没有更新');
    await expectNoAxeFindings(page);
    await hall.startAgain();
    await vi.waitFor(async () => expect(await page.getByText('服务器没有应答').count()).toBe(0), PATIENCE);
    await shows(/[0-5] 秒前更新/);
  });
});

describe('figures', () => {
  it('after real commands the figures are those of the commands', async () => {
    const before = await figures();
    const was = (name: string, labels = {}) => figure(before, name, labels) ?? 0;
    await hall.command({ type: 'signIn', windowId: 'w01', staffNo: '0301' });
    const queue = 'social';
    const config = (await hall.get('/api/v1/config')).body as { windows: { windowId: string; queueIds: string[] }[] };
    const queueId = config.windows.find(({ windowId }) => windowId === 'w01')?.queueIds[0] ?? queue;
    for (let no = 0; no < 3; no++) await hall.command({ type: 'issueTicket', queueId });
    await hall.command({ type: 'callNext', windowId: 'w01' });
    await hall.command({ type: 'recall', windowId: 'w01' });
    const after = await figures();
    const now = (name: string, labels = {}) => (figure(after, name, labels) ?? 0) - was(name, labels);
    expect(now('jiaohao_tickets_issued_total', { queue: queueId })).toBe(3);
    expect(now('jiaohao_calls_total')).toBe(1);
    expect(now('jiaohao_recalls_total')).toBe(1);
    expect(now('jiaohao_wait_seconds_count')).toBe(1);
    expect(now('jiaohao_commands_total', { type: 'issueTicket', outcome: 'ok' })).toBe(3);
    expect(figure(after, 'jiaohao_queue_waiting', { queue: queueId })).toBe(
      was('jiaohao_queue_waiting', { queue: queueId }) + 2,
    );
    expect(now('jiaohao_commit_seconds_count')).toBeGreaterThan(0);
    expect(figure(after, 'jiaohao_journal_bytes')).toBeGreaterThan(0);
    expect(figure(after, 'jiaohao_stations_configured', { kind: 'board' })).toBe(4);
    // The board of the journey shows the call and confirms it.
    await vi.waitFor(
      async () => expect(figure(await figures(), 'jiaohao_call_seen_seconds_count')).toBeGreaterThan(0),
      PATIENCE,
    );
  });

  it('a monitor sees no business: neither the journal nor a view nor a command', async () => {
    for (const path of ['/api/v1/events', '/api/v1/config', '/api/v1/views/boardCalls/hall'])
      expect((await hall.get(path, token)).status).toBe(403);
    expect((await hall.command({ type: 'closeDay' }, token)).status).toBe(403);
  });
});

describe('the API page', () => {
  it('can be read without a token, on a PC and on a phone, and axe finds nothing', async () => {
    const api = await screens.open(`${hall.url()}/api/`, CONSOLE);
    await api.getByRole('heading', { name: '叫号系统接口' }).waitFor();
    await expectNoAxeFindings(api);
    await api.setViewportSize(PHONE);
    expect(await api.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const { status, body } = await hall.get('/api/v1/openapi.json', '');
    expect([status, body['openapi']]).toEqual([200, '3.1.0']);
  });

  it('no page threw, broke its policy or asked another origin', () => {
    expect(screens.troubles).toEqual([]);
  });
});
