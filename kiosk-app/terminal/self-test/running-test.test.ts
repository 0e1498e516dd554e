// The self-test of a terminal that goes on serving: what reaches its core, what its devices are told, and that a window given back is as before.
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { PATIENCE } from '../../browser/testing/kiosk-rig.ts';
import { recordedLog } from '../../browser/testing/recorded-log.ts';
import { channelPair } from '../../devices/in-process.ts';
import type { DevicesPageNotice, RunningTestMessage } from '../../wire/devices-page.ts';
import type { DevicesNotice, DevicesOrder, DeviceSetting } from '../../wire/devices.ts';
import { DevicesLink } from '../devices-link.ts';
import { hashPin } from '../leave-pin.ts';
import { RunningTest } from './running-test.ts';
import { TestGate } from './test-gate.ts';

const PIN = '482915';
const of = (kind: DeviceSetting['kind'], windowId: string): DeviceSetting => ({
  ...{ kind, windowId, model: 'bus485', port: 'memory:nobody', options: {} },
});
const SETTINGS = [of('callPad', 'w1'), of('evaluationPad', 'w1'), of('callPad', 'w2'), of('ledStrip', 'w1')];
const KEY = { type: 'callPadKey', action: 'next', key: '0C' } as const;
const ASK_PIN = { type: 'askPin', trouble: null, isChecking: false };
const SHOWN = { type: 'showOnPad', display: { ticketNumber: 'A001', waiting: 3 } } as const;

afterEach(() => void vi.useRealTimers());

/** A gate and its test; the test holds the far end, and plays the core. `sent`: to the devices since it was asked last. */
async function open() {
  const { log, text: logged } = recordedLog();
  const { core, devices } = channelPair();
  let orders: DevicesOrder[] = [];
  devices.onMessage((message) => orders.push(message as DevicesOrder));
  const link = new DevicesLink({ openChannel: () => core, devices: SETTINGS, log });
  let nowMs = 0;
  const gate = new TestGate(link, () => nowMs);
  const started = link.start();
  devices.send({ type: 'running' });
  await started;
  const toCore: DevicesNotice[] = [];
  gate.onNotice((notice) => toCore.push(notice));
  const running = new RunningTest({
    ...{ terminalId: 'pads-1', role: 'pads', dataFolder: '/nowhere', settings: SETTINGS },
    ...{ pinHash: await hashPin(PIN), gate, labelOf: () => null, log },
  });
  let notice: DevicesPageNotice | undefined = running.greet(false)[0];
  running.listen((said) => (notice = said));
  onTestFinished(async () => {
    running.close();
    await link.close();
  });
  const settle = () => vi.waitFor(() => expect(orders.some(({ type }) => type === 'gatherFacts')).toBe(true), PATIENCE);
  /** What came before this question came; the question itself is left out. */
  const sent = async () => {
    link.test({ type: 'gatherFacts' });
    await settle();
    const before = orders.filter(({ type }) => type !== 'gatherFacts');
    orders = [];
    return before;
  };
  return {
    ...{ gate, running, toCore, sent, logged },
    passMs: (ms: number) => void (nowMs += ms),
    say: (message: RunningTestMessage) => running.handle(message),
    heard: () => notice,
    tell: (said: DevicesNotice) => devices.send(said),
    told: (said: object) => vi.waitFor(() => expect(toCore).toContainEqual(said), PATIENCE),
  };
}

/** The hall asks at w1 while its pad waits for the test's key. */
async function openTakenOver(timeoutMs: number) {
  const opened = await openTested('w1');
  const { say, sent, gate } = opened;
  say({ type: 'try', wish: 'tryEvaluationPads' });
  const [asked] = await sent();
  if (asked?.type !== 'ask') throw new Error('nothing was asked');
  gate.ask(7, timeoutMs, 'w1');
  await sent();
  return { ...opened, asked };
}

