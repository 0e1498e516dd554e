// Devices that cannot be asked are not called silent, and nothing is written to them; a line that is opened again is the same one.
import { expect, test } from 'vitest';
import { memoryLine } from '../port/memory-port.ts';
import { checkLine, type CheckedDevice } from './check-line.ts';
import { explainSilence } from './open-line.ts';

let count = 0;

async function checked(device: Omit<CheckedDevice, 'port'>) {
  count += 1;
  const far = memoryLine(`check-line-${count}`).devicePort();
  await far.open();
  const heard: number[] = [];
  far.onBytes((bytes) => heard.push(...bytes));
  const { code, isGood, en } = await checkLine({ ...device, port: `memory:check-line-${count}` });
  await far.close();
  return { code, isGood, en, heard };
}

test.each([
  ['a reader that is triggered by text', { kind: 'idCardReader', model: 'textTriggered', options: {} }],
  ['a write-only printer', { kind: 'ticketPrinter', model: 'escpos', options: { profile: 'writeOnly' } }],
  ['a printer without status', { kind: 'ticketPrinter', model: 'escpos', options: { statusReplies: 'none' } }],
  ['a strip that shows what it is sent', { kind: 'ledStrip', model: 'plainText', options: {} }],
] as const)('%s: that its line opens is all', async (_, device) => {
  const en = 'the line is open; such a device answers no questions';
  expect(await checked(device)).toEqual({ code: 'lineOpen', isGood: true, en, heard: [] });
});

test('a printer whose settings say that it answers is asked', async () => {
  const options = { profile: 'writeOnly', statusReplies: 'required' };
  const { code, isGood, heard } = await checked({ kind: 'ticketPrinter', model: 'escpos', options });
  expect([code, isGood, heard.slice(0, 3)]).toEqual(['nothingAnswers', false, [0x10, 0x04, 0x01]]);
}, 60_000);

test('a scanner that types has no line', async () => {
  const device = { kind: 'documentScanner', model: 'wedge', port: 'keyboard:', options: {} } as const;
  expect(await checkLine(device)).toMatchObject({ code: 'lineOpen', isGood: true });
});

test('the line is opened again with what the device’s options say of it', async () => {
  const reports = { size: 64 };
  await expect(explainSilence('hid:0483:5750', 115_200, 'idCardReader', { reports })).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining('"size" is not a setting') as unknown,
  });
});
