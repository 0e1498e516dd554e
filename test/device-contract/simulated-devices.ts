// Every simulator on every real line that its device comes with, and hands that do to it what people do.
import { expect, vi } from 'vitest';
import { createPort, type Port } from '@jiaohao/drivers';
import {
  AndroidPadSimulator,
  EscposSimulator,
  OnbonSimulator,
  PadBusSimulator,
  PlainTextSimulator,
  ScannerSimulator,
  SdtReaderSimulator,
  shownOnPad,
  type SimulatedCard,
} from '@jiaohao/drivers/simulators';
import { freePort } from '../../drivers/testing/free-port.ts';
import { overPty, overTcp, overUdp, type MakeLine } from './contract-lines.ts';
import type { Hands, Kind, OpenSetUp, SetUp } from './set-up.ts';

const PATIENCE = { interval: 10, timeout: 20_000 };

const CARD: SimulatedCard = {
  ...{ kind: 'resident', name: '赵测试', sexCode: '1', nationCode: '03', birth: '19800229', address: '测试市' },
  ...{ idNumber: '990000198002290015', authority: '测试局', validFrom: '20200101', validTo: '长期' },
};

interface Simulator {
  start(): void;
  stop(): Promise<void>;
}

type Made<S> = { readonly device: S; readonly hands: Partial<Hands> };

interface Plan<S extends Simulator> {
  readonly kind: Kind;
  readonly model: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly baudRate: number;
  readonly staysSelected?: boolean;
  readonly make: (port: Port) => Made<S>;
}

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

const quickly = (what: () => void) => (): Promise<void> => {
  what();
  return Promise.resolve();
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

function reader(trigger: string | null): Plan<SdtReaderSimulator> {
  return {
    kind: 'idCardReader',
    model: trigger === null ? 'sdt' : 'textTriggered',
    baudRate: 115_200,
    staysSelected: trigger === null,
    make: (port) => {
      const device = new SdtReaderSimulator(port);
      device.quirks.trigger = trigger;
      // A triggered module that finds again what it has read: what others say of it is not known.
      device.quirks.findsAgain = trigger !== null;
      return {
        device,
        hands: { layCard: quickly(() => device.lay(CARD)), liftCard: quickly(() => device.lift()) },
      };
    },
  };
}

const printer: Plan<EscposSimulator> = {
  kind: 'ticketPrinter',
  model: 'escpos',
  baudRate: 115_200,
  make: (port) => {
    const device = new EscposSimulator(port);
    return {
      device,
      hands: {
        openCover: quickly(() => device.set({ isCoverOpen: true })),
        closeCover: quickly(() => device.set({ isCoverOpen: false })),
        expectTickets: (count) => vi.waitFor(() => expect(device.tickets.length).toBe(count), PATIENCE),
      },
    };
  },
};

function pads(kind: 'evaluationPad' | 'callPad'): Plan<PadBusSimulator> {
  return {
    kind,
    model: 'bus485',
    baudRate: 9600,
    options: kind === 'callPad' ? { address: 3 } : { address: 3, levels: { '4': 5 } },
    make: (port) => {
      const device = new PadBusSimulator(port);
      const lit = (): Promise<void> => vi.waitFor(() => expect(device.isArmed(3)).toBe(true), PATIENCE);
      return {
        device,
        hands: {
          rate: () => lit().then(() => device.press(3, 4)),
          pressNext: quickly(() => device.pressCallKey(3, 0x0c)),
          expectText: (text) => vi.waitFor(() => expect(shownOnPad(device.heard, 3)?.ticket).toBe(text), PATIENCE),
        },
      };
    },
  };
}

const onbon: Plan<OnbonSimulator> = {
  kind: 'ledStrip',
  model: 'onbon',
  baudRate: 57_600,
  options: { pollMs: 200, answerTimeoutMs: 150, tries: 2 },
  make: (port) => {
    const device = new OnbonSimulator(port, { chunkSeed: 11 });
    return {
      device,
      hands: { expectText: (text) => vi.waitFor(() => expect(device.text()).toContain(text), PATIENCE) },
    };
  },
};

const plainText: Plan<PlainTextSimulator> = {
  kind: 'ledStrip',
  model: 'plainText',
  baudRate: 9600,
  options: { pollMs: 200 },
  make: (port) => {
    const device = new PlainTextSimulator(port);
    return { device, hands: { expectText: (text) => vi.waitFor(() => expect(device.text).toContain(text), PATIENCE) } };
  },
};

const scanner: Plan<ScannerSimulator> = {
  kind: 'documentScanner',
  model: 'serial',
  baudRate: 9600,
  make: (port) => {
    const device = new ScannerSimulator(port);
    const scan = async (): Promise<void> => {
      await vi.waitFor(() => expect(device.isConnected).toBe(true), PATIENCE);
      await device.scan('YY0001');
    };
    return { device, hands: { scan } };
  },
};

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
  on('TCP', overTcp, reader('D&C00040101')),
  on('a serial path', overPty, printer),
  on('TCP', overTcp, printer),
  on('a serial path', overPty, pads('evaluationPad')),
  on('TCP', overTcp, pads('callPad')),
  on('a serial path', overPty, pads('callPad')),
  android,
  on('a serial path', overPty, onbon),
  on('TCP', overTcp, onbon),
  on('UDP', overUdp, onbon),
  on('a serial path', overPty, plainText),
  on('a serial path', overPty, scanner),
  on('TCP', overTcp, scanner),
];
