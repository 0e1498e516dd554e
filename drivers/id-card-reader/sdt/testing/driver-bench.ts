// The bench of the driver's tests: reader and simulator on a line in memory, the clock in our hands, events in words.
import { expect, vi } from 'vitest';
import { memoryLine, type MemoryLine } from '../../../port/memory-port.ts';
import type { IdCardReaderEvent } from '../../contract.ts';
import { SdtIdCardReader } from '../driver.ts';
import { LI, WANG } from './simulated-people.ts';
import { SdtReaderSimulator } from '../simulator.ts';

export const READ_LI = `read ${LI.idNumber}`;
export const READ_WANG = `read ${WANG.idNumber}`;

export interface Bench {
  readonly line: MemoryLine;
  readonly simulator: SdtReaderSimulator;
  readonly reader: SdtIdCardReader;
  readonly told: readonly string[];
  close(): Promise<void>;
}

let benchCount = 0;

/** Both ends started, with fake timers; `close` also checks that no timer is left. */
export async function openBench(): Promise<Bench> {
  vi.useFakeTimers();
  benchCount += 1;
  const line = memoryLine(`sdt-bench-${benchCount}`);
  const simulator = new SdtReaderSimulator(line.devicePort());
  const reader = new SdtIdCardReader(line.hostPort());
  const told: string[] = [];
  reader.onEvent((event) => told.push(inWords(event)));
  simulator.start();
  reader.start();
  await pass(100);
  const close = async () => {
    await reader.stop();
    await simulator.stop();
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  };
  return { line, simulator, reader, told, close };
}

export function pass(ms: number): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(ms);
}

function inWords(event: IdCardReaderEvent): string {
  switch (event.type) {
    case 'cardRead':
      return `read ${event.card.idNumber}`;
    case 'cardTrouble':
      return event.trouble;
    case 'cardLifted':
      return 'lifted';
    case 'status':
      return event.status.state === 'fault' ? `fault ${event.status.code}` : event.status.state;
  }
}
