// Every evaluation pad over a real line, the real clock: one rating a request, none without, the line lost in the middle; and the
// simulated Android pad as a program of its own.
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  checkLine,
  createPort,
  openEvaluationPad,
  type EvaluationPad,
  type EvaluationPadConfig,
} from '@jiaohao/drivers';
import { AndroidPadSimulator, KeyboardPadSimulator, openPtyPair, PadBusSimulator } from '@jiaohao/drivers/simulators';
import { devices, refusedSimulator, simulator } from './tool-bench.ts';

const PATIENCE = { interval: 5, timeout: 20_000 };
const LEVELS = { 1: 2, 2: 3, 3: 4, 4: 5 };
const LONG_MS = 60_000;
const READY = { state: 'ready', warning: null };

let closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.reverse()) await close();
  closers = [];
});

interface Bench {
  readonly config: EvaluationPadConfig;
  /** A person presses a key, or taps an answer. */
  readonly press: (value: number) => void;
  /** The pad can be answered now. */
  readonly isReady: (evaluationId: number) => boolean;
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
}

async function bus(): Promise<Bench> {
  const pair = await openPtyPair();
  const far = new PadBusSimulator(createPort(pair.b, { baudRate: 9600 }));
  far.start();
  closers.push(
    () => pair.close(),
    () => far.stop(),
  );
  return {
    config: { model: 'bus485', port: pair.a, options: { address: 3, levels: LEVELS } },
    press: (value) => far.press(3, value),
    isReady: () => far.isArmed(3),
    cut: () => pair.unplug(),
    mend: () => pair.replug(),
  };
}

async function keyboard(): Promise<Bench> {
  const pair = await openPtyPair();
  const far = new KeyboardPadSimulator(createPort(pair.b, { baudRate: 9600 }));
  far.start();
  closers.push(
    () => pair.close(),
    () => far.stop(),
  );
  return {
    config: { model: 'keyboard', port: pair.a, options: { levels: LEVELS, mayReachOthers: true } },
    press: (value) => far.press(String(value)),
    isReady: () => far.isConnected,
    cut: () => pair.unplug(),
    mend: () => pair.replug(),
  };
}

