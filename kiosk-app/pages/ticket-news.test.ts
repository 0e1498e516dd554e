// What the page tells of a ticket in each state of it.
import { expect, test } from 'vitest';
import { aTicket } from './testing/journey-samples.ts';
import { ticketNews } from './ticket-news.ts';

test('who waits reads how many are ahead and how long', () => {
  expect(ticketNews(aTicket())).toEqual({ type: 'waits', peopleAhead: 6, estimatedWaitMs: 720_000 });
});

test('who waits for nobody is sent to the free window', () => {
  expect(ticketNews(aTicket({ peopleAhead: 0, estimatedWaitMs: null }))).toMatchObject({
    type: 'sentence',
    text: { zh: '当前窗口空闲，请直接到窗口办理' },
  });
});

test.each([
  ['called', '您的号码已被呼叫，请看大屏', 'Your number has been called; see the screens'],
  ['serving', '您的号码已被呼叫，请看大屏', 'Your number has been called; see the screens'],
  ['missed', '您已过号，请到服务台', 'You were missed; ask at the desk'],
] as const)('a reprinted ticket that is %s says so, and nothing of a free window', (state, zh, en) => {
  const ticket = aTicket({ state, peopleAhead: 0, estimatedWaitMs: null, attempt: 2 });
  expect(ticketNews(ticket)).toEqual({ type: 'sentence', text: { zh, en } });
});
