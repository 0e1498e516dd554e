// Tokens, passwords and receipts: kept over a restart, outside the chain.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { CredentialStore } from '../hall-door.ts';
import { temporaryFolder, withJournal } from './testing/temporary-journal.ts';

const tokenHash = createHash('sha256').update('token').digest();

test('a token names its principal until it is revoked', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => {
    const store: CredentialStore = journal.credentials;
    store.addToken(tokenHash, { kind: 'display', displayId: 'd01' }, 1);
    store.addToken(createHash('sha256').update('other').digest(), { kind: 'display', displayId: 'd02' }, 1);
  });
  withJournal(folder, (journal) => {
    expect(journal.credentials.findToken(tokenHash)).toEqual({ kind: 'display', displayId: 'd01' });
    expect(journal.credentials.findToken(Buffer.alloc(32))).toBeNull();
    expect(journal.credentials.revokeTokens({ kind: 'display', displayId: 'd01' }, 2)).toBe(1);
    expect(journal.credentials.findToken(tokenHash)).toBeNull();
    expect(journal.credentials.revokeTokens({ kind: 'display', displayId: 'd01' }, 3)).toBe(0);
  });
});

test('a principal without an id has tokens too', () => {
  withJournal(temporaryFolder(), ({ credentials }) => {
    credentials.addToken(tokenHash, { kind: 'admin' }, 1);
    expect(credentials.findToken(tokenHash)).toEqual({ kind: 'admin' });
    expect(credentials.revokeTokens({ kind: 'admin' }, 2)).toBe(1);
  });
});

test('a password is replaced by the next', () => {
  const folder = temporaryFolder();
  withJournal(folder, ({ credentials }) => {
    expect(credentials.passwordOf('1001')).toBeNull();
    credentials.setPassword('1001', '$argon2id$first');
    credentials.setPassword('1001', '$argon2id$second');
  });
  withJournal(folder, ({ credentials }) => expect(credentials.passwordOf('1001')).toBe('$argon2id$second'));
});

test('a display’s receipt of a call counts once', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => {
    journal.saveReceipts([
      { callSeq: 5, displayId: 'd02', paintedAt: 10 },
      { callSeq: 5, displayId: 'd01', paintedAt: 11 },
      { callSeq: 6, displayId: 'd01', paintedAt: 12 },
    ]);
    journal.saveReceipts([{ callSeq: 5, displayId: 'd01', paintedAt: 99 }]);
  });
  withJournal(folder, (journal) => {
    expect(journal.receiptsOf(5)).toEqual(['d01', 'd02']);
    expect(journal.receiptsOf(7)).toEqual([]);
  });
});