async function android(): Promise<Bench> {
  const port = await freePort();
  const far = new AndroidPadSimulator(createPort(`ws://127.0.0.1:${port}`, { baudRate: 9600 }));
  far.start();
  closers.push(() => far.stop());
  return {
    config: { model: 'android', port: `listen:${port}`, options: { windowNumber: '5', levels: LEVELS } },
    press: (value) => far.tap(value),
    isReady: (evaluationId) => far.asked === String(evaluationId),
    cut: () => far.stop(),
    mend: () => {
      far.start();
      return Promise.resolve();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

function started(config: EvaluationPadConfig): { pad: EvaluationPad; answers: unknown[] } {
  const pad = openEvaluationPad(config);
  const answers: unknown[] = [];
  pad.onEvent((event) => {
    if (event.type !== 'status') answers.push([event.evaluationId, event.type === 'rated' ? event.rating : 'lapsed']);
  });
  pad.start();
  closers.push(() => pad.stop());
  return { pad, answers };
}

const MODELS: readonly (readonly [string, () => Promise<Bench>])[] = [
  ['a bus pad on a serial path', bus],
  ['a keyboard pad on a device path', keyboard],
  ['an Android pad on a socket', android],
];

describe.each(MODELS)('%s', (_, make) => {
  it('rates once, lapses alone, and an open request survives the loss of the line', async () => {
    const { config, press, isReady, cut, mend } = await make();
    const { pad, answers } = started(config);
    await expect.poll(() => pad.status, PATIENCE).toEqual(READY);

    pad.ask({ evaluationId: 7, timeoutMs: LONG_MS });
    await expect.poll(() => isReady(7), PATIENCE).toBe(true);
    press(4);
    await expect.poll(() => answers, PATIENCE).toEqual([[7, 5]]);
    pad.ask({ evaluationId: 8, timeoutMs: 50 });
    await expect
      .poll(() => answers, PATIENCE)
      .toEqual([
        [7, 5],
        [8, 'lapsed'],
      ]);

    pad.ask({ evaluationId: 9, timeoutMs: LONG_MS });
    await cut();
    await mend();
    await expect.poll(() => pad.status, PATIENCE).toEqual(READY);
    await expect
      .poll(
        () => {
          // The pads' end takes the line up at its own pace; a key before that is lost on it.
          if (isReady(9)) press(1);
          return answers.at(-1);
        },
        { interval: 100, timeout: 20_000 },
      )
      .toEqual([9, 2]);
    expect(answers).toHaveLength(3);
  });
});

it('the simulated Android pad alone dials, tells what it is shown, and is tapped by hand', async () => {
  const port = await freePort();
  const { pad, answers } = started({
    ...{ model: 'android', port: `listen:${port}` },
    options: { windowNumber: '5', levels: LEVELS },
  });
  const url = `ws://127.0.0.1:${port}`;
  const listening = (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}`).then(
      ({ status }) => status === 426,
      () => false,
    );
  await expect.poll(listening, PATIENCE).toBe(true);
  const tool = await simulator(['android-pad', '--port', url, '--window', '5', '--user', '1001']);
  closers.push(async () => {
    await tool.stop();
  });
  expect(tool.ready).toEqual({ listening: url, model: 'android-pad' });
  await expect.poll(() => pad.status, PATIENCE).toEqual(READY);
  for (const line of ['set spelling document', 'set garbage on', 'set submissions 3']) tool.hand(line);
  pad.ask({ evaluationId: 7, timeoutMs: LONG_MS });
  await expect.poll(() => JSON.stringify(tool.events), PATIENCE).toContain('"asked":"7"');
  tool.hand('tap 3');
  await expect.poll(() => answers, PATIENCE).toEqual([[7, 4]]);
  tool.hand('tap bad');
  await expect.poll(() => JSON.stringify(tool.events), PATIENCE).toContain('refused');
  expect((await refusedSimulator(['android-pad', '--tcp', '0'])).err).toContain('ws://');
});

describe.concurrent('the tool on pads that hang on no line', () => {
  const status = (port: string, model: string) =>
    devices(['status', '--port', port, '--model', model, '--seconds', '8', '--json']);

  it('an Android pad: what it logs in as, and what its answers are', async ({ expect, onTestFinished }) => {
    const port = await freePort();
    const looking = status(`listen:${port}`, 'android');
    const far = new AndroidPadSimulator(createPort(`ws://127.0.0.1:${port}`, { baudRate: 9600 }));
    far.on('change', () => {
      if (far.asked !== null) far.tap(4, 3, 5, 1);
    });
    far.start();
    onTestFinished(() => far.stop());
    const look = await looking;
    expect(look.json()).toMatchObject({
      state: 'ready',
      remarks: [
        { code: 'login', en: 'logs in as window 5, user 1001' },
        { code: 'answer', zh: '评价结果：attitude 4, quality 3, efficiency 5, honest 1' },
      ],
    });
  });

  it('a keyboard pad: what it types, and how fast', async ({ expect, onTestFinished }) => {
    const pair = await openPtyPair();
    const far = new KeyboardPadSimulator(createPort(pair.b, { baudRate: 9600 }));
    far.start();
    const hand = setInterval(() => far.press('4'), 300);
    onTestFinished(async () => {
      clearInterval(hand);
      await far.stop();
      await pair.close();
    });
    const look = await status(pair.a, 'keyboard');
    expect(JSON.stringify(look.json()['remarks'])).toMatch(/types: 4 Enter 4 Enter[^]* \(at most \d+ ms/);
  });

  it('an address that another program has, and a device that is not there, are faults in words', async ({ expect }) => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const spec = `listen:${port}`;
    const [busy, gone] = await Promise.all([status(spec, 'android'), status('/dev/input/by-id/none', 'keyboard')]);
    expect([busy.exitCode, gone.exitCode]).toEqual([1, 1]);
    expect([busy.out, gone.out].map((text) => /portUnavailable/.test(text))).toEqual([true, true]);
    const check = { kind: 'evaluationPad', model: 'android', options: {} } as const;
    expect(await checkLine({ ...check, port: spec })).toMatchObject({ code: 'portUnavailable', isGood: false });
    expect(await checkLine({ ...check, port: 'listen:x' })).toMatchObject({ isGood: false });
    await new Promise<void>((resolve) => other.close(() => resolve()));
    expect(await checkLine({ ...check, port: spec })).toMatchObject({ code: 'lineOpen', isGood: true });
  });
});
