// The printer's condition in words: each bit, each fault, in both languages.
import { expect, it } from 'vitest';
import { DEVICE_ERROR_CODES } from '../../device-error.ts';
import { PRINTER_FAULT_WORDS, PRINTER_FLAG_WORDS } from '../texts.ts';
import { printerRemarks } from './remarks.ts';
import { decodeStatusReply, NO_FLAGS, type PrinterFlags } from './status.ts';

const READY = { state: 'ready', warning: null } as const;

it('every flag and every fault has Chinese and English words', () => {
  expect(Object.keys(PRINTER_FLAG_WORDS).sort()).toEqual(Object.keys(NO_FLAGS).sort());
  expect(Object.keys(PRINTER_FAULT_WORDS).sort()).toEqual([...DEVICE_ERROR_CODES].sort());
  for (const { zh, en } of [...Object.values(PRINTER_FLAG_WORDS), ...Object.values(PRINTER_FAULT_WORDS)]) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/[a-z]/);
  }
});

it.each<[1 | 2 | 3 | 4, number, string[]]>([
  [1, 0x12, []],
  [1, 0x3a, ['offline', 'waitingForRecovery']],
  [1, 0x56, ['drawerPinHigh', 'feedButtonPressed']],
  [2, 0x7e, ['coverOpen', 'feedingByButton', 'stoppedByPaperEnd', 'errorOccurred']],
  [3, 0x7e, ['mechanicalError', 'cutterError', 'unrecoverable', 'recoversByItself']],
  [4, 0x1e, ['paperNearEnd']],
  [4, 0x72, ['paperEnd']],
])('the reply to question %i, byte %i, in words', (topic, byte, names) => {
  const flags: PrinterFlags = { ...NO_FLAGS, ...decodeStatusReply(topic, byte) };
  expect(printerRemarks(READY, flags, []).map((remark) => remark.code)).toEqual(names);
});

it('a fault comes first, then the bits, then what of the settings cannot be had', () => {
  const flags = { ...NO_FLAGS, paperNearEnd: true, mechanicalError: true };
  expect(printerRemarks({ state: 'fault', code: 'badReply' }, flags, ['logoUnusable'])).toMatchObject([
    { code: 'badReply', kind: 'fault', zh: expect.stringContaining('波特率') as unknown },
    { code: 'mechanicalError', kind: 'note' },
    { code: 'paperNearEnd', kind: 'warning', zh: '纸将用尽' },
    { code: 'logoUnusable', kind: 'note' },
  ]);
});
