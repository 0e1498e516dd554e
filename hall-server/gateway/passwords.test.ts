// argon2id in PHC texts, checked against the reference implementation's own example.
import { expect, test } from 'vitest';
import { encodePassword, verifyPassword } from './passwords.ts';

/** P-H-C/phc-winner-argon2, src/test.c, argon2id version 0x13: password "password", salt "somesalt". */
const REFERENCE = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';

test('the reference text is verified with the parameters that stand in it', async () => {
  expect(await verifyPassword('password', REFERENCE)).toBe(true);
  expect(await verifyPassword('Password', REFERENCE)).toBe(false);
});

test('a password set is a password that works, with a salt of its own', async () => {
  const [first, second] = [await encodePassword('工号密码 1001'), await encodePassword('工号密码 1001')];
  expect(first).not.toBe(second);
  expect(await verifyPassword('工号密码 1001', first)).toBe(true);
  expect(await verifyPassword('工号密码 1002', first)).toBe(false);
});

test('nobody has no password, not even the empty one, and asking costs a hash', async () => {
  expect(await verifyPassword('', null)).toBe(false);
  expect(await verifyPassword('\0'.repeat(32), null)).toBe(false);
});

test('a text that is not argon2id is a fault of the store, never a match', async () => {
  for (const text of ['', 'password', '$2b$10$abcdefghijklmnopqrstuv', REFERENCE.replace('argon2id', 'argon2i')]) {
    await expect(verifyPassword('password', text)).rejects.toThrow('not an argon2id text');
  }
});
