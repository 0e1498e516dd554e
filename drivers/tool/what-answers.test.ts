// A line that brings back what is said on it is told apart from one where something speaks: the usual mistake on 485 converters.
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { memoryLine } from '../port/memory-port.ts';
import { checkLine, type CheckedDevice } from './check-line.ts';
import { EVERY_STRIP } from './strip-question.ts';
import { whatAnswers } from './what-answers.ts';

/** A line with a far end that does this with everything it hears. */
async function farEnd(name: string, answer: (bytes: Uint8Array) => Uint8Array) {
  const line = memoryLine(name);
  const far = line.devicePort();
  await far.open();
  far.onBytes((bytes) => void far.write(answer(bytes)));
  const port = line.hostPort();
  await port.open();
  return { port, close: () => Promise.all([port.close(), far.close()]) };
}

test.each([true, false])('an echo is called one, asked for strips too: %s', async (hasStrips) => {
  const { port, close } = await farEnd(`echo-${String(hasStrips)}`, (bytes) => bytes);
  expect(await whatAnswers(port, hasStrips ? EVERY_STRIP : null)).toEqual({ type: 'echo' });
  await close();
});

// Two questions: a printer that answers the first in rubbish is not asked the second.
test('bytes of no protocol are counted, not called silence', async () => {
  const { port, close } = await farEnd('strange', () => Uint8Array.of(0x55, 0x55));
  expect(await whatAnswers(port, null)).toEqual({ type: 'strange', byteCount: 4 });
  await close();
});

test.each([
  ['idCardReader', 'sdt', {}],
  ['ticketPrinter', 'escpos', {}],
  ['callPad', 'bus485', { address: 1 }],
  ['ledStrip', 'onbon', {}],
] as const)('%s on a converter that echoes: the words say so', async (kind, model, options) => {
  const echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket));
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
  const device: CheckedDevice = {
    kind,
    model,
    port: `tcp://127.0.0.1:${(echo.address() as AddressInfo).port}`,
    options,
  };
  const { code, isGood, zh } = await checkLine(device);
  await new Promise<void>((resolve) => echo.close(() => resolve()));
  expect([code, isGood]).toEqual(['echo', false]);
  expect(zh).toContain('回显');
});