/** `onOpen`: before anything is said to it. */
async function openTested(windowId: string, onOpen: () => void = () => undefined) {
  const opened = await open();
  onOpen();
  opened.say({ type: 'staffPin', pin: PIN });
  await vi.waitFor(() => expect(opened.heard()).toMatchObject({ type: 'view' }), PATIENCE);
  opened.say({ type: 'takeWindow', windowId });
  expect(opened.heard()).toMatchObject({ view: { running: { underTest: windowId } } });
  await opened.sent();
  return opened;
}

test('before the PIN nothing is told of a device, taken or tried', async () => {
  const { say, heard, sent, gate } = await open();
  expect(heard()).toEqual({ type: 'askPin', trouble: null, isChecking: false });
  await sent();
  say({ type: 'takeWindow', windowId: 'w1' });
  say({ type: 'try', wish: 'tryStrips' });
  say({ type: 'staffPin', pin: '000000' });
  await vi.waitFor(() => expect(heard()).toMatchObject({ trouble: { type: 'wrongPin' } }), PATIENCE);
  expect([await sent(), gate.underTest]).toEqual([[], null]);
});

test('keys of the window under test do not reach the core, those of the others do', async () => {
  const { tell, told, toCore } = await openTested('w1');
  tell({ ...KEY, windowId: 'w1' });
  tell({ ...KEY, windowId: 'w2' });
  await told({ ...KEY, windowId: 'w2' });
  expect(toCore).not.toContainEqual({ ...KEY, windowId: 'w1' });
});

test('what is tried goes to the window under test alone, and to none where none is taken; lines are not checked', async () => {
  const { say, sent } = await openTested('w2');
  for (const wish of ['tryCallPads', 'tryStrips', 'tryEvaluationPads', 'checkLines'] as const)
    say({ type: 'try', wish });
  expect((await sent()).map((order) => [order.type, 'windowId' in order && order.windowId])).toEqual([
    ['showOnPad', 'w2'],
    ['beepPad', 'w2'],
  ]);
  say({ type: 'takeWindow', windowId: null });
  say({ type: 'try', wish: 'tryCallPads' });
  say({ type: 'takeWindow', windowId: 'w9' });
  say({ type: 'try', wish: 'tryCallPads' });
  expect(await sent()).toEqual([]);
});

test.each(['the page leaves', 'it is ended', 'another page comes', 'another window is taken'])(
  'what the hall wants shown meanwhile is shown when %s',
  async (how) => {
    const { gate, running, say, sent } = await openTested('w1');
    gate.show({ ...SHOWN, windowId: 'w1' });
    gate.show({ type: 'beepPad', windowId: 'w1' });
    gate.show({ ...SHOWN, windowId: 'w2' });
    expect(await sent()).toEqual([{ ...SHOWN, windowId: 'w2' }]);
    if (how === 'the page leaves') running.pageLeft();
    if (how === 'it is ended') say({ type: 'close' });
    if (how === 'another page comes') expect(running.greet(false)).toMatchObject([{ type: 'askPin' }]);
    if (how === 'another window is taken') say({ type: 'takeWindow', windowId: 'w2' });
    expect((await sent()).filter(({ type }) => type === 'showOnPad')).toEqual([{ ...SHOWN, windowId: 'w1' }]);
  },
);

test('a rating that the hall asks for takes the pad from the test, and reaches the core; the test’s own never does', async () => {
  const { gate, say, sent, heard, tell, told, toCore, passMs, asked } = await openTakenOver(60_000);
  expect(asked).toMatchObject({ isTest: true });
  expect(heard()).toMatchObject({ view: { work: { evaluationPads: { state: 'over', rated: 0, of: 1 } } } });
  expect(heard()).toMatchObject({ view: { running: { windows: [{ windowId: 'w1', isRatingAsked: true }, {}] } } });
  say({ type: 'try', wish: 'tryEvaluationPads' });
  say({ type: 'takeWindow', windowId: null });
  expect(await sent()).toEqual([]);
  passMs(5_001);
  tell({ type: 'rated', evaluationId: asked.evaluationId, rating: 1, windowId: 'w1' });
  tell({ type: 'rated', evaluationId: 7, rating: 5, windowId: 'w1' });
  await told({ type: 'rated', evaluationId: 7, rating: 5, windowId: 'w1' });
  expect(toCore.filter(({ type }) => type === 'rated')).toHaveLength(1);
  expect(gate.isRatingAsked('w1')).toBe(false);
});

