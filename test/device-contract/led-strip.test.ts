// Every strip model over every real line: a pty pair, TCP and UDP sockets, the real clock; power cut and line lost in the middle.
import { afterEach, describe, expect, it } from 'vitest';
import { createPort, openLedStrip, type LedStrip } from '@jiaohao/drivers';
import {
  listenTcp,
  listenUdp,
  OnbonSimulator,
  openPtyPair,
  PlainTextSimulator,
  RoughLine,
} from '@jiaohao/drivers/simulators';
import { devices, simulator } from './tool-bench.ts';

const PATIENCE = { interval: 5, timeout: 20_000 };
const QUICK = { pollMs: 200, answerTimeoutMs: 150, tries: 2 };

let closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.reverse()) await close();
  closers = [];
});

interface Bench {
  readonly strip: LedStrip;
  readonly simulator: OnbonSimulator;
  /** Takes the line away. */
  readonly cut: () => Promise<void>;
  /** Puts it back. */
  readonly mend: () => Promise<void>;
}

async function overPty(): Promise<Bench> {
  const pair = await openPtyPair();
  closers.push(() => pair.close());
  const simulator = new OnbonSimulator(
    new RoughLine(createPort(pair.b, { baudRate: 57_600 }), { isInPieces: true, seed: 11 }),
  );
  return bench(
    pair.a,
    simulator,
    () => pair.unplug(),
    () => pair.replug(),
  );
}

async function overNetwork(listen: typeof listenUdp): Promise<Bench> {
  const port = listen();
  await port.open();
  const simulator = new OnbonSimulator(port);
  // The device is gone and comes back on the same port; what it shows by itself then is nothing.
  const mend = (): Promise<void> => {
    simulator.start();
    return Promise.resolve();
  };
  return bench(port.url, simulator, () => simulator.stop(), mend);
}

function bench(port: string, simulator: OnbonSimulator, cut: () => Promise<void>, mend: () => Promise<void>): Bench {
  const strip = openLedStrip({ model: 'onbon', port, options: QUICK });
  closers.push(
    () => simulator.stop(),
    () => strip.stop(),
  );
  simulator.start();
  strip.start();
  return { strip, simulator, cut, mend };
}

const LINES: readonly (readonly [string, () => Promise<Bench>])[] = [
  ['a serial path', overPty],
  ['TCP', () => overNetwork(listenTcp)],
  ['UDP', () => overNetwork(listenUdp)],
];

describe.each(LINES)('Onbon over %s', (_, make) => {
  it('shows text, is repaired after a power cut, and comes back after the line was lost', async () => {
    const { strip, simulator, cut, mend } = await make();
    const shows = (text: string): Promise<void> => expect.poll(() => simulator.text(), PATIENCE).toBe(text);
    strip.show({ wordings: [['请A012到5号窗口']], colour: 'red' });
    await shows('请A012到5号窗口');
    await expect.poll(() => strip.status, PATIENCE).toEqual({ state: 'ready', warning: null });

    simulator.cutPower();
    await expect.poll(() => strip.status, PATIENCE).toEqual({ state: 'fault', code: 'noReply' });
    strip.show({ wordings: [['暂停服务']], colour: 'red' });
    simulator.restorePower();
    await shows('暂停服务');

    await cut();
    await expect.poll(() => strip.status.state, PATIENCE).toBe('fault');
    strip.show({ wordings: [['A013']], colour: 'red' });
    await mend();
    await shows('A013');
    await expect.poll(() => strip.status.state, PATIENCE).toBe('ready');
  });
});

it('plain text over a serial path', async () => {
  const pair = await openPtyPair();
  const simulator = new PlainTextSimulator(createPort(pair.b, { baudRate: 9600 }));
  const strip = openLedStrip({ model: 'plainText', port: pair.a, options: { pollMs: 200 } });
  closers.push(
    () => pair.close(),
    () => simulator.stop(),
    () => strip.stop(),
  );
  simulator.start();
  strip.start();
  strip.show({ wordings: [['请A012到5号窗口']], colour: 'red' });
  await expect.poll(() => simulator.text, PATIENCE).toBe('请A012到5号窗口');
  simulator.cutPower();
  simulator.restorePower();
  await expect.poll(() => simulator.text, PATIENCE).toBe('请A012到5号窗口');
});

it('the tool on a strip with another screen address: its own trouble, by both commands', async ({ onTestFinished }) => {
  const tool = await simulator(['led-strip', '--udp', '0', '--address', '7']);
  onTestFinished(async () => {
    await tool.stop();
  });
  const url = String(tool.ready['listening']);
  const show = ['strip', '--udp', url.slice('udp://'.length), '--text', 'A012', '--json'];
  const status = ['status', '--port', url, '--model', 'onbon', '--json'];
  for (const ended of await Promise.all([devices(show), devices(status)])) {
    expect([ended.exitCode, ended.json()]).toMatchObject([1, { error: { code: 'wrongAddress' } }]);
    expect(ended.out).toMatch(/screenAddress 1 与卡内设置不一致.*65534/);
  }
  expect((await devices([...status, '--options', '{"screenAddress": 7}'])).json()).toMatchObject({ state: 'ready' });
});
