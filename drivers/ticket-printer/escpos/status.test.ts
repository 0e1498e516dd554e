// Every bit of the status tables of docs/protocols/ticket-printer.md, typed by hand.
import { describe, expect, it } from 'vitest';
import {
  decodeFenceReply,
  decodeStatusBlock,
  decodeStatusReply,
  isStatusReply,
  NO_FLAGS,
  type PrinterFlags,
  type StatusTopic,
  troubleOf,
} from './status.ts';

const TABLE: [StatusTopic, number, keyof PrinterFlags][] = [
  [1, 0x16, 'drawerPinHigh'],
  [1, 0x1a, 'offline'],
  [1, 0x32, 'waitingForRecovery'],
  [1, 0x52, 'feedButtonPressed'],
  [2, 0x16, 'coverOpen'],
  [2, 0x1a, 'feedingByButton'],
  [2, 0x32, 'stoppedByPaperEnd'],
  [2, 0x52, 'errorOccurred'],
  [3, 0x16, 'mechanicalError'],
  [3, 0x1a, 'cutterError'],
  [3, 0x32, 'unrecoverable'],
  [3, 0x52, 'recoversByItself'],
  [4, 0x16, 'paperNearEnd'],
  [4, 0x1a, 'paperNearEnd'],
  [4, 0x1e, 'paperNearEnd'],
  [4, 0x32, 'paperEnd'],
  [4, 0x52, 'paperEnd'],
  [4, 0x72, 'paperEnd'],
];

const raised = (flags: Partial<PrinterFlags>): string[] =>
  Object.entries(flags).flatMap(([name, isRaised]) => (isRaised ? [name] : []));

it.each(TABLE)('DLE EOT %i answered %i raises %s alone', (topic, byte, name) => {
  expect(isStatusReply(byte)).toBe(true);
  expect(raised(decodeStatusReply(topic, byte))).toEqual([name]);
});

it('12 raises nothing, whatever was asked', () => {
  for (const topic of [1, 2, 3, 4] as const) expect(raised(decodeStatusReply(topic, 0x12))).toEqual([]);
});

it('exactly the sixteen bytes with bits 1 and 4 set and 0 and 7 clear are replies', () => {
  const replies = Array.from({ length: 256 }, (_, byte) => byte).filter(isStatusReply);
  expect(replies).toEqual([
    0x12, 0x16, 0x1a, 0x1e, 0x32, 0x36, 0x3a, 0x3e, 0x52, 0x56, 0x5a, 0x5e, 0x72, 0x76, 0x7a, 0x7e,
  ]);
});

it.each<[number, number, number, string[]]>([
  [0x10, 0, 0, []],
  [0x14, 0, 0, ['drawerPinHigh']],
  [0x18, 0, 0, ['offline']],
  [0x30, 0, 0, ['coverOpen']],
  [0x50, 0, 0, ['feedingByButton']],
  [0x10, 0x04, 0, ['mechanicalError']],
  [0x10, 0x08, 0, ['cutterError']],
  [0x10, 0x20, 0, ['unrecoverable']],
  [0x10, 0x40, 0, ['recoversByItself']],
  [0x10, 0, 0x03, ['paperNearEnd']],
  [0x10, 0, 0x0c, ['paperEnd']],
])('automatic block %i %i %i raises %j', (first, second, third, names) => {
  expect(raised(decodeStatusBlock([first, second, third, 0]))).toEqual(names);
});

it('a fence reply carries the paper sensors', () => {
  expect(raised(decodeFenceReply(0x00))).toEqual([]);
  expect(raised(decodeFenceReply(0x03))).toEqual(['paperNearEnd']);
  expect(raised(decodeFenceReply(0x0c))).toEqual(['paperEnd']);
});

describe('trouble', () => {
  it.each<[keyof PrinterFlags, string | null]>([
    ['drawerPinHigh', null],
    ['paperNearEnd', null],
    ['mechanicalError', null],
    ['feedButtonPressed', null],
    ['offline', 'offline'],
    ['waitingForRecovery', 'offline'],
    ['feedingByButton', 'offline'],
    ['recoversByItself', 'offline'],
    ['coverOpen', 'coverOpen'],
    ['stoppedByPaperEnd', 'paperOut'],
    ['paperEnd', 'paperOut'],
    ['cutterError', 'cutterError'],
    ['unrecoverable', 'unrecoverable'],
    ['errorOccurred', 'deviceFault'],
  ])('%s alone means %s', (name, code) => {
    expect(troubleOf({ ...NO_FLAGS, [name]: true })).toBe(code);
  });

  it('names the cause, not the consequence', () => {
    expect(troubleOf({ ...NO_FLAGS, offline: true, errorOccurred: true, cutterError: true })).toBe('cutterError');
    expect(troubleOf({ ...NO_FLAGS, offline: true, coverOpen: true, paperEnd: true })).toBe('coverOpen');
  });
});
