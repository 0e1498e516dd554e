// Times as a clerk reads them, and the timer on the ticket card.
import { expect, it } from 'vitest';
import { CALLED_TICKET, SERVING_TICKET } from '@jiaohao/contracts/testing/clerk-calls';
import { ticketTimer } from './ticket-timer.ts';
import { roundedMinutes, runningTime, shortTime, wholeMinutes } from './timers.ts';

it.each([
  [384_999, '06:24'],
  [0, '00:00'],
  [-500, '00:00'],
  [3_599_999, '59:59'],
  [3_986_000, '1:06:26'],
])('runs %d ms as %s', (ms, text) => expect(runningTime(ms)).toBe(text));

it('rounds an average to seconds and waits to minutes gone by', () => {
  expect(shortTime(489_600)).toBe('8:10');
  expect(wholeMinutes(179_999)).toBe(2);
  expect(wholeMinutes(-1)).toBe(0);
  expect(roundedMinutes(20_000)).toBe(1);
});

it('counts from the call until serving starts', () => {
  expect(ticketTimer(CALLED_TICKET, CALLED_TICKET.calledAt + 8_000)).toEqual({
    kind: 'sinceCall',
    text: '00:08',
    share: null,
    isOver: false,
  });
});

it('then shows the serving time against its reference, and says when it is over', () => {
  expect(ticketTimer(SERVING_TICKET, 1_630_000 + 300_000)).toEqual({
    kind: 'serving',
    text: '05:00',
    share: 0.5,
    isOver: false,
  });
  expect(ticketTimer(SERVING_TICKET, 1_630_000 + 600_001)).toMatchObject({ share: 1, isOver: true });
});
