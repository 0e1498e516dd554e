// The driver against a module whose every reply was typed by hand (docs/protocols/id-card-reader.md): no simulator and no encoder of ours in between.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryLine } from '../../port/memory-port.ts';
import type { Port } from '../../port/port.ts';
import { SdtIdCardReader } from './driver.ts';
import { bytesOf, goldenReadReply } from './testing/golden.ts';
import { pass } from './testing/driver-bench.ts';

const STATUS = 'aaaaaa9669000311ffed';
const SAM_ID = 'aaaaaa9669000312ffee';
const FIND = 'aaaaaa96690003200122';
const SELECT = 'aaaaaa96690003200221';
const READ = 'aaaaaa96690003300132';
const NEW_ADDRESS = 'aaaaaa96690003300330';

const GOOD = bytesOf('AAAAAA9669 0004 000090 94');
const NUMBERED = bytesOf('AAAAAA9669 0014 000090 00000000 00000000 00000000 00000000 84');
const NO_CARD = bytesOf('AAAAAA9669 0004 000080 84');
const FOUND = bytesOf('AAAAAA9669 0008 00009F 00000000 97');
const SELECTED = bytesOf('AAAAAA9669 000C 000090 0000000000000000 9C');
const NO_SUCH_ITEM = bytesOf('AAAAAA9669 0004 000091 95');
const SELF_TEST_FAILED = bytesOf('AAAAAA9669 0004 000060 64');
const NOT_AUTHORISED = bytesOf('AAAAAA9669 0004 000066 62');

let module: Port;
let reader: SdtIdCardReader;
let asked: string[];
let told: string[];
let replies: Map<string, Uint8Array>;

beforeEach(async () => {
  vi.useFakeTimers();
  const line = memoryLine('sdt-golden');
  asked = [];
  told = [];
  replies = new Map([
    [STATUS, GOOD],
    [SAM_ID, NUMBERED],
    [FIND, NO_CARD],
    [SELECT, SELECTED],
    [READ, goldenReadReply()],
    [NEW_ADDRESS, NO_SUCH_ITEM],
  ]);
  module = line.devicePort();
  await module.open();
  module.onBytes((bytes) => {
    const request = Buffer.from(bytes).toString('hex');
    asked.push(request);
    void module.write(replies.get(request) ?? NO_CARD);
  });
  reader = new SdtIdCardReader(line.hostPort());
  reader.onEvent((event) => {
    if (event.type === 'cardRead') told.push(event.card.idNumber);
    else if (event.type === 'status')
      told.push(event.status.state === 'fault' ? event.status.code : event.status.state);
    else told.push(event.type);
  });
  reader.start();
  await pass(100);
});

afterEach(async () => {
  await reader.stop();
  await module.close();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

test.each([
  ['60, the self-test failed', SELF_TEST_FAILED],
  ['66, not authorised', NOT_AUTHORISED],
])('%s: a fault of the device, and ready when the module is', async (_name, reply) => {
  expect(told).toEqual(['ready']);
  for (const request of replies.keys()) replies.set(request, reply);
  await pass(1000);
  expect(told).toEqual(['ready', 'deviceFault']);
  replies.set(STATUS, GOOD).set(SAM_ID, NUMBERED).set(FIND, NO_CARD);
  await pass(5000);
  expect(told).toEqual(['ready', 'deviceFault', 'ready']);
});

test('91 to the question for the newest address: the card lies there still, and is read once', async () => {
  replies.set(FIND, FOUND);
  await pass(3000);
  expect(told).toEqual(['ready', '11010519491231002X']);
  expect(asked.filter((request) => request === READ)).toHaveLength(1);
  expect(asked.filter((request) => request === NEW_ADDRESS).length).toBeGreaterThan(2);
});
