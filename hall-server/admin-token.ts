// The administrator's token: made once, kept in a file that only its owner can read, known to the hall by its hash.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CredentialStore } from './hall-door.ts';

/** Makes `DIR/admin-token` (mode 0600) where it is missing; a file that is there is taken as it is. */
export function ensureAdminToken(folder: string, credentials: CredentialStore, now: number): void {
  const file = join(folder, 'admin-token');
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  const hash = createHash('sha256').update(readFileSync(file, 'utf8').trim()).digest();
  if (credentials.findToken(hash) === null) credentials.addToken(hash, { kind: 'admin' }, now);
}
