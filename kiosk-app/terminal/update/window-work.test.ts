// When a window is at work: what keeps an update from restarting its terminal, or the line that it hangs on.
import { expect, test } from 'vitest';
import type { WindowTerminal } from '@jiaohao/contracts/views';
import { isAttended, isServing } from './window-work.ts';

const empty: WindowTerminal = {
  seq: 1,
  windowId: 'w1',
  windowLabel: '1',
  staffNo: null,
  phase: 'closed',
  ticketNumber: null,
  openTicketId: null,
  evaluationDue: null,
};
const evaluationDue = { evaluationId: 1, ticketId: 1, ticketNumber: 'A001', requestedAt: 0, lapsesAt: 9, asking: 1 };

test.each<[string, Partial<WindowTerminal>, { serving: boolean; attended: boolean }]>([
  ['nobody there', {}, { serving: false, attended: false }],
  ['a clerk waits', { staffNo: '1001', phase: 'free' }, { serving: false, attended: true }],
  ['a clerk pauses', { staffNo: '1001', phase: 'paused' }, { serving: false, attended: true }],
  ['a ticket is called', { staffNo: '1001', phase: 'called', ticketNumber: 'A001' }, { serving: true, attended: true }],
  ['the clerk has gone, the applicant rates', { evaluationDue }, { serving: true, attended: true }],
])('%s', (_, changes, { serving, attended }) => {
  const view = { ...empty, ...changes };
  expect([isServing(view), isAttended(view)]).toEqual([serving, attended]);
});
