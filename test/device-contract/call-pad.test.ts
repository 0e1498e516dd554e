// Call pads and an evaluation pad on one real serial path and over a serial server, the real clock, the plug really pulled.
import { expect, it } from 'vitest';
import { createPort, openCallPad, openEvaluationPad, type CallPad, type Port } from '@jiaohao/drivers';
import { listenTcp, openPtyPair, PadBusSimulator, shownOnPad } from '@jiaohao/drivers/simulators';

const PATIENCE = { interval: 5, timeout: 20_000 };

interface Line {
  readonly near: string;
  readonly far: Port;
  readonly cut: (pads: PadBusSimulator) => Promise<void>;
  readonly mend: (pads: PadBusSimulator) => Promise<void>;
  readonly close: () => Promise<void>;
}

async function serialPath(): Promise<Line> {
  const pair = await openPtyPair();
  const far = createPort(pair.b, { baudRate: 9600 });
  return { near: pair.a, far, cut: () => pair.unplug(), mend: () => pair.replug(), close: () => pair.close() };
}

/** The server is gone and comes back on the same port. */
function restart(pads: PadBusSimulator): Promise<void> {
  pads.start();
  return Promise.resolve();
}

async function serialServer(): Promise<Line> {
  const far = listenTcp();
  await far.open();
  return { near: far.url, far, cut: (pads) => pads.stop(), mend: restart, close: () => far.close() };
}

it.each([
  ['a serial path', serialPath],
  ['a serial server', serialServer],
])('over %s: keys, display, rating, and all again after the line was lost', async (_, make) => {
  const line = await make();
  const pads = new PadBusSimulator(line.far);
  const pressed: string[] = [];
  const callPads: CallPad[] = [3, 4].map((address) =>
    openCallPad({ model: 'bus485', port: line.near, options: { address } }),
  );
  callPads.forEach((pad, index) => {
    pad.onEvent((event) => {
      if (event.type === 'key') pressed.push(`${index} ${event.action}`);
    });
    pad.start();
  });
  const evaluation = openEvaluationPad({ model: 'bus485', port: line.near, options: { address: 4, levels: { 4: 5 } } });
  const rated: number[] = [];
  evaluation.onEvent((event) => {
    if (event.type === 'rated') rated.push(event.rating);
  });
  evaluation.start();
  pads.start();
  const states = (): string[] => [...callPads, evaluation].map(({ status }) => status.state);
  try {
    await expect.poll(states, PATIENCE).toEqual(['ready', 'ready', 'ready']);
    callPads[0]?.show({ ticketNumber: 'A012', waiting: 3 });
    await expect.poll(() => shownOnPad(pads.heard, 3)?.ticket, PATIENCE).toBe('012');
    evaluation.ask({ evaluationId: 1, timeoutMs: 60_000 });
    pads.pressCallKey(3, 0x0c);
    pads.pressCallKey(4, 0x06, 0x0f);
    pads.press(4, 4);
    await expect.poll(() => [[...pressed].sort(), rated], PATIENCE).toEqual([['0 next', '1 giveUp'], [5]]);
    await expect.poll(() => pads.unacknowledgedCount, PATIENCE).toBe(0);

    await line.cut(pads);
    await expect.poll(states, PATIENCE).toEqual(['fault', 'fault', 'fault']);
    await line.mend(pads);
    await expect.poll(states, PATIENCE).toEqual(['ready', 'ready', 'ready']);
    await expect
      .poll(
        () => {
          if (pads.unacknowledgedCount === 0) pads.pressCallKey(4, 0x0d);
          return pressed;
        },
        { interval: 400, timeout: 20_000 },
      )
      .toContain('1 recall');
  } finally {
    await Promise.all([...callPads.map((pad) => pad.stop()), evaluation.stop()]);
    await pads.stop();
    await line.close();
  }
});
