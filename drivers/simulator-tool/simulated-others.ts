// The simulated printer, pads and strips of the tool: what they show is told as it changes, what a hand does comes by words.
import { beepsOf, shownOnPad } from '../call-pad/bus485/simulator.ts';
import { PadBusSimulator } from '../evaluation-pad/bus485/simulator.ts';
import { OnbonSimulator } from '../led-strip/onbon/simulator.ts';
import { PlainTextSimulator } from '../led-strip/plain-text/simulator.ts';
import type { Port } from '../port/port.ts';
import { DOTS_PER_COLUMN } from '../ticket-printer/escpos/paper-settings.ts';
import { EscposSimulator } from '../ticket-printer/escpos/simulator.ts';
import { keepPrinted } from './printed-files.ts';
import type { RunningSimulator, TellEvent } from './running-simulator.ts';
import { PAD_BUS_SWITCHES, PRINTER_SWITCHES, STRIP_SWITCHES } from './simulator-switches.ts';
import { switchOf } from './switch-words.ts';

const LOOK_MS = 50;

export function simulatedPrinter(
  port: Port,
  columns: number,
  outFolder: string | undefined,
  tell: TellEvent,
): RunningSimulator {
  const widthDots = columns * DOTS_PER_COLUMN;
  const simulator = new EscposSimulator(port, { widthDots });
  let count = 0;
  simulator.on('ticket', (ticket) => {
    count += 1;
    const files = outFolder === undefined ? {} : keepPrinted(outFolder, count, ticket, widthDots);
    tell({ printed: count, ...files });
  });
  return {
    start: () => simulator.start(),
    stop: () => simulator.stop(),
    hand: {
      set: (name = '', value = '') => simulator.set(switchOf(PRINTER_SWITCHES, name, value)),
      tear: () => simulator.tearOff(),
    },
  };
}

/** Call pads and evaluation pads of one line: any address answers. */
export function simulatedPads(port: Port, tell: TellEvent): RunningSimulator {
  const simulator = new PadBusSimulator(port);
  const told = new Map<number, string>();
  const stopLooking = onHeard(simulator, (address) => {
    const beeps = beepsOf(simulator.heard, address);
    const state = { address, isArmed: simulator.isArmed(address), ...shownOnPad(simulator.heard, address), beeps };
    if (told.get(address) === JSON.stringify(state)) return;
    told.set(address, JSON.stringify(state));
    tell({ pad: state });
  });
  return {
    start: () => simulator.start(),
    stop: async () => {
      stopLooking();
      await simulator.stop();
    },
    hand: {
      set: (name = '', value = '') => simulator.set(switchOf(PAD_BUS_SWITCHES, name, value)),
      press: (address, value) => simulator.press(byteOf(address), byteOf(value)),
      key: (address, ...keys) =>
        simulator.pressCallKey(byteOf(address), ...keys.map((key) => Number.parseInt(key, 16))),
    },
  };
}

function byteOf(text = ''): number {
  if (!/^\d{1,3}$/.test(text) || Number(text) > 255)
    throw new RangeError('press ADDRESS VALUE, or key ADDRESS HEX [HEX]');
  return Number(text);
}

/** The pads say nothing when they are shown something: the list of what they heard is looked at. */
function onHeard(simulator: PadBusSimulator, look: (address: number) => void): () => void {
  const timer = setInterval(() => {
    const addresses = new Set(simulator.heard.map((hex) => Number.parseInt(hex.slice(10, 12), 16)));
    for (const address of addresses) look(address);
  }, LOOK_MS);
  return () => clearInterval(timer);
}

export function simulatedStrip(port: Port, address: number, tell: TellEvent): RunningSimulator {
  const simulator = new OnbonSimulator(port, { addresses: [address] });
  let shown: string | null = null;
  simulator.on('change', () => {
    const text = simulator.text(address);
    if (text === shown) return;
    shown = text;
    tell({ shown: text });
  });
  return {
    start: () => simulator.start(),
    stop: () => simulator.stop(),
    hand: {
      set: (name = '', value = '') => simulator.set(switchOf(STRIP_SWITCHES, name, value)),
      cut: () => simulator.cutPower(address),
      restore: () => simulator.restorePower(address),
    },
  };
}

export function simulatedPlainStrip(port: Port, tell: TellEvent): RunningSimulator {
  const simulator = new PlainTextSimulator(port);
  let shown: string | null = null;
  const timer = setInterval(() => {
    if (simulator.text === shown) return;
    shown = simulator.text;
    tell({ shown });
  }, LOOK_MS);
  return {
    start: () => simulator.start(),
    stop: async () => {
      clearInterval(timer);
      await simulator.stop();
    },
    hand: { cut: () => simulator.cutPower(), restore: () => simulator.restorePower() },
  };
}
