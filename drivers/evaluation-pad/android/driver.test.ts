// Android pads over a real loopback socket: asked, rated once, lapsed, replaced, offline and back, with the quirks of real programs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPort } from '../../port/open-port.ts';
import { freePort } from '../../testing/free-port.ts';
import type { EvaluationPad, EvaluationPadEvent } from '../contract.ts';
import { openEvaluationPad } from '../open-evaluation-pad.ts';
import { AndroidPadSimulator, type AndroidPadSwitches } from './simulator.ts';

const LONG_MS = 60_000;
const LEVELS = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5 };
const until = (what: () => unknown, value: unknown): Promise<void> =>
  expect.poll(what, { interval: 2, timeout: 20_000 }).toEqual(value);

let port: number;
let closers: (() => Promise<void>)[];
let answers: unknown[];
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiaohao-android-pad-'));
  port = await freePort();
  closers = [];
  answers = [];
});
afterEach(async () => {
  await Promise.all(closers.map((close) => close()));
  rmSync(folder, { recursive: true });
});

function opened(options: Record<string, unknown> = {}): EvaluationPad {
  const pad = openEvaluationPad({
    model: 'android',
    port: `listen:${port}`,
    options: { windowNumber: '5', levels: LEVELS, ...options },
  });
  pad.onEvent((event: EvaluationPadEvent) => {
    if (event.type !== 'status') answers.push([event.evaluationId, event.type === 'rated' ? event.rating : 'lapsed']);
  });
  pad.start();
  closers.push(() => pad.stop());
  return pad;
}

function dialling(switches: Partial<AndroidPadSwitches> = {}): AndroidPadSimulator {
  const simulator = new AndroidPadSimulator(createPort(`ws://127.0.0.1:${port}`, { baudRate: 9600 }), switches);
  simulator.start();
  closers.push(() => simulator.stop());
  return simulator;
}

const codes = (simulator: AndroidPadSimulator): unknown[] =>
  simulator.replies.map(({ request, code }) => [request, code]);

/** A pad in its place. */
async function seated(switches: Partial<AndroidPadSwitches> = {}, options: Record<string, unknown> = {}) {
  const pad = opened(options);
  const simulator = dialling(switches);
  await until(() => pad.status, { state: 'ready', warning: null });
  return { pad, simulator };
}

describe.each(['code', 'document'] as const)('in the spelling of the %s', (spelling) => {
  it('asked, it shows a form and gives the level that the answer means', async () => {
    const { pad, simulator } = await seated({ spelling }, { spelling });
    pad.ask({ evaluationId: 71, timeoutMs: LONG_MS });
    await until(() => simulator.asked, '71');
    simulator.tap(4);
    await until(() => answers, [[71, 4]]);
    await until(() => codes(simulator).at(-1), ['RateSubmit', '0']);
  });

  it('whatever the other side is set to, its fields are understood', async () => {
    const { pad, simulator } = await seated({ spelling }, { spelling: spelling === 'code' ? 'document' : 'code' });
    pad.ask({ evaluationId: 71, timeoutMs: LONG_MS });
    await until(() => simulator.asked, '71');
    simulator.tap(2);
    await until(() => answers, [[71, 2]]);
  });
});

