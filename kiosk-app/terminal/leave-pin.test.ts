// A PIN is known again, nothing else is, and guessing all of them takes longer than anybody stands at a kiosk.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterWrongPin, hashPin, isPin, NO_TRIES, PIN_HASH } from './leave-pin.ts';

test('the right PIN, and no other', async () => {
  const hash = await hashPin('482915');
  expect(hash).toMatch(PIN_HASH);
  expect(hash).not.toContain('482915');
  expect(await isPin('482915', hash)).toBe(true);
  for (const wrong of ['482916', '48291', '4829155', '', '000000']) expect(await isPin(wrong, hash)).toBe(false);
});

test('the same PIN is hashed otherwise each time', async () => {
  expect(await hashPin('123456')).not.toBe(await hashPin('123456'));
});

test.each(['12345', '1234567890123', '12a4', '', '１２３４'])('%j is no PIN', async (pin) => {
  await expect(hashPin(pin)).rejects.toThrow(RangeError);
});

test('known from another implementation', async () => {
  // Python: hashlib.scrypt(b"2468", salt=bytes(range(16)), n=32768, r=8, p=1, maxmem=2**26, dklen=32)
  const hash = 'scrypt:AAECAwQFBgcICQoLDA0ODw:pIUAer6Oxlsj1y6H_jjZh-98Ty3c4yb6EGAIZbJ42tU';
  expect(await isPin('2468', hash)).toBe(true);
  expect(await isPin('2469', hash)).toBe(false);
});

test('two wrong ones are free, then each costs twice the time of the one before, up to a quarter of an hour', () => {
  const pauses: number[] = [];
  let tries = NO_TRIES;
  for (let now = 1_000; pauses.length < 10; now += 1) {
    tries = afterWrongPin(tries, now);
    pauses.push(tries.blockedUntil - now);
  }
  expect(pauses).toEqual([0, 0, 30_000, 60_000, 120_000, 240_000, 480_000, 900_000, 900_000, 900_000]);
});

test('a pause never gets shorter by being wrong more often', () => {
  fc.assert(
    fc.property(fc.nat(5_000), fc.nat(1e9), (wrong, now) => {
      const next = afterWrongPin({ wrong, blockedUntil: 0 }, now);
      const further = afterWrongPin(next, now);
      expect(further.blockedUntil).toBeGreaterThanOrEqual(next.blockedUntil);
      expect(Number.isFinite(further.blockedUntil)).toBe(true);
    }),
  );
});
