// Bearer tokens: 32 random bytes that only their holder knows; the hall keeps the SHA-256.
import { createHash, randomBytes } from 'node:crypto';
import type { Principal } from '@jiaohao/contracts/principal';
import type { Hall } from '../hall-door.ts';

const TOKEN_BYTES = 32;
const TOKEN_LENGTH_MAX = 200;

export function issueToken(hall: Hall, who: Principal): string {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  hall.credentials.addToken(tokenHash(token), who, hall.now());
  return token;
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}

/** Null for a token that nobody was given. */
export function principalOf(hall: Hall, token: string): Principal | null {
  if (token.length === 0 || token.length > TOKEN_LENGTH_MAX) return null;
  return hall.credentials.findToken(tokenHash(token));
}

/** The token of an `Authorization: Bearer` header (RFC 6750 section 2.1); null for every other header. */
export function bearerToken(header: string | undefined): string | null {
  const match = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(header ?? '');
  return match?.[1] ?? null;
}
