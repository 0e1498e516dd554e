// The window terminal with an Android pad that dials in over a real socket: asked, rated, lapsed, and a pad that comes late.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPort } from '@jiaohao/drivers';
import { AndroidPadSimulator } from '@jiaohao/drivers/simulators';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeHall, TOKEN, windowView } from '../browser/testing/fake-hall.ts';
import { PATIENCE } from '../browser/testing/kiosk-rig.ts';
import { recordedLog } from '../browser/testing/recorded-log.ts';
import { devicesInProcess } from '../devices/in-process.ts';
import type { DeviceSetting } from '../wire/devices.ts';
import { withAnsweredFiles } from './answered-files.ts';
import { DevicesLink } from './devices-link.ts';
import { HallLink } from './hall-link.ts';
import { WindowTerminalCore } from './window-terminal.ts';

const LEVELS = { '1': 5, '2': 4, '3': 3, '4': 2, '5': 1 };
const READY = { state: 'ready', warning: null };

let hall: FakeHall;
let pad: AndroidPadSimulator;
let folder: string;
let core: Awaited<ReturnType<typeof startCore>>;
const words = recordedLog();
const until = (check: () => void) => vi.waitFor(check, PATIENCE);

beforeEach(async () => {
  hall = await FakeHall.start();
  folder = mkdtempSync(join(tmpdir(), 'jiaohao-android-'));
  core = await startCore();
  pad = new AndroidPadSimulator(createPort(`ws://127.0.0.1:${core.port}`, { baudRate: 9600 }), { submissions: 2 });
});
afterEach(async () => {
  await pad.stop();
  await stopCore();
  await hall.down();
  rmSync(folder, { recursive: true, force: true });
});

async function stopCore(): Promise<void> {
  core.terminal.close();
  core.link.close();
  await core.devices.close();
}

async function startCore(wanted?: number) {
  const { log } = words;
  const port = wanted ?? (await freePort());
  const devices: DeviceSetting[] = [
    // This maker counts its stars the other way round.
    { kind: 'evaluationPad', model: 'android', port: `listen:${port}`, options: { windowNumber: '5', levels: LEVELS } },
  ];
  const link = new DevicesLink({ openChannel: devicesInProcess, devices: withAnsweredFiles(devices, folder), log });
  const hallLink = new HallLink({ url: hall.url, token: TOKEN, viewKind: 'windowTerminal', log });
  const terminal = new WindowTerminalCore({ terminalId: 'W1', dataFolder: folder, hall: hallLink, devices: link, log });
  expect(await link.start()).toEqual([]);
  await until(() => expect(terminal.status()).toMatchObject({ hallLink: 'up' }));
  return { terminal, devices: link, link: hallLink, port };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

function ask(seq: number, evaluationId: number, lapsesInMs = 60_000): void {
  const now = hall.now();
  const ticket = { ticketId: evaluationId - 1, ticketNumber: 'A001', asking: 1 };
  hall.showWindow(windowView(seq, { evaluationId, ...ticket, requestedAt: now, lapsesAt: now + lapsesInMs }));
}

test('the hall wants a rating, the form is answered twice, the hall has it once; the pad is reported well', async () => {
  pad.start();
  await until(() => expect(core.terminal.status().pad).toEqual(READY));
  ask(2, 51);
  await until(() => expect(pad.asked).toBe('51'));
  pad.tap(1);
  await until(() => expect(hall.of('recordEvaluation')).toMatchObject([{ ticketId: 50, evaluationId: 51, rating: 5 }]));
  await until(() => expect(pad.replies.map(({ code }) => code)).toEqual(['0', '0', '0']));
  await until(() =>
    expect(hall.of('reportDevice').at(-1)).toMatchObject({ device: { kind: 'evaluationPad', state: 'ready' } }),
  );
  ask(3, 61);
  await until(() => expect(pad.asked).toBe('61'));
  pad.tap(4);
  await until(() => expect(hall.of('recordEvaluation')).toMatchObject([{ rating: 5 }, { ticketId: 60, rating: 2 }]));
});

test('submitted again to a terminal that was started anew: answered as before, and the hall has it once', async () => {
  pad.start();
  await until(() => expect(core.terminal.status().pad).toEqual(READY));
  ask(2, 51);
  await until(() => expect(pad.asked).toBe('51'));
  pad.tap(1);
  await until(() => expect(hall.of('recordEvaluation')).toHaveLength(1));
  await until(() => expect(pad.replies).toHaveLength(3));
  // The hall's answer has come: nothing is left to be sent again.
  await until(() => expect(readFileSync(join(folder, 'ratings.json'), 'utf8')).toBe('[]'));
  hall.showWindow(windowView(3));
  await stopCore();
  core = await startCore(core.port);
  const login = { request: 'Login', code: '0' };
  await until(() => expect(pad.replies.slice(3)).toMatchObject([login]));
  pad.tapAgain();
  await until(() => expect(pad.replies.slice(3)).toMatchObject([login, { request: 'RateSubmit', code: '0' }]));
  expect(hall.of('recordEvaluation')).toHaveLength(1);
});

test('nobody answers: the form is taken away and the hall is told', async () => {
  pad.start();
  await until(() => expect(core.terminal.status().pad).toEqual(READY));
  ask(2, 51, 600);
  await until(() => expect(pad.asked).toBe('51'));
  await until(() => expect(hall.of('lapseEvaluation')).toMatchObject([{ evaluationId: 51 }]));
  expect(pad.operates).toEqual(['Reset']);
  expect(hall.of('recordEvaluation')).toEqual([]);
});

test('a pad that was away is asked when it comes, while it is not too late', async () => {
  ask(2, 51);
  await until(() => expect(core.link.view?.seq).toBe(2));
  pad.start();
  await until(() => expect(pad.asked).toBe('51'));
  await pad.drop();
  await until(() => expect(pad.replies).toHaveLength(2));
  await until(() => expect(pad.asked).toBe('51'));
  pad.tap(3);
  await until(() => expect(hall.of('recordEvaluation')).toMatchObject([{ evaluationId: 51, rating: 3 }]));
  expect(words.text()).not.toMatch(/"rating":/);
});
