// The Onbon driver against behaving cards on lines in memory: what people read is right whatever happens to power and answers.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryLine, type MemoryLine } from '../../port/memory-port.ts';
import { RoughLine, type Roughness } from '../../port/rough-line.ts';
import { settled, until } from '../../testing/passing-time.ts';
import type { StripContent } from '../contract.ts';
import { StripLine } from '../line.ts';
import { ONBON_FRAME_SHAPE } from './codec.ts';
import { OnbonStrip } from './driver.ts';
import { onbonSettings } from './settings.ts';
import { OnbonSimulator, type OnbonSwitches } from './simulator.ts';

const READY = { state: 'ready', warning: null };
const SILENT = { state: 'fault', code: 'noReply' };
const say = (...pages: string[]): StripContent => ({ wordings: [pages], colour: 'red' });

let count = 0;
let wire: MemoryLine;
let simulator: OnbonSimulator;
let strips: OnbonStrip[];
let wallClock: Date;
/** With or without power: what came down the line. */
let commandsHeard = 0;

function started(
  options: readonly Readonly<Record<string, unknown>>[] = [{}],
  switches: Partial<OnbonSwitches> & { addresses?: number[] } = {},
  roughness: Partial<Roughness> = {},
): OnbonStrip[] {
  count += 1;
  wire = memoryLine(`onbon-driver-${count}`);
  const line = new StripLine(wire.hostPort(), ONBON_FRAME_SHAPE);
  const farEnd = new RoughLine(wire.devicePort(), roughness);
  farEnd.onBytes(() => void (commandsHeard += 1));
  simulator = new OnbonSimulator(farEnd, switches);
  simulator.start();
  strips = options.map((each) => new OnbonStrip(line, onbonSettings(each), () => wallClock));
  for (const strip of strips) strip.start();
  return strips;
}

const strip = (): OnbonStrip => strips[0] as OnbonStrip;
const countOf = (command: string): number => simulator.heard.filter((heard) => heard.includes(` ${command}`)).length;

beforeEach(() => {
  vi.useFakeTimers();
  wallClock = new Date(2026, 10, 23, 10, 0, 0);
});

