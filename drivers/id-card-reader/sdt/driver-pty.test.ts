// The same driver and simulator over a real serial path: node-serialport at both ends of a socat pty pair, with the real
// clock, and the plug really pulled. Fails with a clear sentence where socat is missing.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPort } from '../../port/open-port.ts';
import { openPtyPair, type PtyPair } from '../../port/pty-pair.ts';
import type { IdCardReader, IdCardReaderEvent } from '../contract.ts';
import { openIdCardReader } from '../open-id-card-reader.ts';
import { LI, WANG } from './testing/simulated-people.ts';
import { SdtReaderSimulator } from './simulator.ts';

let ptys: PtyPair;
let simulator: SdtReaderSimulator;
let reader: IdCardReader;
let told: IdCardReaderEvent[];

beforeEach(async () => {
  ptys = await openPtyPair();
  simulator = new SdtReaderSimulator(createPort(ptys.b, { baudRate: 115_200 }));
  reader = openIdCardReader({ model: 'sdt', port: ptys.a });
  told = [];
  reader.onEvent((event) => told.push(event));
  simulator.start();
  reader.start();
});

afterEach(async () => {
  await reader.stop();
  await simulator.stop();
  await ptys.close();
});

/** Waits until the last event is of this type; they are few and come one after the other. */
function untilLast(expected: object): Promise<void> {
  return vi.waitFor(() => expect(told.at(-1)).toMatchObject(expected), { timeout: 20_000, interval: 20 });
}

test('laid, read, lifted, laid again', async () => {
  simulator.lay(LI);
  await untilLast({ type: 'cardRead', card: { idNumber: LI.idNumber, name: LI.name, birth: '1990-01-01' } });
  simulator.lift();
  await untilLast({ type: 'cardLifted' });
  simulator.lay(WANG);
  await untilLast({ type: 'cardRead', card: { idNumber: WANG.idNumber, validTo: 'longTerm' } });
  expect(told.filter(({ type }) => type === 'cardRead')).toHaveLength(2);
});

test('garbage, single bytes and extra AA on a real line', async () => {
  Object.assign(simulator.quirks, {
    garbageBeforeReply: [0x00, 0xaa, 0xaa, 0x96, 0xff],
    sendsByteByByte: true,
    hasExtraPreamble: true,
  });
  simulator.lay(LI);
  await untilLast({ type: 'cardRead', card: { idNumber: LI.idNumber } });
});

test('the plug is pulled while it polls and put back twice; each time it works again', async () => {
  await untilLast({ type: 'status', status: { state: 'ready' } });
  for (const card of [LI, WANG]) {
    await ptys.unplug();
    await untilLast({ type: 'status', status: { state: 'fault' } });
    simulator.lay(card);
    await ptys.replug();
    await untilLast({ type: 'cardRead', card: { idNumber: card.idNumber } });
    simulator.lift();
    await untilLast({ type: 'cardLifted' });
  }
});

test('a path that is not there yet is taken up when it comes', async () => {
  await ptys.unplug();
  await reader.stop();
  told = [];
  reader.start();
  await untilLast({ type: 'status', status: { state: 'fault', code: 'portUnavailable' } });
  await ptys.replug();
  await untilLast({ type: 'status', status: { state: 'ready' } });
});
