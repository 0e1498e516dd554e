// The administrator's token: made once, kept in a file that only its owner can read, known to the hall by its hash.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CredentialStore } from './hall-door.ts';
import { OptionMistake } from './server-options.ts';

const SHORTEST = 32;

/**
 * Makes `DIR/admin-token` (mode 0600) where it is missing. A file that is there is taken as it is; another token than
 * before ends the one before. Throws OptionMistake for a file that cannot be a token.
 */
export function ensureAdminToken(folder: string, credentials: CredentialStore, now: number): void {
  const file = join(folder, 'admin-token');
  if (!existsSync(file)) makeToken(file);
  const token = readFileSync(file, 'utf8').trim();
  if (token.length < SHORTEST) {
    throw new OptionMistake(
      `${file} holds no token (${SHORTEST} characters at least). Delete it, and the next start makes a new one.`,
    );
  }
  const hash = createHash('sha256').update(token).digest();
  if (credentials.findToken(hash) !== null) return;
  credentials.revokeTokens({ kind: 'admin' }, now);
  credentials.addToken(hash, { kind: 'admin' }, now);
}

/** Written whole or not at all: half a token would lock everybody out. */
function makeToken(file: string): void {
  const half = `${file}.new`;
  writeFileSync(half, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  renameSync(half, file);
}
