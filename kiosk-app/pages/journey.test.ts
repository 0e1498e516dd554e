// The journey by its flows: what leaves for the terminal, and what stands on the glass.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KioskUpdate, PageMessage, TakeTicketOutcome } from '../wire/page.ts';
import { PageMessage as PageMessageSchema } from '../wire/page.ts';
import { next } from './journey.ts';
import { INITIAL_JOURNEY, screenOf } from './journey-state.ts';
import type { Input, Journey } from './journey-state.ts';
import { anyInput, aTicket, anUpdate } from './journey-samples.ts';

/** A journey under way: every input gets a fresh request id, numbered. */
function walk(update: KioskUpdate | null = anUpdate()) {
  let journey: Journey = INITIAL_JOURNEY;
  let steps = 0;
  const sent: PageMessage[] = [];
  const go = (...inputs: Input[]): void => {
    for (const input of inputs) {
      steps += 1;
      const step = next(journey, input, `request-${steps}`);
      journey = step.journey;
      sent.push(...step.messages);
    }
  };
  if (update !== null) go({ type: 'update', update });
  const lastAskId = (): number => {
    const last = sent.at(-1);
    return last === undefined || last.type === 'personLeft' ? -1 : last.id;
  };
  return {
    go,
    answer: (outcome: TakeTicketOutcome, askId = lastAskId()) => go({ type: 'answer', askId, outcome }),
    takes: () => sent.filter((message) => message.type === 'takeTicket').map((message) => message.request),
    reprints: () => sent.filter((message) => message.type === 'reprint').map((message) => message.request),
    sent,
    lastAskId,
    screen: () => screenOf(journey),
    journey: () => journey,
  };
}

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

describe('refusals', () => {
  test('somebody who holds a number already can have it printed again', () => {
    const visit = walk();
    visit.go(laid);
    const held = { ticketId: 5, ticketNumber: 'A007' };
    visit.answer({ type: 'refused', refusal: { code: 'alreadyHolding', zh: '已取过', en: 'held', held } });
    visit.go({ type: 'reprint' });
    expect(visit.reprints()).toMatchObject([{ ticketId: 5 }]);
    visit.answer({ type: 'printed', ticket: aTicket({ ticketId: 5, ticketNumber: 'A007', attempt: 2 }) });
    expect(visit.journey().page).toMatchObject({ type: 'taken', ticket: { ticketNumber: 'A007' } });
  });

  test('a card is asked for where the hall wants one, and is used for the same wish', () => {
    const visit = walk();
    visit.go(openItems, chooseTax, { type: 'withoutCard' });
    visit.answer({ type: 'refused', refusal: { code: 'idCardRequired', zh: '需要', en: 'needed' } });
    visit.go({ type: 'useCard' });
    expect(visit.screen()).toBe('layCard');
    visit.go(laid);
    expect(visit.takes().at(-1)).toMatchObject({ serviceItemId: 'tax', withCard: true });
  });

  test('a card lifted too early is asked for again', () => {
    const visit = walk();
    visit.go(laid);
    visit.answer({ type: 'cardGone' });
    expect(visit.screen()).toBe('layCard');
    expect(visit.journey().cardTrouble).toBe('cardGone');
    visit.go(laid);
    expect(visit.takes()).toHaveLength(2);
  });
});

describe('the reader', () => {
  test('failures count up and stay on the page until a card is read', () => {
    const visit = walk();
    visit.go(oneKey, { type: 'card', state: 'layAgain' }, lifted, { type: 'card', state: 'unsupported' });
    expect(visit.journey()).toMatchObject({ readFailures: 2, cardTrouble: 'unsupported' });
    visit.go(laid);
    expect(visit.journey().cardTrouble).toBeNull();
  });

  test('a failure at the start is said on the page that asks for the card', () => {
    const visit = walk();
    visit.go({ type: 'card', state: 'layAgain' });
    expect(visit.screen()).toBe('layCard');
  });

  test('without a reader a queue that needs no card gives its number at the touch', () => {
    const visit = walk(anUpdate({ reader: { state: 'absent', code: null } }));
    visit.go(openItems, chooseTax);
    expect(visit.takes()).toMatchObject([{ serviceItemId: 'tax', withCard: false }]);
  });

  test('no way around the card where the queue wants it', () => {
    const visit = walk();
    visit.go(openItems, { type: 'chooseItem', serviceItemId: 'estate' }, { type: 'withoutCard' });
    expect(visit.takes()).toEqual([]);
    expect(visit.screen()).toBe('layCard');
  });
});

