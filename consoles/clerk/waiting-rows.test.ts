// The waiting list: true order, next one marked, nobody counted twice while the two views arrive one after the other.
import { expect, it } from 'vitest';
import { CALLED_TICKET, sampleCalls } from '@jiaohao/contracts/testing/clerk-calls';
import { sampleStatus } from './testing/sample-views.ts';
import { pageAround, waitingRows } from './waiting-rows.ts';

it('keeps the order, marks whom callNext would call, counts the rest', () => {
  const { rows, more } = waitingRows(sampleCalls(), sampleStatus(), 2);
  expect(rows.map((row) => [row.ticketNumber, row.isNext])).toEqual([
    ['A017', true],
    ['A013', false],
  ]);
  expect(more).toBe(7);
});

it('leaves out a ticket that is called already though the status view still has it', () => {
  const calls = sampleCalls({
    ticket: { ...CALLED_TICKET, ticketId: 17, ticketNumber: 'A017' },
    next: { ticketId: 13, ticketNumber: 'A013', isPriority: false },
  });
  const { rows, more } = waitingRows(calls, sampleStatus(), 6);
  expect(rows.map((row) => row.ticketNumber)).toEqual(['A013', 'A014']);
  expect(rows[0]?.isNext).toBe(true);
  expect(more).toBe(6);
});

it('turns the pages of the missed list with the selection', () => {
  expect(pageAround(12, 5, 4)).toEqual({ from: 0, to: 5 });
  expect(pageAround(12, 5, 5)).toEqual({ from: 5, to: 10 });
  expect(pageAround(12, 5, 11)).toEqual({ from: 10, to: 12 });
});
