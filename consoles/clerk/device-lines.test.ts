// Devices in words: what works is quiet, what does not names its terminal.
import { expect, it } from 'vitest';
import { deviceLines } from './device-lines.ts';

it('tells what works from what is in trouble, unknown codes too', () => {
  const { working, inTrouble } = deviceLines([
    { terminalId: 'w05', device: { kind: 'evaluationPad', state: 'ready', code: null } },
    { terminalId: 'k01', device: { kind: 'ticketPrinter', state: 'fault', code: 'paperOut' } },
    { terminalId: 'k02', device: { kind: 'idCardReader', state: 'fault', code: 'somethingNew' } },
    { terminalId: 'k04', device: { kind: 'ticketPrinter', state: 'ready', code: 'paperNearEnd', paperLeftMm: 2_000 } },
    { terminalId: 'k03', device: { kind: 'ticketPrinter', state: 'fault', code: null } },
  ]);
  expect(working.map((line) => line.text)).toEqual(['评价器正常']);
  expect(inTrouble.map((line) => [line.terminalId, line.text])).toEqual([
    ['k01', '打印机缺纸'],
    ['k02', '身份证阅读器故障'],
    ['k03', '打印机故障'],
    ['k04', '打印机纸将用尽'],
  ]);
});
