// One driver and one device of each kind, made alike and told in words, for tests in which any may hang on any line.
import { openCallPad } from '../call-pad/open-call-pad.ts';
import type { DeviceStatus } from '../device-status.ts';
import { openDocumentScanner } from '../document-scanner/open-document-scanner.ts';
import { ScannerSimulator } from '../document-scanner/simulator.ts';
import { PadBusSimulator } from '../evaluation-pad/bus485/simulator.ts';
import { openEvaluationPad } from '../evaluation-pad/open-evaluation-pad.ts';
import { openIdCardReader } from '../id-card-reader/open-id-card-reader.ts';
import { SdtReaderSimulator } from '../id-card-reader/sdt/simulator.ts';
import { LI } from '../id-card-reader/sdt/testing/simulated-people.ts';
import { OnbonSimulator } from '../led-strip/onbon/simulator.ts';
import { openLedStrip } from '../led-strip/open-led-strip.ts';
import { PlainTextSimulator } from '../led-strip/plain-text/simulator.ts';
import type { Port } from '../port/port.ts';
import { EscposSimulator } from '../ticket-printer/escpos/simulator.ts';
import { openTicketPrinter } from '../ticket-printer/open-ticket-printer.ts';

export interface AnyDriver {
  readonly status: DeviceStatus;
  start(): void;
  stop(): Promise<void>;
  /** What a terminal may ask of it: a ticket, a rating, a text. */
  readonly work: () => void;
  /** Everything it said beside its status, in words. */
  readonly told: string[];
  /** Every status it told, in words. */
  readonly statuses: string[];
}

export interface AnyDevice {
  start(): void;
  stop(): Promise<void>;
  /** What people do to it: a card is laid, a key pressed, a code scanned. */
  readonly use: () => unknown;
  /** What it did that people see, in words. */
  readonly done: () => readonly string[];
}

export const wordOf = (status: DeviceStatus): string =>
  status.state === 'fault' ? `fault ${status.code}` : status.state;

const heard = (): { told: string[]; statuses: string[] } => ({ told: [], statuses: [] });

type Driven = Pick<AnyDriver, 'start' | 'stop'> & { readonly status: DeviceStatus };

function driverOf(driver: Driven, { told, statuses }: ReturnType<typeof heard>, work: () => void): AnyDriver {
  return {
    get status() {
      return driver.status;
    },
    start: () => driver.start(),
    stop: () => driver.stop(),
    work,
    told,
    statuses,
  };
}

const nothing = (): void => undefined;

function reader(model: string, port: string): AnyDriver {
  const driver = openIdCardReader({ model, port });
  const words = heard();
  driver.onEvent((event) => {
    if (event.type === 'status') words.statuses.push(wordOf(event.status));
    else words.told.push(event.type);
  });
  return driverOf(driver, words, nothing);
}

function strip(model: string, port: string): AnyDriver {
  const driver = openLedStrip({ model, port, options: {} });
  const words = heard();
  driver.onStatus((status) => words.statuses.push(wordOf(status)));
  let shown = 0;
  return driverOf(driver, words, () => {
    shown += 1;
    driver.show({ wordings: [[`A${String(shown).padStart(3, '0')}`]], colour: 'red' });
  });
}

