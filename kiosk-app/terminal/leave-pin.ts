// The PIN with which staff leave the kiosk: kept as a slow hash, and guessing costs time.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** What a PIN may be: digits, as the staff page has no other keys. */
export const PIN_FORM = /^[0-9]{6,12}$/;
/** `scrypt:SALT:HASH`, both base64url. */
export const PIN_HASH = /^scrypt:[A-Za-z0-9_-]{22}:[A-Za-z0-9_-]{43}$/;

/** About 50 ms and 32 MiB a try (OWASP's floor for scrypt is N=2^17 at r=8; with three tries and growing pauses less is enough). */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** For `shell.leavePin` in a terminal's configuration. Throws RangeError for what is no PIN. */
export async function hashPin(pin: string): Promise<string> {
  if (!PIN_FORM.test(pin)) throw new RangeError('A PIN is 6 to 12 digits');
  const salt = randomBytes(SALT_BYTES);
  return `scrypt:${salt.toString('base64url')}:${(await derive(pin, salt)).toString('base64url')}`;
}

/** `hash` must have passed PIN_HASH. */
export async function isPin(pin: string, hash: string): Promise<boolean> {
  const [, salt = '', kept = ''] = hash.split(':');
  return timingSafeEqual(await derive(pin, Buffer.from(salt, 'base64url')), Buffer.from(kept, 'base64url'));
}

function derive(pin: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, HASH_BYTES, COST, (error, hash) => (error === null ? resolve(hash) : reject(error)));
  });
}

/** How often a wrong PIN was given in a row, and until when no further one is looked at (monotonic ms). */
export interface PinTries {
  readonly wrong: number;
  readonly blockedUntil: number;
}

export const NO_TRIES: PinTries = { wrong: 0, blockedUntil: 0 };

const PAUSE_FROM = 3;
const FIRST_BLOCK_MS = 30_000;
const LONGEST_BLOCK_MS = 15 * 60_000;

/** Two wrong ones are free; after the third and each further one there is a pause, twice as long each time. */
export function afterWrongPin({ wrong }: PinTries, now: number): PinTries {
  const doublings = wrong + 1 - PAUSE_FROM;
  const blockMs = doublings < 0 ? 0 : Math.min(FIRST_BLOCK_MS * 2 ** Math.min(doublings, 10), LONGEST_BLOCK_MS);
  return { wrong: wrong + 1, blockedUntil: now + blockMs };
}
