// The launcher's machine, by table and by chance: whatever happens in whatever order, a version that is known to be good starts.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstState, mayTake, nextState, TRIAL_STARTS_MAX, versionToStart, withFactory } from './launcher-state.ts';
import type { LauncherEvent, LauncherState } from './launcher-state.ts';

const state = (changes: Partial<LauncherState> = {}): LauncherState => ({ ...firstState('1.0.0'), ...changes });
const starting = (ready: string | null): LauncherEvent => ({ type: 'starting', ready });
const CANNOT_START: LauncherEvent = { type: 'currentCannotStart', factory: '1.0.0' };
const trial = (starts: number) => ({ version: '1.1.0', starts });

test.each<[string, LauncherState, LauncherEvent, LauncherState]>([
  ['nothing ready: the current one', state(), starting(null), state()],
  ['a ready one is tried', state(), starting('1.1.0'), state({ trial: trial(1) })],
  ['an older one is not', state(), starting('0.9.0'), state()],
  ['nor the same', state(), starting('1.0.0'), state()],
  [
    'nor one that was given back',
    state({ rejected: [{ version: '1.1.0', failure: 'ended' }] }),
    starting('1.1.0'),
    state({ rejected: [{ version: '1.1.0', failure: 'ended' }] }),
  ],
  [
    'a trial that was cut off gets another start',
    state({ trial: trial(1) }),
    starting('1.1.0'),
    state({ trial: trial(2) }),
  ],
  [
    'and no third one',
    state({ trial: trial(2) }),
    starting('1.1.0'),
    state({ rejected: [{ version: '1.1.0', failure: 'interrupted' }] }),
  ],
  [
    'a healthy trial becomes the current one and the old one is kept',
    state({ trial: trial(1) }),
    { type: 'healthy' },
    state({ current: '1.1.0', previous: '1.0.0' }),
  ],
  [
    'a failed trial is given back for good',
    state({ trial: trial(1) }),
    { type: 'trialFailed', failure: 'notHealthyInTime' },
    state({ rejected: [{ version: '1.1.0', failure: 'notHealthyInTime' }] }),
  ],
  ['healthy without a trial changes nothing', state(), { type: 'healthy' }, state()],
  ['nor does a failure', state(), { type: 'trialFailed', failure: 'ended' }, state()],
  [
    'files gone: the one before',
    state({ current: '1.1.0', previous: '1.0.0' }),
    CANNOT_START,
    state({ rejected: [{ version: '1.1.0', failure: 'cannotStart' }] }),
  ],
  [
    'files gone and nothing before: what the installer brought',
    state({ current: '1.2.0' }),
    CANNOT_START,
    state({ rejected: [{ version: '1.2.0', failure: 'cannotStart' }] }),
  ],
  [
    'files of both gone, one after the other: what the installer brought',
    state({ current: '1.1.0', rejected: [{ version: '1.2.0', failure: 'cannotStart' }] }),
    CANNOT_START,
    state({
      rejected: [
        { version: '1.2.0', failure: 'cannotStart' },
        { version: '1.1.0', failure: 'cannotStart' },
      ],
    }),
  ],
  ['the installer’s own files gone: as it was', state(), CANNOT_START, state()],
])('%s', (_, before, event, after) => {
  expect(nextState(before, event)).toEqual(after);
});

test('an installer with a newer version wins, one with an older does not', () => {
  const updated = state({ current: '1.1.0', previous: '1.0.0' });
  expect(withFactory(updated, '1.0.0')).toEqual(updated);
  expect(withFactory({ ...updated, trial: { version: '1.2.0', starts: 1 } }, '1.3.0')).toEqual(
    state({ current: '1.3.0', previous: '1.1.0' }),
  );
});

const version = fc.integer({ min: 0, max: 6 }).map((minor) => `1.${minor}.0`);
const event: fc.Arbitrary<LauncherEvent> = fc.oneof(
  { weight: 4, arbitrary: fc.option(version).map((ready): LauncherEvent => ({ type: 'starting', ready })) },
  fc.constant<LauncherEvent>({ type: 'healthy' }),
  fc
    .constantFrom('ended' as const, 'notHealthyInTime' as const)
    .map((failure): LauncherEvent => ({ type: 'trialFailed', failure })),
);

test('by chance: what starts was healthy before or is a trial within its starts; nothing given back starts again', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      let now = firstState('1.0.0');
      const healthyOnce = new Set(['1.0.0']);
      const givenBack = new Set<string>();
      for (const each of events) {
        if (each.type === 'healthy' && now.trial !== null) healthyOnce.add(now.trial.version);
        now = nextState(now, each);
        now.rejected.forEach((rejected) => givenBack.add(rejected.version));
        const chosen = versionToStart(now);
        expect(givenBack.has(chosen.version)).toBe(false);
        expect(healthyOnce.has(now.current)).toBe(true);
        expect(chosen.isTrial).toBe(now.trial !== null);
        expect(now.trial?.starts ?? 0).toBeLessThanOrEqual(TRIAL_STARTS_MAX);
        if (now.previous !== null) expect(healthyOnce.has(now.previous)).toBe(true);
        expect([...givenBack].some((back) => mayTake(now, back))).toBe(false);
      }
    }),
  );
});
