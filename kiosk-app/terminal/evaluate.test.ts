// The pad's flow with the real pad driver and its simulator: asked, rated, lapsed, replaced, and no rating lost.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RefusalCode } from '@jiaohao/contracts/refusals';
import { FakeHall, TOKEN, windowView } from '../browser/testing/fake-hall.ts';
import { PATIENCE } from '../browser/testing/kiosk-rig.ts';
import { recordedLog } from '../browser/testing/recorded-log.ts';
import { simulatedPad } from '../browser/testing/simulated-devices.ts';
import { devicesInProcess } from '../devices/in-process.ts';
import { DevicesLink } from './devices-link.ts';
import type { KeptRating } from './evaluate.ts';
import { HallLink } from './hall-link.ts';
import { WindowTerminalCore } from './window-terminal.ts';

let hall: FakeHall;
let simulated: ReturnType<typeof simulatedPad>;
let folder: string;
let core: ReturnType<typeof startCore>;
const words = recordedLog();

beforeEach(async () => {
  hall = await FakeHall.start();
  simulated = simulatedPad();
  folder = mkdtempSync(join(tmpdir(), 'jiaohao-window-'));
  core = startCore();
  await untilReady();
});
afterEach(async () => {
  await stopCore();
  await simulated.stop();
  await hall.down();
  rmSync(folder, { recursive: true, force: true });
});

function startCore() {
  const { log } = words;
  const devices = new DevicesLink({ openChannel: devicesInProcess, devices: simulated.settings, log });
  const link = new HallLink({ url: hall.url, token: TOKEN, viewKind: 'windowTerminal', log });
  const terminal = new WindowTerminalCore({ terminalId: 'W1', dataFolder: folder, hall: link, devices, log });
  void devices.start();
  return { terminal, devices, link };
}

async function stopCore(): Promise<void> {
  core.terminal.close();
  core.link.close();
  await core.devices.close();
}

const untilReady = () =>
  vi.waitFor(() => expect(core.terminal.status()).toMatchObject({ hallLink: 'up', pad: { state: 'ready' } }), PATIENCE);
const until = (check: () => void) => vi.waitFor(check, PATIENCE);
const onDisk = () => readFileSync(join(folder, 'ratings.json'), 'utf8');

/** Shows an evaluation and waits until the pad asks for it. */
async function ask(seq: number, evaluationId: number, lapsesInMs = 60_000): Promise<void> {
  const now = hall.now();
  const ticket = { ticketId: evaluationId - 1, ticketNumber: 'A001', asking: 1 };
  const due = { evaluationId, ...ticket, requestedAt: now, lapsesAt: now + lapsesInMs };
  hall.showWindow(windowView(seq, due));
  await until(() => expect(core.link.view?.seq).toBe(seq));
  // The order to the devices comes there in a later turn.
  await setImmediate();
  await setImmediate();
  await until(() => expect(simulated.pad.isArmed(1)).toBe(true));
}

test('the hall wants a rating, a key is pressed, the hall has it; the pad is not asked twice', async () => {
  await ask(2, 51);
  simulated.pad.press(1, 1);
  await until(() => expect(hall.of('recordEvaluation')).toMatchObject([{ ticketId: 50, evaluationId: 51, rating: 2 }]));
  await until(() => expect(onDisk()).toBe('[]'));
  hall.showWindow(windowView(3));
  await ask(4, 61);
  simulated.pad.press(1, 4);
  await until(() =>
    expect(hall.of('recordEvaluation')).toMatchObject([{ rating: 2 }, { evaluationId: 61, rating: 5 }]),
  );
});

test('nobody answers: the pad lapses, the hall is told, nothing is recorded', async () => {
  await ask(2, 51, 300);
  await until(() => expect(hall.of('lapseEvaluation')).toMatchObject([{ evaluationId: 51, asking: 1 }]));
  simulated.pad.press(1, 4);
  await ask(3, 61);
  simulated.pad.press(1, 3);
  await until(() => expect(hall.of('recordEvaluation')).toMatchObject([{ evaluationId: 61 }]));
});

test('a new evaluation replaces the one before; the key is for the new one', async () => {
  await ask(2, 51);
  await ask(3, 61);
  simulated.pad.press(1, 4);
  await until(() => expect(hall.of('recordEvaluation')).toMatchObject([{ ticketId: 60, evaluationId: 61 }]));
  expect(hall.of('lapseEvaluation')).toEqual([]);
});

test('a rating given while the hall is away is on disk, survives a restart, and is sent with the id of the key press', async () => {
  await ask(2, 51);
  await hall.down();
  simulated.pad.press(1, 1);
  await until(() => expect(JSON.parse(onDisk())).toHaveLength(1));
  const [kept] = JSON.parse(onDisk()) as [{ requestId: string }];
  await stopCore();
  core = startCore();
  await hall.up();
  await until(() =>
    expect(hall.of('recordEvaluation')).toMatchObject([
      { requestId: kept.requestId, ticketId: 50, evaluationId: 51, rating: 2 },
    ]),
  );
  await until(() => expect(onDisk()).toBe('[]'));
});

