// The bench of the driver's tests: printer and driver on a line in memory, the clock in our hands, so that the real settings cost no time.
import { expect, vi } from 'vitest';
import type { DeviceStatus } from '../../../device-status.ts';
import { type MemoryLine, memoryLine } from '../../../port/memory-port.ts';
import type { Port } from '../../../port/port.ts';
import { settled, until } from '../../../testing/passing-time.ts';
import type { PrintJob, PrintOutcome } from '../../contract.ts';
import { EscposPrinter, type EscposPrinterOptions } from '../driver.ts';
import { EscposSimulator, type EscposSimulatorOptions } from '../simulator.ts';

export const READY: DeviceStatus = { state: 'ready', warning: null };
export const fault = (code: string): unknown => ({ state: 'fault', code });

export const ticket = (key: string): PrintJob => ({
  key,
  lines: [
    { type: 'text', text: '安和市政务服务大厅', align: 'centre', bold: true },
    { type: 'text', text: 'A012', align: 'centre', width: 6, height: 6 },
    { type: 'rule' },
    { type: 'pair', label: '等候人数 Waiting', value: '6 人', bold: true },
    { type: 'qr', data: 'https://hall.example/t/1' },
  ],
});

export interface Bench {
  readonly line: MemoryLine;
  readonly printer: EscposPrinter;
  readonly simulator: EscposSimulator;
}

let running: { stop(): Promise<void> }[] = [];
let count = 0;

export function newLine(): MemoryLine {
  count += 1;
  return memoryLine(`escpos-bench-${count}`);
}

/** Both ends started; `hostPort` makes the driver's end where it is not the line's own. */
export function openBench(
  options: EscposPrinterOptions = {},
  simulated: EscposSimulatorOptions = {},
  hostPort: (line: MemoryLine) => Port = (line) => line.hostPort(),
): Bench {
  vi.useFakeTimers();
  const line = newLine();
  const printer = new EscposPrinter(hostPort(line), options);
  const simulator = new EscposSimulator(line.devicePort(), simulated);
  running.push(printer, simulator);
  simulator.start();
  printer.start();
  return { line, printer, simulator };
}

export async function readyBench(...bench: Parameters<typeof openBench>): Promise<Bench> {
  const made = openBench(...bench);
  await until(() => made.printer.status, READY);
  return made;
}

/** Stops what the benches of one test started, and looks that no timer outlives it. */
export async function closeBenches(): Promise<void> {
  await Promise.all(running.map((one) => settled(one.stop())));
  running = [];
  // A question that got no answer keeps its quiet time; nothing else may run on.
  await vi.advanceTimersByTimeAsync(60_000);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
}

export function print(printer: EscposPrinter, job: PrintJob): Promise<PrintOutcome> {
  return settled(printer.print(job));
}
