// Plain-text strips: bytes by the template and no others, pages, polls, and text again after a power cut.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryLine, type MemoryLine } from '../../port/memory-port.ts';
import { settled, until } from '../../testing/passing-time.ts';
import type { StripContent } from '../contract.ts';
import { StripLine } from '../line.ts';
import { ONBON_FRAME_SHAPE } from '../onbon/codec.ts';
import { hexOf } from '../testing/published-frames.ts';
import { PlainTextStrip } from './driver.ts';
import { plainTextSettings } from './settings.ts';
import { PlainTextSimulator } from './simulator.ts';

const say = (...pages: string[]): StripContent => ({ wordings: [pages], colour: 'green' });

let count = 0;
let wire: MemoryLine;
let simulator: PlainTextSimulator;
let strip: PlainTextStrip;
let sent: string[];

function start(options: Readonly<Record<string, unknown>> = {}): void {
  count += 1;
  sent = [];
  wire = memoryLine(`plain-text-${count}`);
  const farEnd = wire.devicePort();
  farEnd.onBytes((bytes) => sent.push(hexOf(bytes)));
  simulator = new PlainTextSimulator(farEnd);
  simulator.start();
  strip = new PlainTextStrip(new StripLine(wire.hostPort(), ONBON_FRAME_SHAPE), plainTextSettings(options));
  strip.start();
}

beforeEach(() => void vi.useFakeTimers());

afterEach(async () => {
  await settled(Promise.all([strip.stop(), simulator.stop()]));
  await vi.advanceTimersByTimeAsync(10);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

describe('bytes', () => {
  it.each([
    [{}, say('请A1'), '20202020202020202020', 'c7eb41310d'],
    [
      { centre: 'strip', template: '\\x02{address}{text}\\x03\\r\\n', address: '07' },
      say('5号'),
      '',
      '02303735bac5030d0a',
    ],
    [{ centre: 'strip', template: '#{colour}{text}\\\\', colours: { green: '2' } }, say('空'), '', '2332bfd55c'],
    [{ centre: 'strip', template: '{text}', charset: 'utf8' }, say('空'), '', 'e7a9ba'],
    [{ centre: 'strip', template: '{text}' }, say('A\r\u0002B'), '', '4142'],
  ])('%j', async (options, content, _, tail) => {
    start(options);
    strip.show(content);
    await until(() => sent.length, 1);
    expect(sent[0]?.replace(/^(20)*/, '')).toBe(tail);
  });

  it('spaces put the text into the middle of its columns', async () => {
    start({ columns: 8 });
    strip.show(say('请A1'));
    await until(() => sent, ['2020c7eb41310d']);
  });
});

it('is sent at once, again at every poll, and shown after a power cut', async () => {
  start();
  strip.show(say('A001'));
  await until(() => [simulator.text, strip.shown], ['A001', ['A001']]);
  simulator.cutPower();
  strip.show(say('A002'));
  await vi.advanceTimersByTimeAsync(20_000);
  simulator.restorePower();
  expect(simulator.text).toBeNull();
  await vi.advanceTimersByTimeAsync(5000);
  expect(simulator.text).toBe('A002');
});

it('pages of 3 s', async () => {
  start();
  strip.show(say('请K12-A012', '到105号窗口'));
  await vi.advanceTimersByTimeAsync(6500);
  expect(simulator.lines).toEqual(['请K12-A012', '到105号窗口', '请K12-A012']);
});

it('the line is lost and comes back: fault, then the text of now', async () => {
  start();
  strip.show(say('A001'));
  await until(() => simulator.text, 'A001');
  wire.unplug();
  expect(strip.status).toEqual({ state: 'fault', code: 'portLost' });
  strip.show(say('A002'));
  expect(strip.shown).toBeNull();
  wire.replug();
  await vi.advanceTimersByTimeAsync(10_000);
  expect([simulator.text, strip.status.state]).toEqual(['A002', 'ready']);
});
