// Devices that cannot be asked are not called silent, and nothing is written to them; a line that is opened again is the same one.
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createFrameSplitter } from '../framing/frame-splitter.ts';
import { decodeOnbonFrame, encodeOnbonFrame, ONBON_FRAME_SHAPE } from '../led-strip/onbon/codec.ts';
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

test.each(['evaluationPad', 'callPad'] as const)('on a silent bus with an %s a key is asked for', async (kind) => {
  const silent = createServer((socket) => socket.resume().on('error', () => undefined));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const port = `tcp://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const { code, isGood, zh, en } = await checkLine({ kind, model: 'bus485', port, options: { address: 1 } });
  await new Promise<void>((resolve) => silent.close(() => resolve()));
  expect([code, isGood]).toEqual(['pressKey', true]);
  expect(zh).toContain('请按一个键');
  expect(en).toContain('press one');
});

test('a key that is pressed meanwhile tells that pads are there', async () => {
  const far = memoryLine('check-line-pads').devicePort();
  await far.open();
  // A published frame: address 1, the key for the next.
  far.onBytes(() => void far.write(Uint8Array.from(Buffer.from('ff6803036801010c0e16', 'hex'))));
  const device = { kind: 'callPad', model: 'bus485', port: 'memory:check-line-pads', options: { address: 1 } } as const;
  expect(await checkLine(device)).toMatchObject({ code: 'answers', isGood: true });
  await far.close();
});

/** A card at address 7; `callsItself`: null answers every card's question as the published frame does. */
async function card7(name: string, callsItself: number | null) {
  const far = memoryLine(name).devicePort();
  await far.open();
  const splitter = createFrameSplitter(ONBON_FRAME_SHAPE);
  far.onBytes((bytes) => {
    for (const { destination, source } of splitter.push(bytes).frames.map(decodeOnbonFrame)) {
      if (destination !== 7 && destination !== 0xfffe) continue;
      const taken = { destination: source, source: callsItself ?? destination, deviceType: 0xfe };
      void far.write(encodeOnbonFrame({ ...taken, data: Uint8Array.of(0xa0, 0, 0, 0, 0) }));
    }
  });
  return { close: () => far.close(), port: `memory:${name}` };
}

test.each([
  ['and does not say its own', null, /screenAddress 1 与卡内设置不一致。/],
  ['and says its own', 7, /卡报的屏号是 7/],
])('a strip with another screen address than was configured is named so %s', async (_, callsItself, words) => {
  const { port, close } = await card7(`check-line-card-${String(callsItself)}`, callsItself);
  const check = (options: Record<string, unknown>) => checkLine({ kind: 'ledStrip', model: 'onbon', port, options });
  const { code, isGood, zh, en } = await check({ screenAddress: 1 });
  expect([code, isGood]).toEqual(['wrongAddress', false]);
  expect(zh).toMatch(words);
  expect(en).toContain('not at the configured address: screenAddress 1');
  expect(zh + en).not.toMatch(/线缆|接头|cable/);
  expect(await check({ screenAddress: 7 })).toMatchObject({ code: 'answers', isGood: true });
  await close();
});

test('the line is opened again with what the device’s options say of it', async () => {
  const reports = { size: 64 };
  await expect(explainSilence('hid:0483:5750', 115_200, 'idCardReader', { reports })).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining('"size" is not a setting') as unknown,
  });
});
