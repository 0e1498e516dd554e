// What a press asks of the hall, and what is said when somebody else was faster.
import { expect, it } from 'vitest';
import { REFUSAL_TEXTS } from '@jiaohao/contracts/refusals';
import { CALLED_TICKET, sampleCalls } from '@jiaohao/contracts/testing/clerk-calls';
import { commandOf } from './command-of.ts';
import { noticeOf } from './notice-of.ts';

it('names the ticket that the clerk sees, or that there is none', () => {
  const about = { windowId: 'w05', openTicketId: 12 };
  for (const type of ['callNext', 'finishServing'] as const)
    expect(commandOf(type, sampleCalls())).toEqual({ type, ...about });
  for (const type of ['recall', 'startServing'] as const)
    expect(commandOf(type, sampleCalls({ ticket: CALLED_TICKET }))).toEqual({ type, ...about });
  expect(commandOf('callNext', sampleCalls({ ticket: null }))).toEqual({
    type: 'callNext',
    windowId: 'w05',
    openTicketId: null,
  });
});

it('asks nothing where a question or a list opens first', () => {
  expect(commandOf('markMissed', sampleCalls({ ticket: CALLED_TICKET }))).toBeNull();
  expect(commandOf('missedList', sampleCalls())).toBeNull();
});

it('a ticket that another key has changed is no trouble; any other refusal is', () => {
  const refused = (code: 'ticketChanged' | 'windowPaused') =>
    noticeOf({ kind: 'refused', refusal: { code, ...REFUSAL_TEXTS[code] } });
  expect(refused('ticketChanged')).toMatchObject({ tone: 'notDone', words: REFUSAL_TEXTS.ticketChanged });
  expect(refused('windowPaused')).toMatchObject({ tone: 'trouble' });
});
