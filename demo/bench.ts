// The simulation bench: every simulated device, what it shows, and what a hand does to it.
import type { Wiring } from './device-line.ts';
import { PEOPLE } from './people.ts';
import { phoneLinkOf } from './phone-page.ts';
import { SimulatedPad, SimulatedPrinter, SimulatedReader, type PadWindow } from './simulated-devices.ts';
import type { BenchAction, BenchState, BenchTrouble } from './wire.ts';

export class Bench {
  readonly reader: SimulatedReader;
  readonly printer: SimulatedPrinter;
  readonly pads: readonly SimulatedPad[];
  readonly #wiringKind: Wiring['kind'];

  private constructor(
    wiringKind: Wiring['kind'],
    reader: SimulatedReader,
    printer: SimulatedPrinter,
    pads: readonly SimulatedPad[],
  ) {
    this.#wiringKind = wiringKind;
    this.reader = reader;
    this.printer = printer;
    this.pads = pads;
  }

  static async open(wiring: Wiring, windows: readonly PadWindow[]): Promise<Bench> {
    const [reader, printer, pads] = await Promise.all([
      SimulatedReader.open(wiring),
      SimulatedPrinter.open(wiring),
      Promise.all(windows.map((window) => SimulatedPad.open(wiring, window))),
    ]);
    return new Bench(wiring.kind, reader, printer, pads);
  }

  state(): Omit<BenchState, 'hall'> {
    return {
      wiring: this.#wiringKind,
      reader: this.reader.state,
      printer: this.printer.state,
      tickets: this.printer.tickets.map((ticket) => ({
        ticketNo: ticket.ticketNo,
        printedAt: ticket.printedAt,
        phoneLink: phoneLinkOf(ticket),
      })),
      pads: this.pads.map((pad) => pad.state),
    };
  }

  /** Null when it was done. */
  async act(action: BenchAction): Promise<BenchTrouble | null> {
    switch (action.type) {
      case 'layCard':
        return this.#lay(action.cardId);
      case 'liftCard':
        this.reader.lift();
        return null;
      case 'plugReader':
        return plug(this.reader, action.isPlugged);
      case 'plugPrinter':
        return plug(this.printer, action.isPlugged);
      case 'setPrinter':
        this.printer.set(action.part, action.value);
        return null;
      case 'plugPad': {
        const pad = this.#padAt(action.windowId);
        return pad === undefined ? 'unknownWindow' : plug(pad, action.isPlugged);
      }
      case 'pressPad':
        return this.#press(action.windowId, action.key);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.reader, this.printer, ...this.pads].map((device) => device.close()));
  }

  #lay(cardId: string): BenchTrouble | null {
    const person = PEOPLE.find((one) => one.cardId === cardId);
    if (person === undefined) return 'unknownCard';
    this.reader.lay(cardId, person.card);
    return null;
  }

  #press(windowId: string, key: number): BenchTrouble | null {
    const pad = this.#padAt(windowId);
    if (pad === undefined) return 'unknownWindow';
    if (!pad.line.isPlugged) return 'padUnplugged';
    pad.press(key);
    return null;
  }

  #padAt(windowId: string): SimulatedPad | undefined {
    return this.pads.find((pad) => pad.windowId === windowId);
  }
}

async function plug(device: SimulatedReader | SimulatedPrinter | SimulatedPad, isPlugged: boolean) {
  return device.line.setPlugged(isPlugged).then(
    () => null,
    (): BenchTrouble => 'lineFailed',
  );
}
