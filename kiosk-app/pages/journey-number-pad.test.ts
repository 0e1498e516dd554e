// The number pad: when it stands, what its keys and its confirmation do, and that the number is gone with its page.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PageMessage } from '../wire/page.ts';
import { hallDay } from './hall-day.ts';
import { PAD_KEYS } from './journey-state.ts';
import type { Input, PadKey } from './journey-state.ts';
import { maskedGroups } from './masked-groups.ts';
import { tapGuard } from './tap-guard.ts';
import { anUpdate, anyInput } from './testing/journey-samples.ts';
import { walk } from './testing/journey-walk.ts';

/** The example of GB 11643-1999, annex A. */
const RIGHT = '11010519491231002X';
const WRONG = '110105194912310021';

const rule = { withoutReader: 'numberPad' } as const;
const fault = { state: 'fault', code: 'portLost' } as const;
const gone = anUpdate({ reader: fault, view: rule });
const back = anUpdate({ view: rule });
const confirm: Input = { type: 'confirmNumber', today: '2026-11-22' };
const openItems: Input = { type: 'openItems' };
const estate: Input = { type: 'chooseItem', serviceItemId: 'estate' };
const tax: Input = { type: 'chooseItem', serviceItemId: 'tax' };

const keys = (number: string): Input[] => Array.from(number, (key) => ({ type: 'padKey', key: key as PadKey }));

function atPad(...more: Input[]) {
  const visit = walk(gone);
  visit.go(openItems, estate, ...more);
  return visit;
}

test('a queue that demands a card: the pad stands at once, and its number is asked with', () => {
  const visit = atPad(...keys(RIGHT), confirm);
  expect(visit.takes()).toEqual([
    { serviceItemId: 'estate', withCard: false, typedIdNumber: RIGHT, requestId: expect.any(String) as string },
  ]);
  expect(PageMessage.safeParse(visit.sent.at(-1)).success).toBe(true);
});

test('a queue that demands none: offered beside the way without a card, and the way back leads there', () => {
  const visit = walk(gone);
  visit.go(openItems, tax);
  expect(visit.screen()).toBe('layCard');
  visit.go({ type: 'openPad' });
  expect(visit.screen()).toBe('typeNumber');
  visit.go({ type: 'back' });
  expect(visit.screen()).toBe('layCard');
  visit.go({ type: 'withoutCard' });
  expect(visit.takes()).toMatchObject([{ withCard: false }]);
  expect(visit.takes()[0]).not.toHaveProperty('typedIdNumber');
});

test.each([
  ['another rule', anUpdate({ reader: fault, view: { withoutReader: 'touch' } })],
  ['no rule', anUpdate({ reader: fault })],
  ['a reader that works', back],
  ['a reader that starts', anUpdate({ reader: { state: 'starting', code: null }, view: rule })],
  ['a kiosk without a reader', anUpdate({ reader: { state: 'absent', code: null }, view: rule })],
])('no pad under %s', (_what, update) => {
  const visit = walk(update);
  visit.go(openItems, estate, { type: 'openPad' });
  expect(visit.screen()).toBe('layCard');
});

test('where papers can be scanned the pad is offered and does not stand in their way', () => {
  const visit = walk(anUpdate({ reader: fault, scanner: { state: 'ready', code: null }, view: rule }));
  visit.go(openItems, estate);
  expect(visit.screen()).toBe('layCard');
  visit.go({ type: 'openPad' });
  expect(visit.screen()).toBe('typeNumber');
});

test.each([
  ['1101051949', 'length'],
  ['110105194913310021', 'birth'],
  [WRONG, 'checkDigit'],
])('%s is told as %s, nothing is asked and nothing is lost', (number, mistake) => {
  const visit = atPad(...keys(number), confirm);
  expect(visit.journey().page).toMatchObject({ type: 'typeNumber', number, mistake });
  expect(visit.sent).toEqual([]);
  visit.go({ type: 'padKey', key: 'delete' });
  expect(visit.journey().page).toMatchObject({ number: number.slice(0, -1), mistake: null });
});