describe('the hall', () => {
  test('a short loss of the link covers the page and gives it back', () => {
    const visit = walk();
    visit.go(openItems, { type: 'update', update: anUpdate({ hallLink: 'down' }) });
    expect(visit.screen()).toBe('outOfService');
    visit.go({ type: 'update', update: anUpdate() });
    expect(visit.screen()).toBe('chooseItem');
  });

  test('no number is asked for while the hall is closed or away', () => {
    for (const update of [anUpdate({ hallLink: 'down' }), anUpdate({ view: { isTicketing: false } }), null]) {
      const visit = walk(update);
      visit.go(laid);
      expect(visit.takes()).toEqual([]);
    }
  });

  test('the pages before the first view, at closing time, and after the host went away', () => {
    expect(walk(null).screen()).toBe('loading');
    expect(walk(anUpdate({ view: { isDayOpen: false } })).screen()).toBe('closed');
    const visit = walk();
    visit.go({ type: 'terminalLost' });
    expect(visit.screen()).toBe('outOfService');
    visit.go({ type: 'update', update: anUpdate() });
    expect(visit.screen()).toBe('start');
  });
});

describe('one person after the other', () => {
  test('idle: a warning, then the start, in Chinese, with the card forgotten', () => {
    const visit = walk();
    visit.go({ type: 'swapLanguage' }, openItems, laid, timeUp);
    expect(visit.screen()).toBe('idleWarning');
    visit.go(timeUp);
    expect(visit.journey()).toMatchObject({ page: { type: 'start' }, language: 'zh', card: 'none', overlay: null });
    expect(visit.sent).toEqual([{ type: 'personLeft' }]);
  });

  test('going on after the warning finds the page as it was', () => {
    const visit = walk();
    visit.go(openItems, { type: 'turnPage', pageIndex: 1 }, timeUp, { type: 'goOn' });
    expect(visit.journey().page).toEqual({ type: 'chooseItem', pageIndex: 1 });
  });

  test('help covers the page and gives it back; a number that comes meanwhile is shown', () => {
    const visit = walk();
    visit.go(openItems, { type: 'help' });
    expect(visit.screen()).toBe('help');
    visit.go({ type: 'back' });
    expect(visit.screen()).toBe('chooseItem');
    visit.go(chooseTax, { type: 'withoutCard' }, { type: 'help' });
    visit.answer({ type: 'printed', ticket: aTicket() });
    expect(visit.screen()).toBe('taken');
  });

  test('the way back leads to the same page of the list', () => {
    const visit = walk();
    visit.go(openItems, { type: 'turnPage', pageIndex: 1 }, chooseTax, { type: 'back' });
    expect(visit.journey().page).toEqual({ type: 'chooseItem', pageIndex: 1 });
  });
});

describe('any inputs in any order', () => {
  test('every message is one that the terminal accepts, ask ids rise, and no two wishes share a request id', () => {
    fc.assert(
      fc.property(fc.array(anyInput(), { maxLength: 60 }), (inputs) => {
        const visit = walk();
        visit.go(...inputs);
        let lastId = 0;
        const bodies = new Map<string, string>();
        for (const message of visit.sent) {
          expect(PageMessageSchema.safeParse(message).success).toBe(true);
          if (message.type === 'personLeft') continue;
          expect(message.id).toBeGreaterThan(lastId);
          lastId = message.id;
          const body = JSON.stringify([message.type, message.request]);
          expect(bodies.get(message.request.requestId) ?? body).toBe(body);
          bodies.set(message.request.requestId, body);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('time alone brings every journey back to the start', () => {
    fc.assert(
      fc.property(fc.array(anyInput(), { maxLength: 60 }), (inputs) => {
        const visit = walk();
        visit.go(...inputs, { type: 'update', update: anUpdate() }, timeUp, timeUp, timeUp, timeUp);
        expect(visit.journey()).toMatchObject({ page: { type: 'start' }, language: 'zh', overlay: null });
      }),
      { numRuns: 500 },
    );
  });
});
