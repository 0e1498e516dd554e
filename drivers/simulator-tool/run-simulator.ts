// Runs the simulated device that the command line names, from its first JSON line to SIGTERM.
import { mkdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { DeviceError } from '../device-error.ts';
import type { Port } from '../port/port.ts';
import { RoughLine } from '../port/rough-line.ts';
import { parentGone } from '../tool/parent-gone.ts';
import { ToolTrouble } from '../tool/tool-trouble.ts';
import { explainClosedPort } from '../tool/explain-closed-port.ts';
import { parseCardFile } from './card-file.ts';
import { simulatorOptions, type SimulatorOptions } from './options.ts';
import type { RunningSimulator, TellEvent } from './running-simulator.ts';
import { simulatedAndroidPad, simulatedKeyboardPad } from './simulated-dialling-pads.ts';
import { simulatedScanner } from './simulated-scanner.ts';
import { simulatedPads, simulatedPlainStrip, simulatedPrinter, simulatedStrip } from './simulated-others.ts';
import { LINE_SWITCHES } from './simulator-switches.ts';
import { switchOf } from './switch-words.ts';
import { simulatedReader } from './simulated-reader.ts';

const tell: TellEvent = (event) => void process.stdout.write(`${JSON.stringify(event)}\n`);

/** Resolves with the exit code after SIGTERM or SIGINT, or when the program that started it is gone. Rejects with ToolTrouble. */
export async function runSimulator(args: readonly string[]): Promise<number> {
  const options = simulatorOptions(args);
  const make = makerOf(options);
  const line = await options.openLine();
  try {
    await openOrExplain(line.port);
    const rough = new RoughLine(line.port, options.roughness);
    const simulator = make(rough);
    simulator.start();
    listenToHand({
      ...simulator.hand,
      line: (name = '', value = '') => rough.set(switchOf(LINE_SWITCHES, name, value)),
    });
    const ended = new Promise<void>((resolve) => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
      void parentGone().then(resolve);
    });
    tell({ ...line.listening(), model: options.modelName });
    await ended;
    await simulator.stop();
    return 0;
  } finally {
    await line.close();
  }
}

async function openOrExplain(port: Port): Promise<void> {
  try {
    await port.open();
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
    throw await explainClosedPort(port.name, error);
  }
}

/** Everything that can be wrong with files is found before a line is opened. */
function makerOf(options: SimulatorOptions): (port: Port) => RunningSimulator {
  const { model, columns, address, outFolder, cardFile, trigger } = options;
  switch (model) {
    case 'id-card-reader': {
      const card = cardFile === undefined ? null : parseCardFile(readText(cardFile));
      return (port) => simulatedReader(port, card, trigger);
    }
    case 'ticket-printer':
      if (outFolder !== undefined) makeFolder(outFolder);
      return (port) => simulatedPrinter(port, columns, outFolder, tell);
    case 'pads':
      return (port) => simulatedPads(port, tell);
    case 'led-strip':
      return (port) => simulatedStrip(port, address, tell);
    case 'plain-text-strip':
      return (port) => simulatedPlainStrip(port, tell);
    case 'document-scanner':
      return (port) => simulatedScanner(port, tell);
    case 'android-pad':
      return (port) => simulatedAndroidPad(port, options, tell);
    case 'keyboard-pad':
      return (port) => simulatedKeyboardPad(port);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw fileTrouble(file, error);
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw fileTrouble(folder, error);
  }
}

function fileTrouble(path: string, error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  const code = String(error.code);
  return new ToolTrouble('file', {
    zh: `文件 ${path} 不能用：${code}`,
    en: `The file ${path} cannot be used: ${code}`,
  });
}

/** One line a word: `lift`, `lay`, `set isPaperOut on`, `line delayMs 500`, `press 3 4`, `key 3 0C`, `cut`, `restore`, `scan A1`. */
function listenToHand(hand: RunningSimulator['hand']): void {
  createInterface({ input: process.stdin }).on('line', (line) => {
    const [name = '', ...words] = line.trim().split(/\s+/);
    if (name === '') return;
    const act = Object.hasOwn(hand, name) ? hand[name] : undefined;
    try {
      if (act === undefined) throw new RangeError(`known: ${Object.keys(hand).join(', ')}`);
      act(...words);
      tell({ done: name });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      tell({ refused: name, reason: error.message });
    }
  });
}
