// Pads on a real serial path: node-serialport at both ends of a socat pty pair, the real clock, and the plug really pulled.
import { expect, it } from 'vitest';
import { createPort } from '../../port/open-port.ts';
import { openPtyPair } from '../../port/pty-pair.ts';
import { openEvaluationPad } from '../open-evaluation-pad.ts';
import { PadBusSimulator } from './simulator.ts';

const LEVELS = { 1: 2, 2: 3, 3: 4, 4: 5 };
const LONG_MS = 60_000;

const until = (what: () => unknown, value: unknown): Promise<void> =>
  expect.poll(what, { interval: 2, timeout: 20_000 }).toEqual(value);

it('pads configured by themselves share the line, and survive its loss', async () => {
  const pair = await openPtyPair();
  const far = new PadBusSimulator(createPort(pair.b, { baudRate: 9600 }));
  const config = { model: 'bus485', port: pair.a };
  const near = [3, 4].map((address) => openEvaluationPad({ ...config, options: { address, levels: LEVELS } }));
  const rated: unknown[] = [];
  for (const made of near) {
    made.onEvent((event) => (event.type === 'rated' ? rated.push([event.evaluationId, event.rating]) : undefined));
    made.start();
  }
  far.start();
  try {
    const states = (): string[] => near.map((made) => made.status.state);
    await until(states, ['ready', 'ready']);
    near.forEach((made, index) => made.ask({ evaluationId: index, timeoutMs: LONG_MS }));
    await until(() => [far.isArmed(3), far.isArmed(4)], [true, true]);
    far.press(3, 4);
    await until(() => rated, [[0, 5]]);
    await pair.unplug();
    await until(states, ['fault', 'fault']);
    await pair.replug();
    await until(states, ['ready', 'ready']);
    await expect
      .poll(
        () => {
          if (far.unacknowledgedCount === 0) far.press(4, 1);
          return rated;
        },
        { interval: 50, timeout: 20_000 },
      )
      .toContainEqual([1, 2]);
  } finally {
    await Promise.all(near.map((made) => made.stop()));
    await far.stop();
    await pair.close();
  }
});
