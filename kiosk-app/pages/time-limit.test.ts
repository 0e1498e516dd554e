// Which time limit stands behind which page.
import { expect, test } from 'vitest';
import { next } from './journey.ts';
import { INITIAL_JOURNEY } from './journey-state.ts';
import type { Input, Journey } from './journey-state.ts';
import { aTicket, anUpdate } from './testing/journey-samples.ts';
import { IDLE_MS, PRINTER_TROUBLE_MS, TAKEN_MS, timeLimitOf, WARNING_MS } from './time-limit.ts';

function after(...inputs: Input[]): Journey {
  const opened: Input[] = [{ type: 'update', update: anUpdate() }, ...inputs];
  return opened.reduce((journey, input) => next(journey, input, 'request-1').journey, INITIAL_JOURNEY);
}

const taken: Input[] = [
  { type: 'card', state: 'laid' },
  { type: 'answer', askId: 1, outcome: { type: 'printed', ticket: aTicket() } },
];

test('the start page stands as long as it likes, in another language one idle time', () => {
  expect(timeLimitOf(after())).toBeNull();
  expect(timeLimitOf(after({ type: 'swapLanguage' }))?.limitMs).toBe(IDLE_MS);
});

test.each<[string, Input[], number, boolean]>([
  ['choosing', [{ type: 'openItems' }], IDLE_MS, true],
  ['laying the card', [{ type: 'oneKey' }], IDLE_MS, true],
  ['the warning', [{ type: 'oneKey' }, { type: 'timeUp' }], WARNING_MS, false],
  ['ticket taken', taken, TAKEN_MS, false],
  ['no paper', [...taken, { type: 'noPaper' }], PRINTER_TROUBLE_MS, true],
  [
    'a page under a lost link',
    [{ type: 'openItems' }, { type: 'update', update: anUpdate({ hallLink: 'down' }) }],
    IDLE_MS,
    true,
  ],
])('%s', (_name, inputs, limitMs, isRestartedByTouch) => {
  expect(timeLimitOf(after(...inputs))).toEqual({ limitMs, isRestartedByTouch });
});
