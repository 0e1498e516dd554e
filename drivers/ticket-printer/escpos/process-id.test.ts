// Four printable characters per job, none twice before all were used.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PROCESS_ID_COUNT, processIdBytes } from './process-id.ts';

it('counts in base 95 from four spaces to four tildes and round again', () => {
  expect(processIdBytes(0)).toEqual([0x20, 0x20, 0x20, 0x20]);
  expect(processIdBytes(1)).toEqual([0x20, 0x20, 0x20, 0x21]);
  expect(processIdBytes(95)).toEqual([0x20, 0x20, 0x21, 0x20]);
  expect(processIdBytes(PROCESS_ID_COUNT - 1)).toEqual([0x7e, 0x7e, 0x7e, 0x7e]);
  expect(processIdBytes(PROCESS_ID_COUNT)).toEqual(processIdBytes(0));
});

it('different jobs have different ids', () => {
  const counter = fc.integer({ min: 0, max: PROCESS_ID_COUNT - 1 });
  fc.assert(
    fc.property(counter, counter, (one, other) => {
      const isSame = processIdBytes(one).join() === processIdBytes(other).join();
      expect(isSame).toBe(one === other);
      expect(processIdBytes(one).every((byte) => byte >= 0x20 && byte <= 0x7e)).toBe(true);
    }),
  );
});
