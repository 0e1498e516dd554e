// The journey to a number and its paper: what leaves for the terminal, and what stands on the glass.
import { describe, expect, test } from 'vitest';
import type { TakeTicketOutcome } from '../wire/page.ts';
import { aTicket, anUpdate } from './testing/journey-samples.ts';
import type { Input } from './journey-state.ts';
import { walk } from './testing/journey-walk.ts';

const laid: Input = { type: 'card', state: 'laid' };
const lifted: Input = { type: 'card', state: 'lifted' };
const oneKey: Input = { type: 'oneKey' };
const openItems: Input = { type: 'openItems' };
const chooseTax: Input = { type: 'chooseItem', serviceItemId: 'tax' };
const timeUp: Input = { type: 'timeUp' };

describe('the shortest ways to a number', () => {
  test('a card laid on the start page is enough', () => {
    const visit = walk();
    visit.go(laid);
    expect(visit.takes()).toEqual([{ requestId: 'request-2', queueId: 'general', withCard: true }]);
    visit.answer({ type: 'printed', ticket: aTicket() });
    expect(visit.screen()).toBe('taken');
  });

  test('with a card two touches: choose, item', () => {
    const visit = walk();
    visit.go(openItems, laid, chooseTax);
    expect(visit.takes()).toEqual([{ requestId: 'request-4', serviceItemId: 'tax', withCard: true }]);
  });

  test('without a card three touches: choose, item, no card', () => {
    const visit = walk();
    visit.go(openItems, chooseTax);
    expect(visit.screen()).toBe('layCard');
    visit.go({ type: 'withoutCard' });
    expect(visit.takes()).toEqual([{ requestId: 'request-4', serviceItemId: 'tax', withCard: false }]);
  });

  test('a card lifted before the item was chosen is asked for again', () => {
    const visit = walk();
    visit.go(openItems, laid, lifted, chooseTax);
    expect(visit.takes()).toEqual([]);
    expect(visit.screen()).toBe('layCard');
    visit.go(laid);
    expect(visit.takes()).toHaveLength(1);
  });

  test('a hall without a comprehensive queue shows its items to a card laid at the start', () => {
    const visit = walk(anUpdate({ view: { comprehensiveQueueId: null } }));
    visit.go(laid);
    expect(visit.screen()).toBe('chooseItem');
    visit.go(chooseTax);
    expect(visit.takes()).toHaveLength(1);
  });
});

describe('one wish, one number', () => {
  test('touches and cards while an answer is due ask nothing more', () => {
    const visit = walk();
    visit.go(oneKey, { type: 'withoutCard' }, { type: 'withoutCard' }, oneKey, laid, chooseTax, { type: 'back' });
    expect(visit.takes()).toHaveLength(1);
    expect(visit.screen()).toBe('taking');
  });

  test('a retry after no answer keeps its request id', () => {
    const visit = walk();
    visit.go(oneKey, { type: 'withoutCard' });
    visit.answer({ type: 'linkLost' });
    expect(visit.screen()).toBe('noAnswer');
    visit.go({ type: 'tryAgain' });
    const [first, second] = visit.takes();
    expect(second).toEqual(first);
    visit.answer({ type: 'printed', ticket: aTicket() });
    expect(visit.screen()).toBe('taken');
  });

  test('a card laid anew after no answer is a new wish', () => {
    const visit = walk();
    visit.go(laid);
    visit.answer({ type: 'linkLost' });
    visit.go(lifted, laid);
    const [first, second] = visit.takes();
    expect(second?.queueId).toBe(first?.queueId);
    expect(second?.requestId).not.toBe(first?.requestId);
  });

  test('the answer that comes after all, when the page had stopped waiting, is shown to its person', () => {
    const visit = walk();
    visit.go(oneKey, { type: 'withoutCard' });
    const askId = visit.lastAskId();
    visit.go(timeUp);
    expect(visit.screen()).toBe('noAnswer');
    visit.answer({ type: 'printed', ticket: aTicket() }, askId);
    expect(visit.screen()).toBe('taken');
  });

  test('an answer to somebody who has left shows nothing', () => {
    const visit = walk();
    visit.go(oneKey, { type: 'withoutCard' });
    const askId = visit.lastAskId();
    visit.go(timeUp, timeUp, timeUp);
    expect(visit.screen()).toBe('start');
    expect(visit.sent.at(-1)).toEqual({ type: 'personLeft' });
    visit.answer({ type: 'printed', ticket: aTicket() }, askId);
    visit.go({ type: 'printing', printing: { requestId: 'request-3', ticket: aTicket() } });
    expect(visit.screen()).toBe('start');
  });
});

