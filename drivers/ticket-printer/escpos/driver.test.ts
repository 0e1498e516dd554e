// The driver against the behaving printer over a line inside this process: what it may say about a job, and what it may not.
import { afterEach, describe, expect, it } from 'vitest';
import { type MemoryLine, memoryLine } from '../../port/memory-port.ts';
import type { PrintJob } from '../contract.ts';
import { EscposPrinter, type EscposPrinterOptions } from './driver.ts';
import { EscposSimulator, type EscposSimulatorOptions } from './simulator.ts';

const QUICK: EscposPrinterOptions = { pollIntervalMs: 20, statusTimeoutMs: 40, printTimeoutMs: 400, idGraceMs: 30 };

const ticket = (key: string): PrintJob => ({
  key,
  lines: [
    { type: 'text', text: '安和市政务服务大厅', align: 'centre', bold: true },
    { type: 'text', text: 'A012', align: 'centre', width: 6, height: 6 },
    { type: 'rule' },
    { type: 'pair', label: '等候人数 Waiting', value: '6 人', bold: true },
    { type: 'qr', data: 'https://hall.example/t/1' },
  ],
});

let running: { stop(): Promise<void> }[] = [];
let lineCount = 0;

afterEach(async () => {
  await Promise.all(running.map((one) => one.stop()));
  running = [];
});

interface Bench {
  line: MemoryLine;
  printer: EscposPrinter;
  simulator: EscposSimulator;
}

function bench(options: EscposPrinterOptions = {}, simulated: EscposSimulatorOptions = {}): Bench {
  lineCount += 1;
  const line = memoryLine(`escpos-driver-${lineCount}`);
  const printer = new EscposPrinter(line.hostPort(), { ...QUICK, ...options });
  const simulator = new EscposSimulator(line.devicePort(), simulated);
  running.push(printer, simulator);
  simulator.start();
  printer.start();
  return { line, printer, simulator };
}

const untilStatus = (printer: EscposPrinter, state: string): Promise<void> =>
  expect.poll(() => JSON.stringify(printer.status), { interval: 2, timeout: 10_000 }).toContain(state);

async function readyBench(options: EscposPrinterOptions = {}, simulated: EscposSimulatorOptions = {}): Promise<Bench> {
  const made = bench(options, simulated);
  await untilStatus(made.printer, 'ready');
  return made;
}

describe('a printer that is well', () => {
  it('prints a ticket and is confirmed by the process id', async () => {
    const { printer, simulator } = await readyBench();
    expect(await printer.print(ticket('1/1'))).toEqual({ state: 'confirmed', by: 'processId' });
    expect(simulator.tickets).toHaveLength(1);
    const texts = simulator.tickets[0]?.elements.flatMap((e) => (e.type === 'line' ? e.runs.map((r) => r.text) : []));
    expect(texts).toContain('安和市政务服务大厅');
    expect(texts).toContain('A012');
  });
});
