// What an installer learns of a reader and of one card: golden blocks, the newest address, photo through a decoder or not.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { memoryLine } from '../port/memory-port.ts';
import { probeIdCardReader, readWholeCard } from './commissioning.ts';
import { SdtReaderSimulator } from './sdt/simulator.ts';
import { FOREIGNER_2017_BLOCK, FOREIGNER_2023_BLOCK, HK_BLOCK, RESIDENT_BLOCK } from './sdt/testing/golden.ts';
import { decodeWholeCard, nationName } from './sdt/whole-card.ts';

const CONFIG = { model: 'sdt', port: 'memory:commissioning' };
let simulator: SdtReaderSimulator;

beforeEach(() => {
  simulator = new SdtReaderSimulator(memoryLine('commissioning').devicePort());
  simulator.start();
});

afterEach(() => simulator.stop());

test('the module tells its number and its health; one that failed tells how', async () => {
  expect(await probeIdCardReader(CONFIG)).toEqual({
    samHealth: 'working',
    statusWords: [0, 0, 0x90],
    samId: '05.01-20151086-0000012345-1234567890',
  });
  for (const [samFault, samHealth] of [
    [0x60, 'selfTestFailed'],
    [0x66, 'notAuthorised'],
  ] as const) {
    simulator.quirks.samFault = samFault;
    expect(await probeIdCardReader(CONFIG)).toEqual({ samHealth, statusWords: [0, 0, samFault], samId: null });
  }
  simulator.quirks.samFault = null;
  simulator.quirks.nextSw3 = 0x24;
  expect(await probeIdCardReader(CONFIG)).toMatchObject({ samHealth: 'unclear' });
  await expect(probeIdCardReader({ ...CONFIG, model: 'textTriggered' })).rejects.toThrow(RangeError);
});

test('a card in full, its newest address and its photo; the port is free again afterwards', async () => {
  simulator.layBlock(RESIDENT_BLOCK);
  simulator.quirks.newAddress = '上海市新路2号';
  const picture = Uint8Array.of(0x42, 0x4d);
  const card = await readWholeCard(CONFIG, {
    decodePhoto: (photo) => Promise.resolve(picture.with(1, photo.length >> 8)),
  });
  expect(card).toMatchObject({
    ...{ kind: 'resident', name: '张三', sex: '女', nation: '汉', birth: '1949-12-31', address: '北京' },
    ...{ idNumber: '11010519491231002X', issuer: '公安局', validFrom: '2010-01-01', validTo: 'longTerm' },
    ...{ newAddress: '上海市新路2号', picture: Uint8Array.of(0x42, 4), passNumber: null },
  });
  expect(card.photo).toHaveLength(1024);
  simulator.quirks.newAddress = '';
  simulator.layBlock(HK_BLOCK);
  const next = await readWholeCard(CONFIG, { decodePhoto: () => Promise.reject(new Error('no licence')) });
  expect(next).toMatchObject({
    newAddress: null,
    picture: null,
    passNumber: 'H12345678',
    issueCount: '01',
    nation: null,
  });
});

test('trouble is told and waited out; waiting ends when asked to', async () => {
  const stop = new AbortController();
  simulator.quirks.authFails = true;
  simulator.layBlock(RESIDENT_BLOCK);
  const onTrouble = () => stop.abort(new Error('enough'));
  await expect(readWholeCard(CONFIG, { signal: stop.signal, onTrouble })).rejects.toThrow('enough');
});

test('foreigners in full', () => {
  expect(decodeWholeCard(FOREIGNER_2017_BLOCK)).toMatchObject({
    ...{ englishName: 'ANNA BAO', nationality: 'DEU', sex: '女', validFrom: '2017-03-05', address: null },
  });
  expect(decodeWholeCard(FOREIGNER_2023_BLOCK)).toMatchObject({
    ...{ englishName: 'A'.repeat(35) + 'B'.repeat(11), nationality: 'FRA', sex: '男', validTo: '2033-11-30' },
  });
  expect(decodeWholeCard(RESIDENT_BLOCK.with(248, 0x5a))).toBeNull();
});

test.each([
  ['01', '汉'],
  ['20', '傈僳'],
  ['46', '德昂'],
  ['56', '基诺'],
  ['97', '其他'],
  ['57', '57'],
  ['00', '00'],
  ['??', '??'],
])('nation %s is %s: an unknown code is shown as it is', (code, name) => {
  expect(nationName(code)).toBe(name);
});
