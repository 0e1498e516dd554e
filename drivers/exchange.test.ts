// The request/reply machine, step by step: what it tells its runner to do and whom it never answers.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  exchange,
  IDLE,
  type ExchangeCommand,
  type ExchangeInput,
  type ExchangeState,
  type ExchangeStep,
} from './exchange.ts';

const settings = { quietMs: 300, drainLimitBytes: 100 };

/** Accepts frames that begin with its own letter. */
function command(letter: string): ExchangeCommand {
  const first = letter.charCodeAt(0);
  return { bytes: Uint8Array.of(first), timeoutMs: 1000, accepts: (frame) => frame[0] === first };
}

function frame(letter: string): Uint8Array {
  return Uint8Array.of(letter.charCodeAt(0), 1, 2);
}

function received(...letters: string[]): ExchangeInput {
  return { type: 'received', frames: letters.map(frame), byteCount: letters.length * 3 };
}

function run(...inputs: ExchangeInput[]): { state: ExchangeState; steps: readonly ExchangeStep[] } {
  let last: { state: ExchangeState; steps: readonly ExchangeStep[] } = { state: IDLE, steps: [] };
  for (const input of inputs) last = exchange(last.state, input, settings);
  return last;
}

const sendA: ExchangeInput = { type: 'send', command: command('A') };
const sendB: ExchangeInput = { type: 'send', command: command('B') };
const timeUp: ExchangeInput = { type: 'timeUp' };

test('a command is written and timed, its reply delivered', () => {
  expect(run(sendA).steps).toEqual([
    { do: 'write', bytes: Uint8Array.of(65) },
    { do: 'setTimer', afterMs: 1000 },
  ]);
  expect(run(sendA, received('A'))).toEqual({
    state: IDLE,
    steps: [{ do: 'clearTimer' }, { do: 'deliver', frame: frame('A') }],
  });
});

test('a foreign frame is dropped and the waiting goes on', () => {
  const { state, steps } = run(sendA, received('X'));
  expect(state.phase).toBe('waiting');
  expect(steps).toEqual([{ do: 'drop', frame: frame('X') }]);
});

test('two replies at once: the first is delivered, the second dropped', () => {
  const { steps } = exchange(
    run(sendA).state,
    { type: 'received', frames: [frame('A'), frame('A')], byteCount: 6 },
    settings,
  );
  expect(steps.map((step) => step.do)).toEqual(['drop', 'clearTimer', 'deliver']);
});

test('frames that nobody asked for are dropped', () => {
  expect(run(received('A'))).toEqual({ state: IDLE, steps: [{ do: 'drop', frame: frame('A') }] });
});

test('after a timeout the next command waits for silence, and the late reply is dropped', () => {
  expect(run(sendA, timeUp).steps).toEqual([
    { do: 'setTimer', afterMs: 300 },
    { do: 'fail', code: 'noReply' },
  ]);
  expect(run(sendA, timeUp, sendB).steps).toEqual([]);
  expect(run(sendA, timeUp, sendB, received('A')).steps).toEqual([
    { do: 'drop', frame: frame('A') },
    { do: 'setTimer', afterMs: 300 },
  ]);
  expect(run(sendA, timeUp, sendB, received('A'), timeUp).steps).toEqual([
    { do: 'write', bytes: Uint8Array.of(66) },
    { do: 'setTimer', afterMs: 1000 },
  ]);
  expect(run(sendA, timeUp, timeUp).state).toEqual(IDLE);
});

test('a line that never falls silent is used again after its limit of bytes', () => {
  const babble: ExchangeInput = { type: 'received', frames: [], byteCount: 60 };
  expect(run(sendA, timeUp, sendB, babble).steps).toEqual([{ do: 'setTimer', afterMs: 300 }]);
  expect(run(sendA, timeUp, sendB, babble, babble).steps).toEqual([
    { do: 'clearTimer' },
    { do: 'write', bytes: Uint8Array.of(66) },
    { do: 'setTimer', afterMs: 1000 },
  ]);
});

test('a lost line fails whoever waits, and nobody else', () => {
  const lost: ExchangeInput = { type: 'lineLost' };
  const failed = { state: IDLE, steps: [{ do: 'clearTimer' }, { do: 'fail', code: 'portLost' }] };
  expect(run(sendA, lost)).toEqual(failed);
  expect(run(sendA, timeUp, sendB, lost)).toEqual(failed);
  expect(run(sendA, timeUp, lost)).toEqual({ state: IDLE, steps: [{ do: 'clearTimer' }] });
  expect(run(lost)).toEqual({ state: IDLE, steps: [{ do: 'clearTimer' }] });
});

test('a second command while one is in flight is a bug', () => {
  expect(() => run(sendA, sendB)).toThrow('in flight');
  expect(() => run(sendA, timeUp, sendB, sendA)).toThrow('in flight');
});

test('whatever happens, each command is answered at most once and only with a frame it accepts', () => {
  const event = fc.oneof(
    fc.constantFrom<'A' | 'B' | 'X'>('A', 'B', 'X').map((letter) => received(letter)),
    fc.constant(timeUp),
    fc.constant<ExchangeInput>({ type: 'lineLost' }),
    fc.constantFrom(sendA, sendB),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      let state: ExchangeState = IDLE;
      let open: ExchangeCommand | null = null;
      for (const input of events) {
        if (input.type === 'send') {
          if (open !== null) continue;
          open = input.command;
        }
        const result = exchange(state, input, settings);
        state = result.state;
        for (const step of result.steps) {
          if (step.do !== 'deliver' && step.do !== 'fail') continue;
          expect(open).not.toBeNull();
          if (step.do === 'deliver') expect(open?.accepts(step.frame)).toBe(true);
          open = null;
        }
      }
    }),
  );
});
