// A terminal's configuration makes a pad, or says which part of it is wrong.
import { expect, it } from 'vitest';
import { openEvaluationPad } from './open-evaluation-pad.ts';

const levels = { 1: 2, 2: 3, 3: 4, 4: 5 };

it('makes pads that share a line, at one speed', async () => {
  const port = 'memory:open-pad';
  const one = openEvaluationPad({ model: 'bus485', port, options: { address: 1, levels } });
  const twin = openEvaluationPad({ model: 'bus485', port, options: { address: 1, levels } });
  expect(one.status).toEqual({ state: 'starting' });
  one.start();
  expect(() => twin.start()).toThrow('address 1 is taken');
  await one.stop();
  const options = { address: 2, levels, baudRate: 19_200 };
  expect(() => openEvaluationPad({ model: 'bus485', port, options })).toThrow('9600 bit/s');
});

it.each<[string, string, Record<string, unknown>, string]>([
  ['paper', 'memory:p', { address: 1, levels }, 'model "paper"'],
  ['bus485', '', { address: 1, levels }, 'empty'],
  ['bus485', 'memory:p', { address: 1, levels, baudRate: null }, 'baudRate'],
  ['bus485', 'memory:p', { address: 300, levels }, 'address'],
  ['bus485', 'memory:p', { address: 1 }, 'levels'],
])('%s on "%s" with %j is refused by name', (model, port, options, named) => {
  expect(() => openEvaluationPad({ model, port, options })).toThrow(named);
});
