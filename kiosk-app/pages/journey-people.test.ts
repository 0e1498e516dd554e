// The journey when things differ: refusals, the reader, the hall, one person after the other, and any inputs in any order.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PageMessage as PageMessageSchema } from '../wire/page.ts';
import { aTicket, anUpdate, anyInput } from './testing/journey-samples.ts';
import type { Input } from './journey-state.ts';
import { walk } from './testing/journey-walk.ts';

const laid: Input = { type: 'card', state: 'laid' };
const lifted: Input = { type: 'card', state: 'lifted' };
const oneKey: Input = { type: 'oneKey' };
const openItems: Input = { type: 'openItems' };
const chooseTax: Input = { type: 'chooseItem', serviceItemId: 'tax' };
const timeUp: Input = { type: 'timeUp' };

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

describe('a hall that sends people to the desk while a device fails', () => {
  const fault = { state: 'fault', code: 'portLost' } as const;
  const down = {
    printer: anUpdate({ printer: fault, view: { withoutPrinter: 'desk' } }),
    reader: anUpdate({ reader: fault, view: { withoutReader: 'desk' } }),
  };
  const back = anUpdate({ view: { withoutPrinter: 'desk', withoutReader: 'desk' } });

  test.each(['printer', 'reader'] as const)('%s: nobody begins, by card or by touch, until it is back', (device) => {
    const visit = walk(down[device]);
    expect(visit.screen()).toBe('outOfService');
    visit.go(laid, { type: 'oneKey' }, openItems, { type: 'card', state: 'layAgain' });
    expect(visit.screen()).toBe('outOfService');
    expect(visit.sent).toEqual([]);
    visit.go({ type: 'update', update: back });
    expect(visit.screen()).toBe('start');
  });

  test('whoever has begun goes on to a number, and the next is sent to the desk', () => {
    const visit = walk(back);
    visit.go(openItems, { type: 'update', update: down.printer });
    expect(visit.screen()).toBe('chooseItem');
    visit.go({ type: 'chooseItem', serviceItemId: 'tax' }, { type: 'withoutCard' });
    visit.answer({ type: 'notPrinted', ticket: aTicket(), printing: 'failed', code: 'portLost' });
    expect(visit.screen()).toBe('notPrinted');
    visit.go({ type: 'update', update: back }, { type: 'update', update: down.reader });
    expect(visit.screen()).toBe('notPrinted');
    visit.go({ type: 'done' });
    expect(visit.screen()).toBe('outOfService');
  });

  test('a page that takes over finds the number of its person', () => {
    const visit = walk(down.printer);
    visit.go({ type: 'takenOver', asked: { type: 'reprint', request: { requestId: 'asked-before', ticketId: 5 } } });
    expect(visit.reprints()).toHaveLength(1);
  });

  test('a device that the kiosk never had does not fail, one that starts neither', () => {
    for (const state of ['absent', 'starting'] as const) {
      const device = { state, code: null };
      const view = { withoutPrinter: 'desk', withoutReader: 'desk' } as const;
      expect(walk(anUpdate({ printer: device, reader: device, view })).screen()).toBe('start');
    }
  });

  test('without the rule a failed device closes nothing', () => {
    expect(walk(anUpdate({ printer: fault, reader: fault })).screen()).toBe('start');
  });
});

describe('a page that took the place of another', () => {
  const request = { requestId: 'asked-before', queueId: 'tax', withCard: true };

  test('asks the same again, and shows the number as the page before would have', () => {
    const visit = walk();
    visit.go({ type: 'takenOver', asked: { type: 'takeTicket', request } });
    expect(visit.takes()).toEqual([request]);
    visit.go({ type: 'printing', printing: { requestId: 'asked-before', ticket: aTicket() } });
    expect(visit.screen()).toBe('printing');
    visit.answer({ type: 'notPrinted', ticket: aTicket(), printing: 'failed', code: 'paperOut' });
    expect(visit.journey().page).toMatchObject({ type: 'notPrinted', ticket: { ticketNumber: 'A012' } });
  });

  test('a reprint too', () => {
    const visit = walk();
    visit.go({ type: 'takenOver', asked: { type: 'reprint', request: { requestId: 'asked-before', ticketId: 5 } } });
    expect(visit.reprints()).toEqual([{ requestId: 'asked-before', ticketId: 5 }]);
    visit.answer({ type: 'printed', ticket: aTicket() });
    expect(visit.screen()).toBe('taken');
  });

  test('somebody who is already at work is left alone', () => {
    const visit = walk();
    visit.go(openItems, { type: 'takenOver', asked: { type: 'takeTicket', request } });
    expect(visit.screen()).toBe('chooseItem');
    expect(visit.sent).toEqual([]);
  });
});

describe('one person after the other', () => {
  test('idle: a warning, then the start, in Chinese, with the card left lying not read again', () => {
    const visit = walk();
    visit.go({ type: 'swapLanguage' }, openItems, laid, timeUp);
    expect(visit.screen()).toBe('idleWarning');
    visit.go(timeUp);
    expect(visit.journey()).toMatchObject({ page: { type: 'start' }, language: 'zh', card: 'used', overlay: null });
    expect(visit.sent).toEqual([{ type: 'personLeft' }]);
    visit.go(oneKey);
    expect(visit.screen()).toBe('layCard');
    expect(visit.takes()).toEqual([]);
    visit.go(lifted, laid);
    expect(visit.takes()).toMatchObject([{ queueId: 'general', withCard: true }]);
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
