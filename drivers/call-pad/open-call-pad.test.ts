// A terminal's configuration makes a call pad, or says which part of it is wrong.
import { expect, it } from 'vitest';
import { openEvaluationPad } from '../evaluation-pad/open-evaluation-pad.ts';
import { openCallPad } from './open-call-pad.ts';

it('shares its line with evaluation pads, at one speed and turn-around', async () => {
  const port = 'memory:open-call-pad';
  const options = { address: 1, turnAroundMs: 10 };
  const pad = openCallPad({ model: 'bus485', port, options });
  const levels = { 1: 2 };
  const evaluation = openEvaluationPad({ model: 'bus485', port, options: { ...options, levels } });
  pad.start();
  evaluation.start();
  await Promise.all([pad.stop(), evaluation.stop()]);
  expect(() => openCallPad({ model: 'bus485', port, options: { address: 2 } })).toThrow('turn-around of 10 ms');
  expect(() => openCallPad({ model: 'bus485', port, options: { ...options, baudRate: 4800 } })).toThrow('9600 bit/s');
});

it.each<[string, Record<string, unknown>, string]>([
  ['wireless', { address: 1 }, 'model "wireless"'],
  ['bus485', {}, 'address'],
  ['bus485', { address: 256 }, 'address'],
  ['bus485', { address: 1, baudRate: '9600' }, 'baudRate'],
  ['bus485', { address: 1, turnAroundMs: 'long' }, 'turnAroundMs'],
  ['bus485', { address: 1, turnAroundMs: -1 }, 'turnAroundMs'],
  ['bus485', { address: 1, refreshMs: -1 }, 'refreshMs'],
  ['bus485', { address: 1, display: 'all' }, 'display'],
  ['bus485', { address: 1, keys: [] }, 'keys'],
  ['bus485', { address: 1, keys: { next: '0C' } }, 'keys: "next"'],
  ['bus485', { address: 1, keys: { '0C': 'callNext' } }, 'keys: 0C'],
  ['bus485', { address: 1, levels: {} }, 'levels'],
])('%s with %j is refused by name', (model, options, named) => {
  expect(() => openCallPad({ model, port: 'memory:refused-call-pad', options })).toThrow(named);
});
