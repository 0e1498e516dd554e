// Every simulator on every real line that its device comes with.
import { expect, vi } from 'vitest';
import { createPort } from '@jiaohao/drivers';
import { AndroidPadSimulator } from '@jiaohao/drivers/simulators';
import { freePort } from '../../drivers/testing/free-port.ts';
import { overPrinterPath, overPty, overTcp, overUdp, type MakeLine } from './contract-lines.ts';
import type { Hands, OpenSetUp, SetUp } from './set-up.ts';
import {
  keyboardPad,
  onbon,
  pads,
  PATIENCE,
  plainText,
  printer,
  reader,
  scanner,
  type Plan,
  type Simulator,
} from './simulated-plans.ts';

const notOfThisKind = (): Promise<never> => Promise.reject(new Error('not of this kind'));
const NO_HANDS: Hands = {
  unplug: notOfThisKind,
  plugIn: notOfThisKind,
  layCard: notOfThisKind,
  liftCard: notOfThisKind,
  openCover: notOfThisKind,
  closeCover: notOfThisKind,
  expectTickets: notOfThisKind,
  rate: notOfThisKind,
  pressNext: notOfThisKind,
  expectText: notOfThisKind,
  scan: notOfThisKind,
};

function on<S extends Simulator>(name: string, makeLine: MakeLine, plan: Plan<S>): SetUp {
  const { kind, model, options = {}, baudRate, make } = plan;
  const open = async (): Promise<OpenSetUp> => {
    const line = await makeLine(baudRate);
    const { device, hands } = make(line.far);
    device.start();
    return {
      config: { model, port: line.near, options: name === 'a serial path' ? { baudRate, ...options } : options },
      hands: {
        ...NO_HANDS,
        ...hands,
        unplug: () => line.cut(device),
        plugIn: () => line.mend(device),
      },
      close: async () => {
        await device.stop();
        await line.close();
      },
    };
  };
  return {
    kind,
    name: `${model} on ${name}`,
    hasPlug: makeLine !== overUdp,
    staysSelected: plan.staysSelected ?? true,
    open,
  };
}

/** It dials: the line is the terminal's own. */
const android: SetUp = {
  kind: 'evaluationPad',
  name: 'android over WebSocket',
  hasPlug: false,
  staysSelected: true,
  open: async () => {
    const port = await freePort();
    const device = new AndroidPadSimulator(createPort(`ws://127.0.0.1:${port}`, { baudRate: 9600 }));
    device.start();
    const rate = async (): Promise<void> => {
      await vi.waitFor(() => expect(device.asked).not.toBe(null), PATIENCE);
      device.tap(5);
    };
    return {
      config: { model: 'android', port: `listen:127.0.0.1:${port}`, options: { windowNumber: '5' } },
      hands: { ...NO_HANDS, rate },
      close: () => device.stop(),
    };
  },
};

export const simulatedSetUps: readonly SetUp[] = [
  on('a serial path', overPty, reader(null)),
  on('TCP', overTcp, reader(null)),
  on('a serial path', overPty, reader('D&C00040101')),
  on('TCP', overTcp, reader('D&C00040101')),
  on('a serial path', overPty, printer),
  on('TCP', overTcp, printer),
  on('a path behind lp:', overPrinterPath, printer),
  on('a serial path', overPty, pads('evaluationPad')),
  on('TCP', overTcp, pads('evaluationPad')),
  on('TCP', overTcp, pads('callPad')),
  on('a serial path', overPty, pads('callPad')),
  android,
  on('a device path', overPty, keyboardPad),
  on('a serial path', overPty, onbon),
  on('TCP', overTcp, onbon),
  on('UDP', overUdp, onbon),
  on('a serial path', overPty, plainText),
  on('a serial path', overPty, scanner),
  on('TCP', overTcp, scanner),
];