test('whatever is pressed, the number is the beginning of one that can be', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PAD_KEYS), { maxLength: 60 }), (pressed) => {
      const visit = atPad(...pressed.map((key): Input => ({ type: 'padKey', key })));
      expect(visit.journey().page).toMatchObject({
        number: expect.stringMatching(/^(\d{0,17}|\d{17}[\dX])$/) as string,
      });
    }),
  );
});

test('the reader fails and comes back: the pad comes and goes, but not from under somebody who types', () => {
  const visit = walk(back);
  visit.go(openItems, estate);
  expect(visit.screen()).toBe('layCard');
  visit.go({ type: 'update', update: gone });
  expect(visit.screen()).toBe('typeNumber');
  visit.go({ type: 'update', update: back });
  expect(visit.screen()).toBe('layCard');
  visit.go({ type: 'update', update: gone }, ...keys('1'), { type: 'update', update: back });
  expect(visit.journey().page).toMatchObject({ type: 'typeNumber', number: '1' });
  visit.go({ type: 'padKey', key: 'delete' });
  expect(visit.screen()).toBe('layCard');
});

test('a card laid while somebody types is used, and what was typed is dropped', () => {
  const visit = atPad(...keys('110105'), { type: 'update', update: back }, { type: 'card', state: 'laid' });
  expect(visit.takes()).toMatchObject([{ serviceItemId: 'estate', withCard: true }]);
  expect(JSON.stringify(visit.journey())).not.toContain('110105');
});

test('help, the idle warning, language and type size lose nothing; leaving loses all', () => {
  const visit = atPad(...keys(RIGHT), { type: 'help' }, { type: 'back' }, { type: 'timeUp' }, { type: 'goOn' });
  visit.go({ type: 'swapLanguage' }, { type: 'swapTypeSize' });
  expect(visit.journey().page).toMatchObject({ type: 'typeNumber', number: RIGHT });
  visit.go({ type: 'timeUp' }, { type: 'timeUp' });
  expect(visit.screen()).toBe('start');
  expect(JSON.stringify(visit.journey())).not.toContain(RIGHT);
});

test('no answer: the same number is asked once more under the same id', () => {
  const visit = atPad(...keys(RIGHT), confirm);
  visit.answer({ type: 'linkLost' });
  visit.go({ type: 'tryAgain' });
  const [first, second] = visit.takes();
  expect(second).toEqual(first);
});

test('after any visit nothing of the number is left', () => {
  fc.assert(
    fc.property(fc.array(anyInput(), { maxLength: 20 }), (inputs) => {
      const visit = atPad(...keys(RIGHT), ...inputs, { type: 'home' });
      expect(JSON.stringify(visit.journey())).not.toContain(RIGHT);
    }),
  );
});

test('keys are typed faster than 600 ms, but the second half of a double tap is none', () => {
  let now = 0;
  const mayTap = tapGuard(() => now);
  const at = (ms: number, isKey: boolean): boolean => {
    now = ms;
    return mayTap(isKey);
  };
  expect([at(0, false), at(300, true), at(600, true), at(700, true), at(710, false)]).toEqual([
    true,
    false,
    true,
    true,
    true,
  ]);
});

test('groups as they are written, open places marked; masked, no digit is left', () => {
  expect(maskedGroups('', true)).toEqual(['______', '________', '____']);
  expect(maskedGroups('1101051', true)).toEqual(['110105', '1_______', '____']);
  expect(maskedGroups(RIGHT, true).join('')).toBe(RIGHT);
  expect(maskedGroups(RIGHT, false).join('')).toBe('●'.repeat(18));
});

test('the day is the hall’s', () => {
  const at = Date.UTC(2026, 10, 22, 23, 59);
  expect(hallDay(anUpdate(), at)).toBe('2026-11-23');
  expect(hallDay(anUpdate({ view: { timeZone: 'UTC' } }), at)).toBe('2026-11-22');
  expect(hallDay(anUpdate({ clockOffsetMs: 60_000, view: { timeZone: 'UTC' } }), at)).toBe('2026-11-23');
});
