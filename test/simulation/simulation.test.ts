// Dozens of seeds, thousands of steps: what must always hold, holds. A failing seed replays with `npm run simulate -- --seed N`.
import { describe, expect, it } from 'vitest';
import { simulate } from './simulate.ts';

const SEEDS = Array.from({ length: 24 }, (_, at) => at + 1);
const STEPS = 600;
/** Everything that the simulation must have done at least once, or it proves less than it says. */
const MUST_HAPPEN = [
  'TicketIssued',
  'TicketCalled',
  'TicketRecalled',
  'CallSeen',
  'ServingStarted',
  'ServingFinished',
  'TicketMissed',
].concat(
  [
    'TicketRequeued',
    'TicketExpired',
    'WindowPaused',
    'WindowResumed',
    'EvaluationRequested',
    'EvaluationRecorded',
    'EvaluationLapsed',
  ],
  [
    'ClerkSignedIn',
    'ClerkSignedOut',
    'DayOpened',
    'DayClosed',
    'TicketPrinted',
    'TicketPrintingFailed',
    'TicketReprinted',
    'DeviceReported',
  ],
);

describe('the simulated hall', () => {
  const seen = new Set<string>();
  const refusals = new Set<string>();

  it.each(SEEDS)('seed %i', async (seed) => {
    const result = await simulate(seed, STEPS);
    expect(result.broken, `npm run simulate -- --seed ${seed}`).toEqual([]);
    expect(result.events).toBeGreaterThan(STEPS);
    for (const type of result.seen.keys()) seen.add(type);
    for (const code of result.refusals.keys()) refusals.add(code);
  });

  it('did everything that it is to prove', () => {
    expect(MUST_HAPPEN.filter((type) => !seen.has(type))).toEqual([]);
    const expected = [
      'alreadyHolding',
      'callNotSeen',
      'queueEmpty',
      'idCardRequired',
      'windowTaken',
      'alreadyEvaluated',
      'storageFull',
      'configurationInUse',
    ];
    expect(expected.filter((code) => !refusals.has(code))).toEqual([]);
  });
});
