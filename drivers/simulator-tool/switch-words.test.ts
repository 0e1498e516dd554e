// What a hand types for a switch becomes the value that the simulator knows; what is no such value changes nothing and is answered with the list.
import { expect, test } from 'vitest';
import { memoryLine } from '../port/memory-port.ts';
import { SdtReaderSimulator } from '../id-card-reader/sdt/simulator.ts';
import { EscposSimulator } from '../ticket-printer/escpos/simulator.ts';
import { simulatedPads, simulatedPrinter, simulatedStrip } from './simulated-others.ts';
import { simulatedReader } from './simulated-reader.ts';
import { simulatedScanner } from './simulated-scanner.ts';
import * as switches from './simulator-switches.ts';
import { switchOf } from './switch-words.ts';

const { READER_SWITCHES, PRINTER_SWITCHES, SCANNER_SWITCHES, STRIP_SWITCHES, LINE_SWITCHES } = switches;

test.each([
  [READER_SWITCHES, 'isSilent', 'on', true],
  [READER_SWITCHES, 'samFault', '66', 0x66],
  [READER_SWITCHES, 'samFault', 'none', null],
  [READER_SWITCHES, 'nextSw3', '41', 0x41],
  [READER_SWITCHES, 'garbageBeforeReply', 'aa55', [0xaa, 0x55]],
  [READER_SWITCHES, 'sw1sw2', '0090', [0x00, 0x90]],
  [READER_SWITCHES, 'trigger', 'READ\\r\\n', 'READ\r\n'],
  [READER_SWITCHES, 'trigger', 'none', null],
  [PRINTER_SWITCHES, 'lineMs', '250', 250],
  [PRINTER_SWITCHES, 'deafAboveBytes', '512', 512],
  [SCANNER_SWITCHES, 'suffix', '\\t', '\t'],
  [SCANNER_SWITCHES, 'prefix', 'none', ''],
  [STRIP_SWITCHES, 'refused', 'a203,a306', ['a203', 'a306']],
  [LINE_SWITCHES, 'bytesPerSecond', '960', 960],
  [LINE_SWITCHES, 'bytesPerSecond', 'none', null],
])('%#: %o', (table, name, word, value) => {
  expect(switchOf<Record<string, unknown>>(table, name, word)).toEqual({ [name]: value });
});

test.each([
  ['isSilent', 'yes'],
  ['samFault', '67'],
  ['replyDelayMs', '-1'],
  ['garbageBeforeReply', 'a'],
  ['sw1sw2', '00'],
  ['trigger', ''],
  ['toString', 'on'],
  ['', ''],
])('%s %s is refused with every name and kind', (name, word) => {
  expect(() => switchOf(READER_SWITCHES, name, word)).toThrow(
    /isSilent on\|off.*samFault 60\|66\|none.*replyDelayMs N/,
  );
});

const quiet = (): void => undefined;

test('every simulator of the tool takes its own by hand', () => {
  const port = () => memoryLine('switch-words').devicePort();
  simulatedReader(port(), null, null).hand['set']?.('breaksChecksum', 'on');
  simulatedPrinter(port(), 48, undefined, quiet).hand['set']?.('halvesAnswers', 'on');
  simulatedStrip(port(), 1, quiet).hand['set']?.('repliesToLose', '2');
  simulatedScanner(port(), quiet).hand['set']?.('sendsByteByByte', 'on');
  expect(() => simulatedScanner(port(), quiet).hand['set']?.('lineMs', '2')).toThrow(RangeError);
  expect(() => simulatedPads(port(), quiet).hand['set']?.('isPaperOut', 'on')).toThrow(RangeError);
});

test('the lists have every switch that reader and printer have', () => {
  const port = memoryLine('switch-lists').devicePort();
  expect(Object.keys(READER_SWITCHES).toSorted()).toEqual(Object.keys(new SdtReaderSimulator(port).quirks).toSorted());
  expect(Object.keys(PRINTER_SWITCHES).toSorted()).toEqual(Object.keys(new EscposSimulator(port).switches).toSorted());
});