test('a rating that is still on its way after a restart is not asked for again', async () => {
  hall.beforeAnswer = ({ type }) => (type === 'recordEvaluation' ? 'drop' : 'answer');
  await ask(2, 51);
  simulated.pad.press(1, 1);
  await until(() => expect(JSON.parse(onDisk())).toHaveLength(1));
  await stopCore();
  const heard = simulated.pad.heard.length;
  core = startCore();
  await untilReady();
  await until(() => expect(core.link.view?.seq).toBe(2));
  hall.beforeAnswer = () => 'answer';
  await until(() => expect(onDisk()).toBe('[]'));
  await ask(3, 61);
  const begun = simulated.pad.heard.slice(heard).filter((frame) => frame.startsWith('ff6803036801010b'));
  expect(begun).toHaveLength(1);
});

test('the link breaks between commit and answer: the same request again, not a second rating', async () => {
  let drops = 1;
  hall.beforeAnswer = ({ type }) => (type === 'recordEvaluation' && drops-- > 0 ? 'drop' : 'answer');
  await ask(2, 51);
  simulated.pad.press(1, 1);
  await until(() => expect(onDisk()).toBe('[]'));
  const sent = hall.of('recordEvaluation');
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
});

test('a hall whose storage is full gets the rating later; a final refusal ends it', async () => {
  let full = 1;
  hall.beforeAnswer = ({ type }) => (type === 'recordEvaluation' && full-- > 0 ? 'storageFull' : 'answer');
  await ask(2, 51);
  simulated.pad.press(1, 1);
  await until(() => expect(hall.of('recordEvaluation')).toHaveLength(2));
  await until(() => expect(onDisk()).toBe('[]'));
  hall.beforeAnswer = ({ type }) => (type === 'recordEvaluation' ? 'alreadyEvaluated' : 'answer');
  await ask(3, 61);
  simulated.pad.press(1, 2);
  await until(() => expect(hall.of('recordEvaluation')).toHaveLength(3));
  await until(() => expect(onDisk()).toBe('[]'));
});

test('moved for a while: asked again; the hall is told when the key was pressed', async () => {
  const passing: RefusalCode[] = ['notYourWindow'];
  hall.beforeAnswer = ({ type }) => (type === 'recordEvaluation' ? (passing.shift() ?? 'answer') : 'answer');
  const askedAt = hall.now();
  await ask(2, 51);
  simulated.pad.press(1, 1);
  await until(() => expect(hall.of('recordEvaluation')).toHaveLength(2));
  await until(() => expect(onDisk()).toBe('[]'));
  const [first, last] = hall.of('recordEvaluation') as unknown as [KeptRating, KeptRating];
  expect(last).toEqual(first);
  expect(first.ratedAt).toBeGreaterThanOrEqual(askedAt);
});

test('a rating that the hall will never take stays on disk, and the technician is told, also after a restart', async () => {
  const condition = () => hall.of('reportDevice').at(-1)?.['device'];
  hall.beforeAnswer = ({ type }) => (type === 'recordEvaluation' ? 'evaluationExpired' : 'answer');
  await ask(2, 51);
  simulated.pad.press(1, 1);
  await until(() => expect(onDisk()).toBe('[]'));
  expect(JSON.parse(readFileSync(join(folder, 'ratings-undeliverable.json'), 'utf8'))).toMatchObject([
    { ticketId: 50, evaluationId: 51, rating: 2, refusedAs: 'evaluationExpired' },
  ]);
  const told = { kind: 'evaluationPad', state: 'ready', code: 'ratingsUndeliverable' };
  await until(() => expect(condition()).toMatchObject(told));
  await stopCore();
  const before = hall.of('reportDevice').length;
  core = startCore();
  await untilReady();
  await until(() => expect(hall.of('reportDevice').length).toBeGreaterThan(before));
  await until(() => expect(condition()).toMatchObject(told));
});

test('the pad’s line is lost and comes back: reported, and reported well again', async () => {
  simulated.line.unplug();
  await until(() =>
    expect(hall.of('reportDevice').at(-1)).toMatchObject({ device: { kind: 'evaluationPad', state: 'fault' } }),
  );
  simulated.line.replug();
  await until(() =>
    expect(hall.of('reportDevice').at(-1)).toMatchObject({
      device: { kind: 'evaluationPad', state: 'ready', code: null },
    }),
  );
  const before = hall.of('reportDevice').length;
  await hall.down();
  await until(() => expect(core.terminal.status().hallLink).toBe('down'));
  await hall.up();
  await until(() => expect(hall.of('reportDevice').length).toBeGreaterThan(before));
  expect(hall.of('reportDevice').at(-1)).toMatchObject({ device: { state: 'ready' } });
});

test('no rating’s value is in the log', () => {
  expect(words.text()).not.toMatch(/"rating":/);
});
