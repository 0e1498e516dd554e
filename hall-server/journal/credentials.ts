// Tokens and passwords: outside the journal, as hashes only.
import type { Principal } from '@jiaohao/contracts/principal';
import type { Database } from 'better-sqlite3';
import { orStorageFull } from './errors.ts';

export interface Credentials {
  /** Null for an unknown or a revoked token. */
  findToken(tokenHash: Buffer): Principal | null;
  addToken(tokenHash: Buffer, who: Principal, createdAt: number): void;
  /** Ends every token of a principal; how many there were. */
  revokeTokens(who: Principal, revokedAt: number): number;
  passwordOf(staffNo: string): string | null;
  setPassword(staffNo: string, encoded: string): void;
}

export function openCredentials(db: Database): Credentials {
  const find = db
    .prepare<[Buffer], string>('SELECT principal FROM credential WHERE token_hash = ? AND revoked_at IS NULL')
    .pluck();
  const add = db.prepare('INSERT INTO credential (token_hash, kind, id, principal, created_at) VALUES (?, ?, ?, ?, ?)');
  const revoke = db.prepare('UPDATE credential SET revoked_at = ? WHERE kind = ? AND id IS ? AND revoked_at IS NULL');
  const findPassword = db.prepare<[string], string>('SELECT encoded FROM staff_password WHERE staff_no = ?').pluck();
  const savePassword = db.prepare(
    'INSERT INTO staff_password (staff_no, encoded) VALUES (?, ?) ON CONFLICT (staff_no) DO UPDATE SET encoded = excluded.encoded',
  );
  return {
    findToken: (tokenHash) => {
      const principal = find.get(tokenHash);
      return principal === undefined ? null : (JSON.parse(principal) as Principal);
    },
    addToken: (tokenHash, who, createdAt) =>
      void orStorageFull(() => add.run(tokenHash, who.kind, idOf(who), JSON.stringify(who), createdAt)),
    revokeTokens: (who, revokedAt) => orStorageFull(() => revoke.run(revokedAt, who.kind, idOf(who)).changes),
    passwordOf: (staffNo) => findPassword.get(staffNo) ?? null,
    setPassword: (staffNo, encoded) => void orStorageFull(() => savePassword.run(staffNo, encoded)),
  };
}

function idOf(who: Principal): string | null {
  switch (who.kind) {
    case 'terminal':
      return who.terminalId;
    case 'display':
      return who.displayId;
    case 'clerk':
      return who.staffNo;
    case 'monitor':
      return who.monitorId;
    case 'admin':
    case 'applicant':
    case 'hall':
      return null;
  }
}
