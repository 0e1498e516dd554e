// Android pads at their worst, over real sockets: two for one window, reconnects without end, garbage, an address that is taken.
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { DeviceStatus } from '../../device-status.ts';
import { createPort } from '../../port/open-port.ts';
import { freePort } from '../../testing/free-port.ts';
import { AndroidPad } from './driver.ts';
import { PadDoor } from './pad-door.ts';
import { androidPadSettings } from './settings.ts';
import { AndroidPadSimulator } from './simulator.ts';

const PATIENCE = { interval: 2, timeout: 20_000 };
const READY = { state: 'ready', warning: null };
const TIMES = { graceMs: 300, steadyMs: 300, conflictMs: 300 };

let port: number;
let door: PadDoor;
let pad: AndroidPad;
let told: DeviceStatus[];
let rated: unknown[];
let simulators: AndroidPadSimulator[];

beforeEach(async () => {
  port = await freePort();
  const settings = androidPadSettings({ windowNumber: '5' });
  door = new PadDoor({ host: '127.0.0.1', port }, settings.door);
  pad = new AndroidPad(door, settings.pad, TIMES);
  [told, rated, simulators] = [[], [], []];
  pad.onEvent((event) => {
    if (event.type === 'status') told.push(event.status);
    else rated.push(event);
  });
});
afterEach(async () => {
  await Promise.all(simulators.map((simulator) => simulator.stop()));
  await pad.stop();
  expect(door.peerCount).toBe(0);
});

function dialling(): AndroidPadSimulator {
  const simulator = new AndroidPadSimulator(createPort(`ws://127.0.0.1:${port}`, { baudRate: 9600 }));
  simulator.start();
  simulators.push(simulator);
  return simulator;
}

const untilStatus = (status: object): Promise<void> => expect.poll(() => pad.status, PATIENCE).toEqual(status);

it('the newer of two pads for one window has it, and the conflict is named', async () => {
  pad.start();
  const older = new WebSocket(`ws://127.0.0.1:${port}`);
  const reason = new Promise<string>((resolve) =>
    older.once('close', (code, text) => resolve(`${code} ${String(text)}`)),
  );
  older.once('open', () => older.send('{"method":"Login","param":{"winNum":"5","userCode":"1"}}'));
  await untilStatus(READY);
  const newer = dialling();
  expect(await reason).toMatch(/^4001 another pad logged in for this window: 127\.0\.0\.1:\d+$/);
  await untilStatus({ state: 'fault', code: 'addressConflict' });
  pad.ask({ evaluationId: 71, timeoutMs: 60_000 });
  await expect.poll(() => newer.asked, PATIENCE).toBe('71');
  newer.tap(5);
  await expect.poll(() => rated, PATIENCE).toEqual([{ type: 'rated', evaluationId: 71, rating: 5 }]);
  await untilStatus(READY);
});

it('a pad that lost its line without a word and dials again is no conflict', async () => {
  pad.start();
  const dead = new WebSocket(`ws://127.0.0.1:${port}`);
  dead.once('open', () => dead.send('{"method":"Login","param":{"winNum":"5","userCode":"1"}}'));
  await untilStatus(READY);
  // Its end of the line hears and says nothing any more.
  dead.pause();
  const again = dialling();
  await expect.poll(() => again.replies.length, PATIENCE).toBe(1);
  await expect.poll(() => door.peerCount, PATIENCE).toBe(1);
  expect(told).toEqual([READY]);
  dead.terminate();
});

it('hundreds of reconnects are told once, leave nothing behind, and the open request is there after them', async () => {
  pad.start();
  pad.ask({ evaluationId: 71, timeoutMs: 60_000 });
  for (let count = 0; count < 200; count += 1) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}`);
    const asked = new Promise<void>((resolve) =>
      socket.on('message', (data: Buffer) => data.includes('RateQuest') && resolve()),
    );
    const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.once('open', () => socket.send('{"method":"Login","param":{"winNum":"5","userCode":"1"}}'));
    await asked;
    if (count % 2 === 0) socket.terminate();
    else socket.close();
    await gone;
  }
  await expect.poll(() => door.peerCount, PATIENCE).toBe(0);
  expect(told.length).toBeLessThanOrEqual(3);
  expect(told[1]).toEqual({ state: 'fault', code: 'portLost' });
  const simulator = dialling();
  await expect.poll(() => simulator.asked, PATIENCE).toBe('71');
  await untilStatus(READY);
});

it('garbage from a pad that is logged in, and from strangers, changes nothing', async () => {
  pad.start();
  const simulator = dialling();
  await untilStatus(READY);
  const stranger = new WebSocket(`ws://127.0.0.1:${port}`);
  await new Promise<void>((resolve) => stranger.once('open', () => resolve()));
  stranger.on('error', () => undefined);
  pad.ask({ evaluationId: 71, timeoutMs: 60_000 });
  await expect.poll(() => simulator.asked, PATIENCE).toBe('71');
  const rubbish = [
    '',
    '{',
    '[[[['.repeat(1000),
    '{"method":"__proto__","param":{"__proto__":{"x":1}}}',
    '\u0000',
    'null',
  ];
  for (const text of rubbish) {
    simulator.sayRaw(text);
    stranger.send(text);
  }
  stranger.send('{"method":"RateSubmit","param":{"rateId":"71","attitude":1,"quality":1,"efficiency":1,"honest":1}}');
  const gone = new Promise<void>((resolve) => stranger.once('close', () => resolve()));
  stranger.send('x'.repeat(100_000));
  await gone;
  expect(rated).toEqual([]);
  simulator.tap(3);
  await expect.poll(() => rated, PATIENCE).toEqual([{ type: 'rated', evaluationId: 71, rating: 3 }]);
  expect(told).toEqual([READY]);
});

it('an address that is taken is a fault until it is free', async () => {
  const other: Server = createServer();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  pad.start();
  await untilStatus({ state: 'fault', code: 'portUnavailable' });
  await new Promise<void>((resolve) => other.close(() => resolve()));
  dialling();
  await untilStatus(READY);
});

it('nobody dials: offline; started again after a stop, it is open again', async () => {
  pad.start();
  await untilStatus({ state: 'fault', code: 'offline' });
  await pad.stop();
  expect(pad.status).toEqual({ state: 'starting' });
  pad.start();
  dialling();
  await untilStatus(READY);
});