describe('a request', () => {
  it('is recorded once, however often it is submitted, and each time answered alike', async () => {
    const { pad, simulator } = await seated({
      submissions: 3,
      isSloppy: true,
      garbage: ['{', '', 'null', '[1]', '"x"'],
    });
    pad.ask({ evaluationId: 71, timeoutMs: LONG_MS });
    await until(() => simulator.asked, '71');
    simulator.tap(5, 3, 4, 5);
    await until(() => codes(simulator).filter((each) => String(each).includes('SUBMIT')).length, 3);
    pad.ask({ evaluationId: 72, timeoutMs: LONG_MS });
    await until(() => simulator.asked, '72');
    simulator.tapAgain();
    simulator.tap(1);
    await until(
      () => answers,
      [
        [71, 3],
        [72, 1],
      ],
    );
    await until(() => new Set(codes(simulator).map(String)), new Set(['  LOGIN ,0', '  RATESUBMIT ,0']));
  });

  it('taken before a restart it is answered alike, and told to nobody again; asked once more it counts', async () => {
    const answeredFile = join(folder, 'answered.json');
    const { pad: before, simulator } = await seated({}, { answeredFile });
    before.ask({ evaluationId: 71, timeoutMs: LONG_MS });
    await until(() => simulator.asked, '71');
    simulator.tap(2);
    await until(() => answers, [[71, 2]]);
    await before.stop();
    const pad = opened({ answeredFile });
    await until(() => pad.status, { state: 'ready', warning: null });
    const submit = (rateId: string) =>
      simulator.say('RateSubmit', { rateId, attitude: 2, quality: 2, efficiency: 2, honest: 2 });
    submit('71');
    await until(() => codes(simulator).at(-1), ['RateSubmit', '0']);
    submit('70');
    await until(() => codes(simulator).at(-1), ['RateSubmit', '1003']);
    expect(answers).toEqual([[71, 2]]);
    pad.ask({ evaluationId: 71, timeoutMs: LONG_MS });
    await until(() => simulator.asked, '71');
    submit('71');
    await until(
      () => answers,
      [
        [71, 2],
        [71, 2],
      ],
    );
  });

  it('waits for a pad that is away, and is not shown when it has lapsed meanwhile', async () => {
    const pad = opened();
    pad.ask({ evaluationId: 71, timeoutMs: LONG_MS });
    const simulator = dialling();
    await until(() => simulator.asked, '71');
    await simulator.drop();
    pad.ask({ evaluationId: 72, timeoutMs: 5 });
    await until(() => answers, [[72, 'lapsed']]);
    await until(() => [simulator.isConnected, codes(simulator).length], [true, 2]);
    simulator.say('HeartBeat', {});
    await until(() => codes(simulator).at(-1), ['HeartBeat', '0']);
    expect(simulator.heard.filter((text) => text.includes('RateQuest'))).toHaveLength(1);
  });

  it('survives a line that breaks when it is shown', async () => {
    const { pad, simulator } = await seated({ dropsWhenAsked: 1 });
    pad.ask({ evaluationId: 71, timeoutMs: LONG_MS });
    await until(() => simulator.heard.filter((text) => text.includes('RateQuest')).length, 2);
    await until(() => simulator.asked, '71');
    simulator.tap(5);
    await until(() => answers, [[71, 5]]);
  });

  it('lapses without an answer: the form is taken away, and an answer after that is refused', async () => {
    const { pad, simulator } = await seated();
    pad.ask({ evaluationId: 71, timeoutMs: 400 });
    await until(() => simulator.asked, '71');
    await until(() => [answers, simulator.asked, simulator.operates], [[[71, 'lapsed']], null, ['Reset']]);
    simulator.say('RateSubmit', { rateId: '71', attitude: 5, quality: 5, efficiency: 5, honest: 5 });
    await until(() => codes(simulator).at(-1), ['RateSubmit', '1003']);
    expect(answers).toHaveLength(1);
  });

  it.each([0, 9])('an answer of %i records nothing and leaves it open', async (value) => {
    const { pad, simulator } = await seated();
    pad.ask({ evaluationId: 71, timeoutMs: LONG_MS });
    await until(() => simulator.asked, '71');
    simulator.tap(value);
    await until(() => codes(simulator).at(-1), ['RateSubmit', '1003']);
    simulator.say('RateSubmit', { rateId: 71, attitude: '4', quality: 4, efficiency: 4, honest: 4 });
    await until(() => answers, [[71, 4]]);
  });

  it('cancelled, or replaced by the next, is answered by nobody', async () => {
    const { pad, simulator } = await seated();
    pad.ask({ evaluationId: 71, timeoutMs: LONG_MS });
    pad.ask({ evaluationId: 72, timeoutMs: LONG_MS });
    await until(() => simulator.asked, '72');
    simulator.say('RateSubmit', { rateId: '71', attitude: 1, quality: 1, efficiency: 1, honest: 1 });
    await until(() => codes(simulator).at(-1), ['RateSubmit', '1003']);
    pad.cancel();
    await until(() => simulator.asked, null);
    expect(answers).toEqual([]);
  });
});

