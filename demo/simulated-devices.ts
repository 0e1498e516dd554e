// The simulated devices of the demo, each on a line of its own: what the bench shows of it, and how the terminal is told of it.
import {
  EscposSimulator,
  PadBusSimulator,
  SdtReaderSimulator,
  type PrintedTicket,
  type SimulatedCard,
} from '@jiaohao/drivers/simulators';
import type { DeviceLine, Wiring } from './device-line.ts';
import { PAD_LEVELS, type BenchState } from './wire.ts';

const READER_BAUD = 115_200;
const PRINTER_BAUD = 115_200;
const PAD_BAUD = 9_600;
const PAPER_WIDTH_DOTS = 576;
/** About 60 lines a second, as a thermal head does; a ticket takes a second. */
const LINE_MS = 40;
const KEPT_TICKETS = 8;
/** So long nothing lies on the reader when one card takes the place of another: a hand is not faster. */
const CHANGE_CARD_MS = 700;
const READ_TEXT = '3001';

/** One device as kiosk-app's configuration names it. */
export interface DeviceSettingInput {
  readonly kind: 'idCardReader' | 'ticketPrinter' | 'evaluationPad';
  readonly model: string;
  readonly port: string;
  readonly options: Record<string, unknown>;
}

export class SimulatedReader {
  readonly line: DeviceLine;
  readonly setting: DeviceSettingInput;
  readonly #reader: SdtReaderSimulator;
  #cardId: string | null = null;
  #readsBefore = 0;
  #next: NodeJS.Timeout | null = null;

  private constructor(line: DeviceLine) {
    this.line = line;
    this.setting = { kind: 'idCardReader', model: 'sdt', port: line.terminalPort, options: {} };
    this.#reader = new SdtReaderSimulator(line.devicePort);
    this.#reader.start();
  }

  static async open(wiring: Wiring): Promise<SimulatedReader> {
    return new SimulatedReader(await wiring.open('reader-kiosk-1', READER_BAUD));
  }

  get state(): BenchState['reader'] {
    const isRead = this.#reader.hasCard && this.#reader.countOf(READ_TEXT) > this.#readsBefore;
    return { isPlugged: this.line.isPlugged, cardId: this.#cardId, isRead };
  }

  lay(cardId: string, card: SimulatedCard): void {
    const wasThere = this.#reader.hasCard;
    this.lift();
    this.#cardId = cardId;
    this.#next = setTimeout(
      () => {
        this.#readsBefore = this.#reader.countOf(READ_TEXT);
        this.#reader.lay(card);
      },
      wasThere ? CHANGE_CARD_MS : 0,
    );
  }

  lift(): void {
    if (this.#next !== null) clearTimeout(this.#next);
    this.#cardId = null;
    this.#reader.lift();
  }

  async close(): Promise<void> {
    this.lift();
    await this.#reader.stop();
    await this.line.close();
  }
}

export interface KeptTicket {
  readonly ticketNo: number;
  readonly printedAt: number;
  readonly printed: PrintedTicket;
}

type PrinterPart = 'isPaperOut' | 'isNearEnd' | 'isCoverOpen';

export class SimulatedPrinter {
  readonly line: DeviceLine;
  readonly setting: DeviceSettingInput;
  readonly widthDots = PAPER_WIDTH_DOTS;
  readonly #printer: EscposSimulator;
  #tickets: KeptTicket[] = [];

  private constructor(line: DeviceLine) {
    this.line = line;
    this.setting = { kind: 'ticketPrinter', model: 'escpos', port: line.terminalPort, options: {} };
    this.#printer = new EscposSimulator(line.devicePort, {
      widthDots: PAPER_WIDTH_DOTS,
      switches: { lineMs: LINE_MS },
    });
    this.#printer.on('ticket', (printed) => {
      const ticketNo = (this.#tickets[0]?.ticketNo ?? 0) + 1;
      this.#tickets = [{ ticketNo, printedAt: Date.now(), printed }, ...this.#tickets].slice(0, KEPT_TICKETS);
    });
    this.#printer.start();
  }

  static async open(wiring: Wiring): Promise<SimulatedPrinter> {
    return new SimulatedPrinter(await wiring.open('printer-kiosk-1', PRINTER_BAUD));
  }

  /** Newest first. */
  get tickets(): readonly KeptTicket[] {
    return this.#tickets;
  }

  get state(): BenchState['printer'] {
    const { isPaperOut, isNearEnd, isCoverOpen } = this.#printer.switches;
    const uncutLines = this.#printer.uncut.filter((element) => element.type !== 'feed').length;
    return { isPlugged: this.line.isPlugged, isPaperOut, isNearEnd, isCoverOpen, uncutLines };
  }

  set(part: PrinterPart, value: boolean): void {
    // A new roll is not near its end.
    const isNewRoll = part === 'isPaperOut' && !value;
    this.#printer.set({ [part]: value, ...(isNewRoll ? { isNearEnd: false } : {}) });
  }

  async close(): Promise<void> {
    await this.#printer.stop();
    await this.line.close();
  }
}

export class SimulatedPad {
  readonly windowId: string;
  readonly label: string;
  readonly line: DeviceLine;
  readonly setting: DeviceSettingInput;
  readonly #pad: PadBusSimulator;
  readonly #address: number;
  #lastKey: number | null = null;

  private constructor(window: PadWindow, line: DeviceLine) {
    this.windowId = window.windowId;
    this.label = window.label;
    this.line = line;
    this.#address = window.address;
    const options = { address: window.address, levels: PAD_LEVELS };
    this.setting = { kind: 'evaluationPad', model: 'bus485', port: line.terminalPort, options };
    this.#pad = new PadBusSimulator(line.devicePort);
    this.#pad.start();
  }

  static async open(wiring: Wiring, window: PadWindow): Promise<SimulatedPad> {
    return new SimulatedPad(window, await wiring.open(`pad-${window.windowId}`, PAD_BAUD));
  }

  get state(): BenchState['pads'][number] {
    return {
      windowId: this.windowId,
      label: this.label,
      isPlugged: this.line.isPlugged,
      isLit: this.line.isPlugged && this.#pad.isArmed(this.#address),
      lastKey: this.#lastKey,
      isSending: this.#pad.unacknowledgedCount > 0,
    };
  }

  press(key: number): void {
    this.#lastKey = key;
    this.#pad.press(this.#address, key);
  }

  async close(): Promise<void> {
    await this.#pad.stop();
    await this.line.close();
  }
}

export interface PadWindow {
  readonly windowId: string;
  readonly label: string;
  /** On the bus, 1 to 255. */
  readonly address: number;
}
