// What a serial scanner sends, cut anywhere, between noise, too long or broken off: one event each, and no name on the way.
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryLine } from '../port/memory-port.ts';
import { CodeCollector } from './code-collector.ts';
import type { DocumentScanner, Scanned } from './contract.ts';
import { LineCutter } from './line-cutter.ts';
import { openDocumentScanner } from './open-document-scanner.ts';
import { ScannerSimulator } from './simulator.ts';

const TD3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'] as const;
const TD1 = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

let count = 0;

async function bench(options: Record<string, unknown> = {}) {
  count += 1;
  const line = memoryLine(`scanner-${count}`);
  const simulator = new ScannerSimulator(line.devicePort());
  const scanner: DocumentScanner = openDocumentScanner({ model: 'serial', port: `memory:scanner-${count}`, options });
  const told: string[] = [];
  scanner.onEvent((event) => told.push(event.type === 'status' ? event.status.state : inWords(event.scanned)));
  simulator.start();
  scanner.start();
  await vi.advanceTimersByTimeAsync(1);
  const close = async () => {
    await scanner.stop();
    await simulator.stop();
    expect(vi.getTimerCount()).toBe(0);
  };
  return { line, simulator, told, close };
}

function inWords(scanned: Scanned): string {
  switch (scanned.kind) {
    case 'code':
      return `code ${scanned.text}`;
    case 'document':
      return `${scanned.format} ${scanned.documentNumber}`;
    case 'unreadable':
      return scanned.reason;
  }
}

test('codes, a passport and a card, byte by byte as well', async () => {
  const { simulator, told, close } = await bench();
  for (const sendsByteByByte of [false, true]) {
    simulator.quirks.sendsByteByByte = sendsByteByByte;
    await simulator.scan('YY20260101-0001');
    await simulator.scan(...TD3);
    await simulator.scan(...TD1);
    await simulator.scan('预约A1');
  }
  await vi.advanceTimersByTimeAsync(1000);
  const each = ['code YY20260101-0001', 'TD3 L898902C3', 'TD1 D23145890', 'code 预约A1'];
  expect(told).toEqual(['ready', ...each, ...each]);
  await close();
});

test('prefix and suffix of its own; a code without the prefix is another scanner', async () => {
  const { simulator, told, close } = await bench({ prefix: 'S:', suffix: '#' });
  Object.assign(simulator.quirks, { prefix: 'S:', suffix: '#' });
  await simulator.scan('A1');
  await simulator.scan(...TD3);
  simulator.quirks.prefix = '';
  await simulator.scan('A2');
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual(['ready', 'code A1', 'TD3 L898902C3', 'prefix']);
  await close();
});

test('a scanner without a suffix is heard when it falls silent', async () => {
  const { simulator, told, close } = await bench({ suffix: '', silenceMs: 50 });
  simulator.quirks.suffix = '';
  await simulator.scan('A1');
  await vi.advanceTimersByTimeAsync(49);
  expect(told).toEqual(['ready']);
  await vi.advanceTimersByTimeAsync(10);
  expect(told).toEqual(['ready', 'code A1']);
  await close();
});

test('noise, a wrong baud rate, half a passport and endless text are named; the code after each is read', async () => {
  const { simulator, told, close } = await bench();
  const read = async (...lines: string[]) => {
    await simulator.scan(...lines);
    await vi.advanceTimersByTimeAsync(300);
  };
  simulator.quirks.noise = [0x00, 0xff, 0x80];
  await read('A1');
  simulator.quirks.noise = [];
  await read(TD3[0]);
  await read('x'.repeat(600));
  await read('x'.repeat(5000));
  simulator.quirks.suffix = '';
  await read('cut o');
  simulator.quirks.suffix = '\r\n';
  await read('A2');
  expect(told).toEqual(['ready', 'noText', 'incomplete', 'tooLong', 'tooLong', 'noText', 'code A2']);
  await close();
});

test('the plug pulled in the middle of a passport: what had come is forgotten', async () => {
  const { line, simulator, told, close } = await bench();
  await simulator.scan(TD3[0]);
  await vi.advanceTimersByTimeAsync(1);
  line.unplug();
  await vi.advanceTimersByTimeAsync(5000);
  line.replug();
  await vi.advanceTimersByTimeAsync(5000);
  await simulator.scan('A1');
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual(['ready', 'fault', 'ready', 'code A1']);
  await close();
});

test('a zone of the wrong check digit, and one that another line breaks off', () => {
  const collector = new CodeCollector('');
  const told = [TD3[0], TD3[1].replace('8', '9'), TD3[0], 'A1', TD3[0].slice(0, 43)].flatMap((line) =>
    collector.take(line),
  );
  expect(told.map(inWords)).toEqual(['checkDigit', 'incomplete', 'code A1', `code ${TD3[0].slice(0, 43)}`]);
  expect(collector.idle()).toEqual([]);
});

test('texts come out whole at every cut and behind any garbage, and no more is held than a code is long', () => {
  const text = fc.stringMatching(/^[ -~]{1,60}$/);
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 4 }),
      fc.uint8Array({ maxLength: 60 }),
      fc.integer({ min: 1, max: 30 }),
      (texts, garbage, size) => {
        const cutter = new LineCutter(Uint8Array.of(0x0d, 0x0a));
        const stream = Uint8Array.from([
          ...garbage,
          0x0d,
          0x0a,
          ...Buffer.from(texts.map((each) => `${each}\r\n`).join('')),
        ]);
        const cuts = [];
        for (let at = 0; at < stream.length; at += size) cuts.push(...cutter.push(stream.slice(at, at + size)));
        const out = cuts.flatMap((cut) => (cut.type === 'text' ? [cut.text] : []));
        expect(out.slice(-texts.length)).toEqual(texts);
        expect(cutter.idle()).toEqual([]);
      },
    ),
  );
  const cutter = new LineCutter(null);
  for (let round = 0; round < 1000; round += 1) expect(cutter.push(new Uint8Array(4096).fill(0x41))).toEqual([]);
  expect(cutter.push(Uint8Array.from(Buffer.from('\rA1\r')))).toEqual([
    { type: 'tooLong' },
    { type: 'text', text: 'A1' },
  ]);
});

test.each([
  [{ model: 'wedge', port: '/dev/ttyS0' }, 'known: serial'],
  [{ model: 'serial', port: '/dev/ttyS0', options: { suffix: 13 } }, 'suffix must be a text'],
  [{ model: 'serial', port: '/dev/ttyS0', options: { baudRate: 1 } }, 'baudRate must be a whole number'],
  [{ model: 'serial', port: '/dev/ttyS0', options: { end: '' } }, '"end" is not a setting of the scanner'],
])('%o is refused in words', (config, words) => {
  expect(() => openDocumentScanner(config)).toThrow(words);
});