test('the answer to the person before is not shown to the next, who gets the own one', () => {
  const visit = walk();
  visit.go(oneKey, { type: 'withoutCard' });
  const before = visit.lastAskId();
  visit.go(timeUp, timeUp, timeUp, laid);
  visit.answer({ type: 'printed', ticket: aTicket({ ticketNumber: 'A001' }) }, before);
  expect(visit.screen()).toBe('taking');
  visit.answer({ type: 'printed', ticket: aTicket({ ticketNumber: 'A002' }) });
  expect(visit.journey().page).toMatchObject({ type: 'taken', ticket: { ticketNumber: 'A002' } });
});

describe('printing', () => {
  function printing() {
    const visit = walk();
    visit.go(oneKey, { type: 'withoutCard' });
    visit.go({ type: 'printing', printing: { requestId: 'request-3', ticket: aTicket() } });
    return visit;
  }

  test('the number is on the glass while the printer runs', () => {
    expect(printing().journey().page).toMatchObject({ type: 'printing', ticket: { ticketNumber: 'A012' } });
  });

  test('no paper: the number stays, a reprint asks for the same ticket, and works', () => {
    const visit = printing();
    visit.answer({ type: 'notPrinted', ticket: aTicket(), printing: 'failed', code: 'paperOut' });
    expect(visit.journey().page).toMatchObject({ type: 'notPrinted', trouble: { type: 'failed', code: 'paperOut' } });
    visit.go({ type: 'reprint' }, { type: 'reprint' });
    expect(visit.reprints()).toEqual([{ requestId: 'request-6', ticketId: 7 }]);
    visit.answer({ type: 'printed', ticket: aTicket({ attempt: 2 }) });
    expect(visit.screen()).toBe('taken');
  });

  test.each<[TakeTicketOutcome, object]>([
    [{ type: 'notPrinted', ticket: aTicket(), printing: 'unknown', code: 'portLost' }, { type: 'unknown' }],
    [{ type: 'linkLost' }, { type: 'noAnswer' }],
    [{ type: 'refused', refusal: { code: 'storageFull', zh: '满', en: 'full' } }, { type: 'refused' }],
  ])('a reprint that brings no paper keeps the number: %o', (outcome, trouble) => {
    const visit = printing();
    visit.answer({ type: 'printed', ticket: aTicket() });
    visit.go({ type: 'noPaper' }, { type: 'reprint' });
    visit.answer(outcome);
    expect(visit.journey().page).toMatchObject({ type: 'notPrinted', ticket: { ticketId: 7 }, trouble });
  });

  test('a number that has ended is not called valid', () => {
    const visit = printing();
    visit.answer({ type: 'printed', ticket: aTicket() });
    visit.go({ type: 'noPaper' }, { type: 'reprint' });
    visit.answer({ type: 'refused', refusal: { code: 'ticketEnded', zh: '已失效', en: 'ended' } });
    expect(visit.screen()).toBe('refused');
  });

  test('a terminal that goes away leaves the number on the glass', () => {
    const visit = printing();
    visit.go({ type: 'terminalLost' });
    expect(visit.journey().page).toMatchObject({
      type: 'notPrinted',
      ticket: { ticketId: 7 },
      trouble: { type: 'unknown' },
    });
    visit.go({ type: 'done' });
    expect(visit.screen()).toBe('outOfService');
  });

  test('Esc does not take the number away', () => {
    const visit = printing();
    visit.go({ type: 'back' });
    expect(visit.screen()).toBe('printing');
    visit.answer({ type: 'notPrinted', ticket: aTicket(), printing: 'failed', code: 'coverOpen' });
    visit.go({ type: 'back' });
    expect(visit.screen()).toBe('notPrinted');
  });
});