test('the key that a technician had under the finger when the hall asked is no rating: the pad asks again for the rest of its time', async () => {
  const { gate, sent, tell, told, toCore, passMs } = await openTakenOver(60_000);
  passMs(5_000);
  tell({ type: 'rated', evaluationId: 7, rating: 1, windowId: 'w1' });
  const again = { type: 'ask', evaluationId: 7, timeoutMs: 55_000, windowId: 'w1' };
  await vi.waitFor(async () => expect(await sent()).toEqual([again]), PATIENCE);
  expect(gate.isRatingAsked('w1')).toBe(true);
  tell({ type: 'rated', evaluationId: 7, rating: 5, windowId: 'w1' });
  await told({ type: 'rated', evaluationId: 7, rating: 5, windowId: 'w1' });
  expect(toCore.filter(({ type }) => type === 'rated')).toHaveLength(1);
});

test('so too when the window was given back just before the hall asked, and where no time is left the asking lapses', async () => {
  const { gate, say, tell, told, toCore, passMs } = await openTested('w1');
  say({ type: 'try', wish: 'tryEvaluationPads' });
  say({ type: 'takeWindow', windowId: null });
  gate.ask(7, 2_000, 'w1');
  passMs(2_000);
  tell({ type: 'rated', evaluationId: 7, rating: 1, windowId: 'w1' });
  await told({ type: 'lapsed', evaluationId: 7, windowId: 'w1' });
  expect(toCore).not.toContainEqual(expect.objectContaining({ type: 'rated' }));
});

test('a pad that waits for the test’s key is disarmed when the window is given back', async () => {
  const { say, sent } = await openTested('w1');
  say({ type: 'try', wish: 'tryEvaluationPads' });
  say({ type: 'takeWindow', windowId: null });
  expect((await sent()).map(({ type }) => type)).toEqual(['ask', 'cancelAsk']);
});

test('ended while its page stays, it asks for the PIN anew, and the right one opens it', async () => {
  const { say, heard, gate, running } = await openTested('w1');
  say({ type: 'close' });
  expect([heard(), gate.underTest, running.isTesting]).toEqual([ASK_PIN, null, false]);
  say({ type: 'staffPin', pin: '000000' });
  await vi.waitFor(() => expect(heard()).toMatchObject({ trouble: { type: 'wrongPin' } }), PATIENCE);
  say({ type: 'close' });
  expect(heard()).toEqual(ASK_PIN);
  say({ type: 'staffPin', pin: PIN });
  await vi.waitFor(() => expect(heard()).toMatchObject({ type: 'view' }), PATIENCE);
});

test('a page that stands still gives its window back 5 minutes after the last thing that was pressed on it', async () => {
  const { say, heard, gate, running } = await openTested('w1', () =>
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }),
  );
  say({ type: 'takeWindow', windowId: 'w2' });
  vi.advanceTimersByTime(299_999);
  say({ type: 'try', wish: 'tryCallPads' });
  vi.advanceTimersByTime(299_999);
  expect([gate.underTest, running.isTesting]).toEqual(['w2', true]);
  vi.advanceTimersByTime(1);
  expect([heard(), gate.underTest, running.isTesting]).toEqual([ASK_PIN, null, false]);
});

test('the log says which window is under test, and which was given back', async () => {
  const { say, logged } = await openTested('w1');
  say({ type: 'takeWindow', windowId: 'w2' });
  say({ type: 'takeWindow', windowId: null });
  say({ type: 'close' });
  const lines = logged().trim().split('\n');
  const about = lines.map((line) => JSON.parse(line) as { msg: string; windowId?: string });
  expect(about.filter(({ msg }) => msg.startsWith('Window ')).map(({ msg, windowId }) => [windowId, msg])).toEqual([
    ['w1', 'Window under test: its keys are not carried out'],
    ['w1', 'Window given back: its keys are carried out again'],
    ['w2', 'Window under test: its keys are not carried out'],
    ['w2', 'Window given back: its keys are carried out again'],
  ]);
});
