// The simulated printer driven with bytes typed by hand, so that it proves something about the driver and not about itself.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { memoryLine } from '../../port/memory-port.ts';
import type { Port } from '../../port/port.ts';
import type { PrintedTicket } from './paper.ts';
import { EscposSimulator, type EscposSimulatorOptions } from './simulator.ts';
import { takeToken } from './paper-tokens.ts';

interface Bench {
  host: Port;
  simulator: EscposSimulator;
  answers: number[];
  readonly send: (...bytes: number[]) => Promise<void>;
}

let open: Bench[] = [];
let count = 0;

afterEach(async () => {
  for (const { host, simulator } of open) {
    await host.close();
    await simulator.stop();
  }
  open = [];
});

async function bench(options: EscposSimulatorOptions = {}): Promise<Bench> {
  count += 1;
  const line = memoryLine(`escpos-simulator-${count}`);
  const host = line.hostPort();
  const simulator = new EscposSimulator(line.devicePort(), options);
  const answers: number[] = [];
  host.onBytes((bytes) => answers.push(...bytes));
  simulator.start();
  await host.open();
  const made = { host, simulator, answers, send: (...bytes: number[]) => host.write(Uint8Array.from(bytes)) };
  open.push(made);
  return made;
}

const until = (what: () => unknown, value: unknown): Promise<void> => expect.poll(what, { interval: 2 }).toEqual(value);
const HELLO = [0x1c, 0x26, 0xba, 0xc5, 0x41, 0x0a];
const CUT = [0x1d, 0x56, 0x42, 0x00];

describe('on paper', () => {
  it('a cut makes a ticket of what was printed, with its bytes', async () => {
    const { simulator, send } = await bench();
    const heard: PrintedTicket[] = [];
    simulator.on('ticket', (ticket) => heard.push(ticket));
    await send(...HELLO, 0x10, 0x04, 0x01, ...CUT, 0x1d, 0x72, 0x01);
    await until(() => heard.length, 1);
    expect(simulator.tickets).toEqual(heard);
    expect([...(heard[0]?.bytes ?? [])]).toEqual([...HELLO, ...CUT]);
    expect(heard[0]?.elements).toEqual([
      { type: 'line', align: 'left', runs: [{ text: '号A', width: 1, height: 1, bold: false }], advanceDots: 34 },
      { type: 'cut', mode: 'partial' },
    ]);
  });

  it('without Chinese mode, and for four-byte codes on a GBK ROM, it prints rubbish', async () => {
    const latin = await bench();
    await latin.send(0xba, 0xc5, 0x0a);
    await until(() => latin.simulator.uncut.filter((e) => e.type === 'garbage').length, 2);
    const gbk = await bench({ rom: 'gbk' });
    await gbk.send(0x1c, 0x26, 0x95, 0x32, 0x82, 0x36, 0x0a);
    await until(() => gbk.simulator.uncut.filter((e) => e.type === 'garbage').length, 2);
  });
});

describe('real-time status', () => {
  it.each<[string, EscposSimulatorOptions['switches'], number[]]>([
    ['well', {}, [0x12, 0x12, 0x12, 0x12]],
    ['near end', { isNearEnd: true }, [0x12, 0x12, 0x12, 0x1e]],
    ['paper out', { isPaperOut: true }, [0x1a, 0x32, 0x12, 0x72]],
    ['cover open', { isCoverOpen: true }, [0x1a, 0x16, 0x12, 0x12]],
    ['cutter error', { hasCutterError: true }, [0x1a, 0x52, 0x1a, 0x12]],
    ['unrecoverable', { isUnrecoverable: true }, [0x1a, 0x52, 0x32, 0x12]],
    ['head hot', { isHeadHot: true }, [0x1a, 0x52, 0x52, 0x12]],
    ['silent', { isSilent: true }, []],
    ['without power', { isPowered: false }, []],
  ])('%s', async (_, switches = {}, expected) => {
    const { simulator, send, answers } = await bench({ switches });
    for (const topic of [1, 2, 3, 4]) await send(0x10, 0x04, topic);
    await until(() => simulator.received.length, 12);
    await until(() => answers, expected);
  });
});

describe('completion', () => {
  it('the process id and the fence are answered in order, behind the print data', async () => {
    const { send, answers } = await bench({ switches: { lineMs: 5 } });
    await send(...HELLO, 0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, 0x41, 0x42, 0x43, 0x44, 0x1d, 0x72, 0x01);
    await until(() => answers, [0x37, 0x22, 0x41, 0x42, 0x43, 0x44, 0x00, 0x00]);
  });

  it('offline executes nothing and goes on when the cause is gone', async () => {
    const { simulator, send, answers } = await bench();
    simulator.setAfterLines(1, { isCoverOpen: true });
    await send(...HELLO, ...HELLO, ...CUT, 0x1d, 0x72, 0x01);
    await until(() => simulator.uncut.length, 1);
    expect(answers).toEqual([]);
    simulator.set({ isCoverOpen: false });
    await until(() => answers, [0x00]);
    expect(simulator.tickets[0]?.elements).toHaveLength(3);
  });

  it('without power the buffer is lost and the paper stays', async () => {
    const { simulator, send, answers } = await bench();
    simulator.setAfterLines(1, { isPowered: false });
    await send(...HELLO, ...HELLO, ...CUT, 0x1d, 0x72, 0x01);
    await until(() => simulator.switches.isPowered, false);
    simulator.set({ isPowered: true });
    await send(...CUT);
    await until(() => simulator.tickets.length, 1);
    expect(simulator.tickets[0]?.elements).toHaveLength(2);
    expect(answers).toEqual([]);
  });
});

it('any bytes are read to their end or wait for more; none hang or throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), fc.boolean(), (bytes, isChinese) => {
      let rest = bytes;
      while (rest.length > 0) {
        const taken = takeToken(rest, { isChinese, hasFourByteCodes: true });
        if (taken === null) break;
        expect(taken.length).toBeGreaterThan(0);
        expect(taken.length).toBeLessThanOrEqual(rest.length);
        rest = rest.subarray(taken.length);
      }
    }),
  );
});
