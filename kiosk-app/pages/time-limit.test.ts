// Which time limit stands behind which page.
import { expect, test } from 'vitest';
import { next } from './journey.ts';
import { INITIAL_JOURNEY } from './journey-state.ts';
import type { Input, Journey } from './journey-state.ts';
import { aTicket, anUpdate } from './testing/journey-samples.ts';
import { PRINTER_TROUBLE_MS, timeLimitOf, WARNING_MS } from './time-limit.ts';

function after(...inputs: Input[]): Journey {
  const opened: Input[] = [{ type: 'update', update: anUpdate() }, ...inputs];
  return opened.reduce((journey, input) => next(journey, input, 'request-1').journey, INITIAL_JOURNEY);
}

const large: Input = { type: 'swapTypeSize' };
const taken: Input[] = [
  { type: 'card', state: 'laid' },
  { type: 'answer', askId: 1, outcome: { type: 'printed', ticket: aTicket() } },
];

test('the start page stands as long as it likes, in another language or type one idle time', () => {
  expect(timeLimitOf(after())).toBeNull();
  expect(timeLimitOf(after({ type: 'swapLanguage' }))?.limitMs).toBe(60_000);
  expect(timeLimitOf(after({ type: 'swapTypeSize' }))?.limitMs).toBe(120_000);
});

test.each<[string, Input[], number, boolean]>([
  ['choosing', [{ type: 'openItems' }], 60_000, true],
  ['choosing in large type', [large, { type: 'openItems' }], 120_000, true],
  ['laying the card', [{ type: 'oneKey' }], 60_000, true],
  ['the warning', [{ type: 'oneKey' }, { type: 'timeUp' }], WARNING_MS, false],
  ['ticket taken', taken, 15_000, false],
  ['ticket taken in large type', [large, ...taken], 30_000, false],
  ['no paper', [...taken, { type: 'noPaper' }], PRINTER_TROUBLE_MS, true],
  [
    'a page under a lost link',
    [{ type: 'openItems' }, { type: 'update', update: anUpdate({ hallLink: 'down' }) }],
    60_000,
    true,
  ],
])('%s', (_name, inputs, limitMs, isRestartedByTouch) => {
  expect(timeLimitOf(after(...inputs))).toEqual({ limitMs, isRestartedByTouch });
});
