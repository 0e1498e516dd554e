// The main button says exactly what it will do.
import { expect, it } from 'vitest';
import { REFUSAL_TEXTS } from '@jiaohao/contracts/refusals';
import { callNextEffect } from './effect.ts';
import { CALLED_TICKET, sampleCalls } from '@jiaohao/contracts/testing/clerk-calls';

const ORDINARY = { ticketId: 13, ticketNumber: 'A013', isPriority: false };

it('finishes, asks and calls', () => {
  expect(callNextEffect(sampleCalls(), null)).toBe('办完 A012，请求评价，并呼叫 A017（优先）');
  expect(callNextEffect(sampleCalls({ next: ORDINARY }), null)).toBe('办完 A012，请求评价，并呼叫 A013');
});

it('only finishes when nobody waits', () => {
  expect(callNextEffect(sampleCalls({ next: null }), null)).toBe('办完 A012，请求评价');
});

it('only calls when nothing is open', () => {
  expect(callNextEffect(sampleCalls({ ticket: null }), null)).toBe('呼叫 A017（优先）');
});

it('passes over a ticket only called where the hall wants 开始办理 pressed', () => {
  const calls = sampleCalls({ phase: 'called', ticket: CALLED_TICKET, startServing: 'byKey', next: ORDINARY });
  expect(callNextEffect(calls, null)).toBe('过号 A012，并呼叫 A013');
  expect(callNextEffect({ ...calls, next: null }, null)).toBe('过号 A012');
  expect(callNextEffect(sampleCalls({ startServing: 'byKey', next: ORDINARY }), null)).toBe(
    '办完 A012，请求评价，并呼叫 A013',
  );
});

it('finishes a ticket only called where the hall infers its start', () => {
  const calls = sampleCalls({ phase: 'called', ticket: CALLED_TICKET, next: ORDINARY });
  expect(callNextEffect(calls, null)).toBe('办完 A012，请求评价，并呼叫 A013');
});

it('says why it cannot', () => {
  expect(callNextEffect(sampleCalls({ ticket: null, next: null }), REFUSAL_TEXTS.queueEmpty)).toBe('当前无人等候');
});
