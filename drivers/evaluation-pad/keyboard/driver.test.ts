// Pads that type like a keyboard: one rating a request, nothing without one, nothing from a person's fingers; and their events as bytes.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryLine, type MemoryLine } from '../../port/memory-port.ts';
import { settled, until } from '../../testing/passing-time.ts';
import type { EvaluationPad, EvaluationPadEvent } from '../contract.ts';
import { openEvaluationPad } from '../open-evaluation-pad.ts';
import { KeyPressReader } from './codec.ts';
import { keyboardPadSettings } from './settings.ts';
import { KeyboardPadSimulator, type KeyboardPadSwitches } from './simulator.ts';

const LEVELS = { 1: 5, 2: 4, 3: 3, 4: 2, 5: 1 };
const LONG_MS = 60_000;

/** `4` down and up, Enter down and held, as a 64-bit Linux writes them at 2026-01-05 01:00:00.5 UTC. */
const FOUR_ENTER = Buffer.from(
  [
    '100d5b690000000020a10700000000000400040021000700',
    '100d5b690000000020a10700000000000100050001000000',
    '100d5b690000000020a10700000000000000000000000000',
    '100d5b690000000060c00700000000000100050000000000',
    '100d5b69000000009ae007000000000001001c0001000000',
    '100d5b69000000009ae007000000000001001c0002000000',
  ].join(''),
  'hex',
);

describe('events', () => {
  const four = { key: '4', atMs: 1_767_574_800_500 };
  const enter = { key: 'Enter', atMs: 1_767_574_800_516.25 };

  it('are key presses; what goes up, repeats or is no key is passed over', () => {
    expect(new KeyPressReader().push(FOUR_ENTER)).toEqual([four, enter]);
  });

  it('may be cut anywhere', () => {
    for (let cut = 0; cut <= FOUR_ENTER.length; cut += 1) {
      const reader = new KeyPressReader();
      const presses = [...reader.push(FOUR_ENTER.subarray(0, cut)), ...reader.push(FOUR_ENTER.subarray(cut))];
      expect(presses).toEqual([four, enter]);
    }
  });

  it('rubbish never throws, and keys after it are found', () => {
    // No byte of it can be in the microseconds of an event, so none can be taken for one.
    const rubbish = fc.uint8Array({ min: 0x20, max: 0xff, maxLength: 200 });
    fc.assert(
      fc.property(rubbish, fc.integer({ min: 1, max: 30 }), (bytes, step) => {
        const reader = new KeyPressReader();
        const all = Buffer.concat([bytes, FOUR_ENTER]);
        const presses = [];
        for (let at = 0; at < all.length; at += step) presses.push(...reader.push(all.subarray(at, at + step)));
        expect(presses.slice(-2)).toEqual([four, enter]);
      }),
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void new KeyPressReader().push(bytes)));
  });
});