/** By what stands in a terminal's configuration; each takes a port as that names it. */
export const DRIVERS = {
  sdt: (port) => reader('sdt', port),
  textTriggered: (port) => reader('textTriggered', port),
  escpos: (port) => {
    const driver = openTicketPrinter({ model: 'escpos', port });
    const words = heard();
    driver.onStatus((status) => words.statuses.push(wordOf(status)));
    let tickets = 0;
    return driverOf(driver, words, () => {
      tickets += 1;
      const job = { key: String(tickets), lines: [{ type: 'text', text: `排队号 A${tickets}` }] } as const;
      void driver.print(job).then(({ state }) => words.told.push(state));
    });
  },
  evaluationPad: (port) => {
    const levels = { '1': 2, '2': 3, '3': 4, '4': 5 };
    const driver = openEvaluationPad({ model: 'bus485', port, options: { address: 1, levels } });
    const words = heard();
    driver.onEvent((event) => {
      if (event.type === 'status') words.statuses.push(wordOf(event.status));
      else words.told.push(event.type);
    });
    let asked = 0;
    return driverOf(driver, words, () => {
      asked += 1;
      driver.ask({ evaluationId: asked, timeoutMs: 5000 });
    });
  },
  callPad: (port) => {
    const driver = openCallPad({ model: 'bus485', port, options: { address: 1 } });
    const words = heard();
    driver.onEvent((event) => {
      if (event.type === 'status') words.statuses.push(wordOf(event.status));
      else words.told.push(event.action);
    });
    return driverOf(driver, words, () => driver.show({ ticketNumber: 'A012', waiting: 3 }));
  },
  onbon: (port) => strip('onbon', port),
  plainText: (port) => strip('plainText', port),
  scanner: (port) => {
    const driver = openDocumentScanner({ model: 'serial', port });
    const words = heard();
    driver.onEvent((event) => {
      if (event.type === 'status') words.statuses.push(wordOf(event.status));
      else words.told.push(event.scanned.kind);
    });
    return driverOf(driver, words, nothing);
  },
} as const satisfies Record<string, (port: string) => AnyDriver>;

export type DriverName = keyof typeof DRIVERS;

function reply(port: Port, answerTo: (bytes: Uint8Array) => Uint8Array): AnyDevice {
  let stopListening = nothing;
  return {
    start: () => {
      stopListening = port.onBytes((bytes) => void port.write(answerTo(bytes)));
      void port.open();
    },
    stop: async () => {
      stopListening();
      await port.close();
    },
    use: nothing,
    done: () => [],
  };
}

/** What a line of another speed makes of bytes: long ones and zeros in a row. */
const WRONG_SPEED = [0x00, 0x80, 0xe0, 0xf8, 0xfe, 0xff, 0x78, 0x00, 0xc0, 0xfc];

/** Each takes the far end of a line; a reader may be one that a text triggers. */
export const DEVICES = {
  sdt: (port, isTriggered = false) => {
    const device = new SdtReaderSimulator(port);
    if (isTriggered) device.quirks.trigger = 'D&C00040101';
    return { start: () => device.start(), stop: () => device.stop(), use: () => device.lay(LI), done: () => [] };
  },
  escpos: (port) => {
    const device = new EscposSimulator(port);
    const done = (): string[] => device.tickets.map(() => 'ticket');
    return { start: () => device.start(), stop: () => device.stop(), use: nothing, done };
  },
  pads: (port) => {
    const device = new PadBusSimulator(port);
    const use = (): void => {
      device.press(1, 4);
      device.pressCallKey(1, 0x0c);
    };
    return { start: () => device.start(), stop: () => device.stop(), use, done: () => [] };
  },
  onbon: (port) => {
    const device = new OnbonSimulator(port);
    const done = (): string[] => [device.text() ?? ''];
    return { start: () => device.start(), stop: () => device.stop(), use: nothing, done };
  },
  plainText: (port) => {
    const device = new PlainTextSimulator(port);
    return { start: () => device.start(), stop: () => device.stop(), use: nothing, done: () => device.lines };
  },
  scanner: (port) => {
    const device = new ScannerSimulator(port);
    return { start: () => device.start(), stop: () => device.stop(), use: () => device.scan('YY0001'), done: () => [] };
  },
  /** An adapter that hears itself, or a plug that joins both wires. */
  echo: (port) => reply(port, (bytes) => bytes),
  wrongSpeed: (port) => reply(port, (bytes) => Uint8Array.from(WRONG_SPEED.slice(0, 1 + (bytes.length % 10)))),
} as const satisfies Record<string, (port: Port, isTriggered?: boolean) => AnyDevice>;

export type DeviceName = keyof typeof DEVICES;

/** Whose device it is. */
export const OWN_DEVICE: Readonly<Record<DriverName, DeviceName>> = {
  sdt: 'sdt',
  textTriggered: 'sdt',
  escpos: 'escpos',
  evaluationPad: 'pads',
  callPad: 'pads',
  onbon: 'onbon',
  plainText: 'plainText',
  scanner: 'scanner',
};