afterEach(async () => {
  await settled(Promise.all([...strips.map((each) => each.stop()), simulator.stop()]));
  await vi.advanceTimersByTimeAsync(5000);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

describe('shows', () => {
  it('a text in the middle of 128 by 16 dots, and is ready once it is taken', async () => {
    started();
    strip().show(say('请A012到5号窗口'));
    expect([strip().status, strip().shown]).toEqual([{ state: 'starting' }, null]);
    await until(() => strip().status, READY);
    expect(simulator.card().areas.get(0)).toEqual({
      ...{ text: '请A012到5号窗口', raw: '请A012到5号窗口' },
      ...{ x: 0, y: 0, width: 128, height: 16, alignment: 0x0a, effect: 1 },
    });
    expect(strip().shown).toEqual(['请A012到5号窗口']);
  });

  it('the next text at once, not at the next poll, and the same text only by polls', async () => {
    started([{ pollMs: 60_000 }]);
    strip().show(say('A001'));
    await until(() => simulator.text(), 'A001');
    const beganMs = performance.now();
    strip().show(say('A002'));
    await until(() => simulator.text(), 'A002');
    expect(performance.now() - beganMs).toBeLessThan(100);
    strip().show(say('A002'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(countOf('a306')).toBe(2);
  });

  it('pages of 3 s, round and round', async () => {
    started();
    strip().show(say('请K12-A012', '到105号窗口'));
    const seen: (string | null)[] = [];
    for (let page = 0; page < 4; page += 1) {
      await vi.advanceTimersByTimeAsync(page === 0 ? 100 : 3000);
      seen.push(simulator.text());
    }
    expect(seen).toEqual(['请K12-A012', '到105号窗口', '请K12-A012', '到105号窗口']);
  });

  it('the wording that fits this strip', async () => {
    started([{ widthDots: 64 }]);
    strip().show({ wordings: [['请A012到5号窗口'], ['A012']], colour: 'red' });
    await until(() => simulator.text(), 'A012');
  });

  it('with font, colour and spaces where the card wants them', async () => {
    started([{ font: 1, colours: 'redGreen', centre: 'spaces' }]);
    strip().show({ wordings: [['暂停服务']], colour: 'yellow' });
    await until(() => simulator.text(), '暂停服务');
    expect(simulator.card().areas.get(0)).toMatchObject({ raw: '\\FO001\\C3    暂停服务', alignment: 0 });
  });

  it('no card word that stands in the text, and a square for what no font has', async () => {
    started();
    strip().show(say('\\C2\u{1f600}€\n甲'));
    await until(() => simulator.text(), '＼C2□□甲');
  });
});

describe('power', () => {
  it('a strip that was dark shows the right text at its next poll', async () => {
    started();
    strip().show(say('A001'));
    await until(() => simulator.text(), 'A001');
    simulator.cutPower();
    await until(() => strip().status, SILENT);
    expect(strip().shown).toBeNull();
    strip().show(say('A002'));
    await vi.advanceTimersByTimeAsync(60_000);
    simulator.restorePower();
    await until(() => simulator.text(), 'A002');
    await until(() => strip().status, READY);
  });

  it('a power cut that nobody noticed is repaired by the next poll', async () => {
    started();
    strip().show(say('A001'));
    await until(() => simulator.text(), 'A001');
    simulator.cutPower();
    simulator.restorePower();
    expect(simulator.text()).toBeNull();
    await vi.advanceTimersByTimeAsync(5100);
    expect(simulator.text()).toBe('A001');
    expect(strip().status).toEqual(READY);
  });

  it('a strip without power is asked once a poll, not in a loop', async () => {
    started();
    simulator.cutPower();
    strip().show(say('A001'));
    await until(() => strip().status, SILENT);
    commandsHeard = 0;
    await vi.advanceTimersByTimeAsync(120_000);
    // Every 5 s and the time it waits for the answer.
    expect(commandsHeard).toBeGreaterThan(15);
    expect(commandsHeard).toBeLessThan(20);
    simulator.restorePower();
    await until(() => simulator.text(), 'A001');
  });

  it('nothing to show yet: a ping tells that the strip is there', async () => {
    started();
    await until(() => strip().status, READY);
    expect(simulator.heard).toEqual(['1 a200010000']);
  });
});

describe('answers', () => {
  it('one lost or spoilt answer is no fault', async () => {
    started([{}], { repliesToLose: 1, repliesToSpoil: 1 });
    const states: string[] = [];
    strip().onStatus(({ state }) => states.push(state));
    strip().show(say('A001'));
    await until(() => strip().status, READY);
    expect(states).toEqual(['ready']);
  });

  it.each([1, 2, 3, 4])('in pieces behind noise (seed %i)', async (seed) => {
    started([{}], { noise: [0x00, 0xa5, 0x5a, 0xa5, 0xa6, 0x13] }, { isInPieces: true, seed });
    strip().show(say('A001'));
    await until(() => strip().status, READY);
  });

  it('that come late are not taken for the next command', async () => {
    started([{ answerTimeoutMs: 100, tries: 2 }], { replyDelayMs: 150 });
    strip().show(say('A001'));
    await until(() => strip().status, SILENT);
    simulator.set({ replyDelayMs: 0 });
    strip().show(say('A002'));
    await until(() => [strip().status, simulator.text()], [READY, 'A002']);
  });

  it('a refused text is a fault by name, a refused clock as well, and the text is shown all the same', async () => {
    started([{ clock: 'sundayIs7' }], { refused: ['a203'] });
    strip().show(say('A001'));
    await until(() => strip().status, { state: 'fault', code: 'deviceRefused' });
    expect([simulator.text(), countOf('a203')]).toEqual(['A001', 1]);
    simulator.set({ refused: ['a306'] });
    strip().show(say('A002'));
    await vi.advanceTimersByTimeAsync(100);
    expect([strip().status, simulator.text()]).toEqual([{ state: 'fault', code: 'deviceRefused' }, 'A001']);
    simulator.set({ refused: [] });
    await until(() => simulator.text(), 'A002');
  });
});

describe('several on one line', () => {
  const two = [{ screenAddress: 1 }, { screenAddress: 2 }];

  it('each shows its own text', async () => {
    started(two, { addresses: [1, 2] });
    strips.forEach((each, index) => each.show(say(`A00${index + 1}`)));
    await until(() => [simulator.text(1), simulator.text(2)], ['A001', 'A002']);
  });

  it('a dead one does not hold up the news of the other', async () => {
    started(two, { addresses: [1, 2] });
    simulator.cutPower(1);
    await until(() => strips.map(({ status }) => status), [SILENT, READY]);
    for (const each of strips) each.show(say('A001'));
    strips[1]?.show(say('A009'));
    const beganMs = performance.now();
    await until(() => simulator.text(2), 'A009');
    // At most the one question to the dead strip that is under way.
    expect(performance.now() - beganMs).toBeLessThan(2000);
  });

  it('two areas of one card stand side by side', async () => {
    started([
      { areaId: 0, widthDots: 64 },
      { areaId: 1, x: 64, widthDots: 64 },
    ]);
    strips.forEach((each, index) => each.show(say(`A00${index + 1}`)));
    await until(
      () => [...simulator.card().areas.values()].map(({ text, x }) => [text, x]),
      [
        ['A001', 0],
        ['A002', 64],
      ],
    );
  });
});

describe('how it is lit', () => {
  it('dark outside its hours, in the brightness of the time of day, its clock set once a day', async () => {
    const brightness = [
      { from: '08:00', level: 12 },
      { from: '18:00', level: 4 },
    ];
    started([{ lit: { from: '08:00', to: '20:00' }, brightness, clock: 'sundayIs7', clear: 'areas' }]);
    strip().show(say('A001'));
    const lit = (): unknown[] => [
      simulator.card().isLit,
      simulator.card().brightness,
      simulator.card().clock?.slice(0, 8),
    ];
    await until(lit, [true, 12, '26201123']);
    expect(simulator.heard[0]).toBe('1 a306010000ff00');
    wallClock = new Date(2026, 10, 23, 19, 0, 0);
    await until(lit, [true, 4, '26201123']);
    wallClock = new Date(2026, 10, 24, 7, 0, 0);
    await until(lit, [false, 4, '26201124']);
    expect(simulator.text()).toBe('A001');
    expect(countOf('a203')).toBe(2);
  });

  it('what a card forgot in a power cut that nobody noticed is told again within ten minutes', async () => {
    started([{ lit: { from: '20:00', to: '06:00' } }]);
    await until(() => simulator.card().isLit, false);
    simulator.cutPower();
    simulator.restorePower();
    expect(simulator.card().isLit).toBe(true);
    await vi.advanceTimersByTimeAsync(610_000);
    expect(simulator.card().isLit).toBe(false);
  });

  it('a screen is cleared first where that is set', async () => {
    started([{ clear: 'screen' }]);
    await until(() => simulator.heard.slice(0, 2), ['1 a310010000', '1 a200010000']);
  });
});

it('the line is pulled and comes back: fault, then the text of now', async () => {
  started();
  strip().show(say('A001'));
  await until(() => simulator.text(), 'A001');
  wire.unplug();
  expect(strip().status).toEqual({ state: 'fault', code: 'portLost' });
  strip().show(say('A002'));
  await vi.advanceTimersByTimeAsync(10_000);
  wire.replug();
  await until(() => [simulator.text(), strip().status], ['A002', READY]);
});

it('broadcast: every card shows it, whoever answers', async () => {
  started([{ screenAddress: 65_534 }], { addresses: [7] });
  strip().show(say('A001'));
  await until(() => [simulator.text(7), strip().status], ['A001', READY]);
});