describe('logging in', () => {
  it('is needed for ratings, for each connection, by a window and a code that are known here', async () => {
    opened({ users: { 1001: '工号1001' } });
    const simulator = dialling({ isShy: true });
    simulator.on('change', () => undefined);
    await until(() => simulator.isConnected, true);
    simulator.say('RateSubmit', { rateId: '1' });
    simulator.say('RateRequest', { winNum: '5' });
    simulator.say('Login', { winNum: '6', userCode: '1001' });
    simulator.say('Login', { winNum: '5', userCode: '1002' });
    simulator.say('Login', { WindowNumber: 5, UserNumber: 1001 });
    simulator.say('RateOperate', { winNum: '5', operate: 'Pause' });
    simulator.say('OpenDoor');
    await until(
      () => codes(simulator),
      [
        ['RateSubmit', '1000'],
        ['RateRequest', '1000'],
        ['Login', '1002'],
        ['Login', '1002'],
        ['Login', '0'],
        ['RateOperate', '1001'],
        ['OpenDoor', '999'],
      ],
    );
  });

  it('lists say what there is, and that there is nothing else', async () => {
    opened({ users: { 1001: '工号1001' }, windowName: '5号窗口' });
    opened({ windowNumber: '6', users: { 7: '7' } });
    const simulator = dialling({ isShy: true });
    await until(() => simulator.isConnected, true);
    for (const [method, param] of [
      ['GetWindowList'],
      ['GetUserList', { winNum: '5' }],
      ['GetUserList', { winNum: '9' }],
      ['GetItemList', { winNum: '5' }],
      ['GetUserPhoto', { userCode: '1001' }],
      ['GetUpdateInfo'],
    ] as const) {
      simulator.say(method, param);
    }
    await until(
      () => simulator.replies.map(({ result }) => result),
      [
        [
          { WindowNumber: '5', WindowName: '5号窗口' },
          { WindowNumber: '6', WindowName: '6' },
        ],
        [{ UserCode: '1001', UserName: '工号1001' }],
        [],
        [],
        '',
        { version: '', url: '' },
      ],
    );
  });

  it('pads of several windows dial one address, and none answers for another', async () => {
    const five = opened();
    const six = opened({ windowNumber: '6' });
    const pads = [dialling(), dialling({ windowNumber: '6' })];
    await until(() => [five.status.state, six.status.state], ['ready', 'ready']);
    five.ask({ evaluationId: 71, timeoutMs: LONG_MS });
    six.ask({ evaluationId: 72, timeoutMs: LONG_MS });
    await until(() => pads.map(({ asked }) => asked), ['71', '72']);
    pads[0]?.say('RateSubmit', { rateId: '72', attitude: 1, quality: 1, efficiency: 1, honest: 1 });
    pads[1]?.tap(5);
    await until(() => answers, [[72, 5]]);
    expect(() => opened({ windowNumber: '6' })).toThrow('window 6 has another pad');
    expect(() => opened({ windowNumber: '7', heartBeat: 'unknown' })).toThrow('heartBeat');
  });

  it('a pad whose heart beats are expected to be unknown hears 999', async () => {
    const { simulator } = await seated({}, { heartBeat: 'unknown' });
    simulator.say('HeartBeat', { DateTime: '2026-01-05 09:00:00' });
    await until(
      () => codes(simulator),
      [
        ['Login', '0'],
        ['HeartBeat', '999'],
      ],
    );
  });
});
