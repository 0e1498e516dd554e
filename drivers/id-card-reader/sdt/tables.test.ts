// Status codes and timeouts against the tables of docs/protocols/id-card-reader.md.
import { expect, test } from 'vitest';
import { meaningOf } from './sw3.ts';
import { timeoutMsOf } from './timings.ts';

test('every documented status code, and no other', () => {
  const documented: Readonly<Record<string, number[]>> = {
    success: [0x90],
    cardFound: [0x9f],
    noSuchItem: [0x91],
    noCard: [0x80],
    selectFailed: [0x81],
    requestDamaged: [0x10, 0x11],
    unrecognised: [0x24],
    commandError: [0x21],
    notPermitted: [0x23],
    readFailed: [0x31, 0x32, 0x33, 0x37, 0x3f, 0x41, 0x47],
    unsupportedCard: [0x40],
    samFault: [0x60, 0x66],
  };
  const known = new Map(Object.entries(documented).flatMap(([meaning, codes]) => codes.map((code) => [code, meaning])));
  for (let sw3 = 0; sw3 < 256; sw3 += 1) expect(meaningOf(sw3)).toBe(known.get(sw3) ?? 'unknown');
});

test('a slow line gets its line time on top', () => {
  expect(timeoutMsOf('readCard', null)).toBe(3000);
  expect(timeoutMsOf('readCard', 115_200)).toBe(3000);
  // 1295 bytes: 1349 ms at 9600, 112 ms at 115200.
  expect(timeoutMsOf('readCard', 9600)).toBe(3000 + 1237);
  expect(timeoutMsOf('findCard', 9600)).toBe(1000 + 15);
  expect(timeoutMsOf('findCard', 230_400)).toBe(1000);
});