describe('a pad', () => {
  let count = 0;
  let wire: MemoryLine;
  let pad: EvaluationPad;
  let keys: KeyboardPadSimulator;
  let events: EvaluationPadEvent[];

  const answers = (): unknown[] =>
    events.flatMap((event) =>
      event.type === 'status' ? [] : [[event.evaluationId, event.type === 'rated' ? event.rating : 'lapsed']],
    );

  beforeEach(() => {
    vi.useFakeTimers();
    count += 1;
    wire = memoryLine(`keyboard-pad-${count}`);
    events = [];
  });
  afterEach(async () => {
    await settled(Promise.all([pad.stop(), keys.stop()]));
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  async function begun(
    options: Record<string, unknown> = {},
    switches: Partial<KeyboardPadSwitches> = {},
  ): Promise<void> {
    pad = openEvaluationPad({
      model: 'keyboard',
      port: `memory:${wire.name}`,
      options: { levels: LEVELS, ...options },
    });
    pad.onEvent((event) => events.push(event));
    keys = new KeyboardPadSimulator(wire.devicePort(), switches);
    keys.start();
    pad.start();
    await until(() => [pad.status.state, keys.isConnected], ['ready', true]);
  }

  /** Long enough for whatever was pressed to have been read and judged. */
  const judged = (): Promise<unknown> => vi.advanceTimersByTimeAsync(2000);

  it.each<[string, Record<string, unknown>, Partial<KeyboardPadSwitches>]>([
    ['digit and Enter', {}, {}],
    ['digits of the number block', {}, { isNumberBlock: true }],
    ['in pieces', {}, { sendsByteByByte: true }],
    ['after noise', {}, { noise: [0xff, 0x5a, 0xff] }],
    ['with a prefix, ended by Tab', { prefix: 'XQ', suffix: 'Tab' }, { prefix: 'xq', suffix: 'Tab' }],
    ['ended by silence', { suffix: 'none' }, { suffix: 'none' }],
    ['a slow one', { maxGapMs: 400 }, { gapMs: 300 }],
  ])('gives the level of the key: %s', async (_, options, switches) => {
    await begun(options, switches);
    pad.ask({ evaluationId: 7, timeoutMs: LONG_MS });
    keys.press('2');
    await until(answers, [[7, 4]]);
    keys.press('1');
    await judged();
    expect(answers()).toHaveLength(1);
  });

  it('records nothing unless it is asked, and nothing of what was typed before', async () => {
    await begun();
    keys.press('1');
    await judged();
    keys.type('1');
    await vi.advanceTimersByTimeAsync(0);
    pad.ask({ evaluationId: 7, timeoutMs: LONG_MS });
    keys.type('Enter');
    await judged();
    expect(answers()).toEqual([]);
    keys.press('5');
    await until(answers, [[7, 1]]);
  });

  it.each<[string, Partial<KeyboardPadSwitches>, readonly string[]]>([
    ['typed by a person', { gapMs: 120 }, ['1', 'Enter']],
    ['a key that means no level', {}, ['9', 'Enter']],
    ['two keys at once', {}, ['1', '2', 'Enter']],
    ['no end', {}, ['1']],
    ['an end alone', {}, ['Enter']],
  ])('%s records nothing and leaves the request open', async (_, switches, typed) => {
    await begun({}, switches);
    pad.ask({ evaluationId: 7, timeoutMs: LONG_MS });
    keys.type(...typed);
    await judged();
    expect(answers()).toEqual([]);
    keys.set({ gapMs: 8 });
    keys.press('3');
    await until(answers, [[7, 3]]);
  });

  it('without the prefix records nothing', async () => {
    await begun({ prefix: 'q' });
    pad.ask({ evaluationId: 7, timeoutMs: LONG_MS });
    keys.press('1');
    await judged();
    expect(answers()).toEqual([]);
  });

  it('lapses, is replaced, and is cancelled like every pad', async () => {
    await begun();
    pad.ask({ evaluationId: 7, timeoutMs: 100 });
    await until(answers, [[7, 'lapsed']]);
    pad.ask({ evaluationId: 8, timeoutMs: LONG_MS });
    pad.ask({ evaluationId: 9, timeoutMs: LONG_MS });
    keys.press('1');
    await until(() => answers().at(-1), [9, 5]);
    pad.ask({ evaluationId: 10, timeoutMs: LONG_MS });
    pad.cancel();
    keys.press('1');
    await judged();
    expect(answers()).toHaveLength(2);
  });

  it('unplugged and plugged in again, an open request is still open', async () => {
    await begun();
    pad.ask({ evaluationId: 7, timeoutMs: LONG_MS });
    wire.unplug();
    await until(() => pad.status, { state: 'fault', code: 'portLost' });
    wire.replug();
    await until(() => [pad.status.state, keys.isConnected], ['ready', true]);
    keys.press('4');
    await until(answers, [[7, 2]]);
  });
});

describe('settings', () => {
  it.each<[Record<string, unknown>, string]>([
    [{ levels: undefined }, 'levels'],
    [{ levels: { '1 2': 5 } }, 'levels'],
    [{ levels: { '': 5 } }, 'levels'],
    [{ levels: { 1: 0 } }, 'levels'],
    [{ prefix: 5 }, 'prefix'],
    [{ prefix: 'much too long' }, 'prefix'],
    [{ suffix: 'Escape' }, 'suffix'],
    [{ maxGapMs: 4 }, 'maxGapMs'],
    [{ mayReachOthers: 'yes' }, 'mayReachOthers'],
    [{ address: 3 }, 'address'],
  ])('%j is refused by name', (options, name) => {
    const wrong = () => keyboardPadSettings({ levels: LEVELS, ...options });
    expect(wrong).toThrow(RangeError);
    expect(wrong).toThrow(name);
  });

  it.each(['COM3', 'tcp://192.0.2.7:9100', ''])('port "%s" is refused', (port) => {
    expect(() => openEvaluationPad({ model: 'keyboard', port, options: { levels: LEVELS } })).toThrow('by-id');
  });
});
