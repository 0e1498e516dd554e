// What each simulator is made of for the contract runs: its place in a configuration, and hands that do to it what people do.
import { expect, vi } from 'vitest';
import type { Port } from '@jiaohao/drivers';
import {
  EscposSimulator,
  KeyboardPadSimulator,
  OnbonSimulator,
  PadBusSimulator,
  PlainTextSimulator,
  RoughLine,
  ScannerSimulator,
  SdtReaderSimulator,
  shownOnPad,
  type SimulatedCard,
} from '@jiaohao/drivers/simulators';
import type { Hands, Kind } from './set-up.ts';

export const PATIENCE = { interval: 10, timeout: 20_000 };

const CARD: SimulatedCard = {
  ...{ kind: 'resident', name: '赵测试', sexCode: '1', nationCode: '03', birth: '19800229', address: '测试市' },
  ...{ idNumber: '990000198002290015', authority: '测试局', validFrom: '20200101', validTo: '长期' },
};

export interface Simulator {
  start(): void;
  stop(): Promise<void>;
}

type Made<S> = { readonly device: S; readonly hands: Partial<Hands> };

export interface Plan<S extends Simulator> {
  readonly kind: Kind;
  readonly model: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly baudRate: number;
  readonly staysSelected?: boolean;
  readonly make: (port: Port) => Made<S>;
}

const quickly = (what: () => void) => (): Promise<void> => {
  what();
  return Promise.resolve();
};

export function reader(trigger: string | null): Plan<SdtReaderSimulator> {
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

export const printer: Plan<EscposSimulator> = {
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

export function pads(kind: 'evaluationPad' | 'callPad'): Plan<PadBusSimulator> {
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

export const keyboardPad: Plan<KeyboardPadSimulator> = {
  kind: 'evaluationPad',
  model: 'keyboard',
  baudRate: 9600,
  options: { levels: { '4': 5 }, mayReachOthers: true },
  make: (port) => {
    const device = new KeyboardPadSimulator(port);
    const rate = async (): Promise<void> => {
      await vi.waitFor(() => expect(device.isConnected).toBe(true), PATIENCE);
      device.press('4');
    };
    return { device, hands: { rate } };
  },
};

export const onbon: Plan<OnbonSimulator> = {
  kind: 'ledStrip',
  model: 'onbon',
  baudRate: 57_600,
  options: { pollMs: 200, answerTimeoutMs: 150, tries: 2 },
  make: (port) => {
    const device = new OnbonSimulator(new RoughLine(port, { isInPieces: true, seed: 11 }));
    return {
      device,
      hands: { expectText: (text) => vi.waitFor(() => expect(device.text()).toContain(text), PATIENCE) },
    };
  },
};

export const plainText: Plan<PlainTextSimulator> = {
  kind: 'ledStrip',
  model: 'plainText',
  baudRate: 9600,
  options: { pollMs: 200 },
  make: (port) => {
    const device = new PlainTextSimulator(port);
    return { device, hands: { expectText: (text) => vi.waitFor(() => expect(device.text).toContain(text), PATIENCE) } };
  },
};

export const scanner: Plan<ScannerSimulator> = {
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
