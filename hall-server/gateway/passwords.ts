// Passwords as argon2id texts in the PHC format, parameters inside, so that a later hall can raise them.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, 2 passes, 1 lane. */
const PARAMETERS = { memoryKib: 19_456, passes: 2, lanes: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** 0x13, the version of RFC 9106; the only one that node:crypto knows. */
const ARGON2_VERSION = 19;

interface EncodedPassword {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>`, Base64 without padding. */
export async function encodePassword(password: string): Promise<string> {
  const { memoryKib, passes, lanes } = PARAMETERS;
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, { ...PARAMETERS, salt, hashBytes: HASH_BYTES });
  return `$argon2id$v=${ARGON2_VERSION}$m=${memoryKib},t=${passes},p=${lanes}$${unpadded(salt)}$${unpadded(hash)}`;
}

/**
 * Whether the password belongs to the encoded text. With null (nobody by that number, or no password yet) it takes as
 * long and is false: how long an answer takes says nothing about which staff numbers exist.
 */
export async function verifyPassword(password: string, encoded: string | null): Promise<boolean> {
  const parts = encoded === null ? null : decode(encoded);
  const { salt, hash, ...cost } = parts ?? {
    ...PARAMETERS,
    salt: Buffer.alloc(SALT_BYTES),
    hash: Buffer.alloc(HASH_BYTES),
  };
  const derived = await derive(password, { ...cost, salt, hashBytes: hash.length });
  return timingSafeEqual(derived, hash) && parts !== null;
}

const PHC = /^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,64})\$([A-Za-z0-9+/]{22,128})$/;

function decode(encoded: string): EncodedPassword {
  const match = PHC.exec(encoded);
  if (match === null) throw new Error('A stored password is not an argon2id text');
  const [, memory = '', passes = '', lanes = '', salt = '', hash = ''] = match;
  return {
    memoryKib: Number(memory),
    passes: Number(passes),
    lanes: Number(lanes),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

interface Cost {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
  readonly salt: Buffer;
  readonly hashBytes: number;
}

/** Runs on a thread of libuv's pool: the event loop, and every call in the hall, goes on. */
function derive(password: string, cost: Cost): Promise<Buffer> {
  const parameters = {
    message: Buffer.from(password.normalize('NFC'), 'utf8'),
    nonce: cost.salt,
    parallelism: cost.lanes,
    tagLength: cost.hashBytes,
    memory: cost.memoryKib,
    passes: cost.passes,
  };
  return new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, derived) => (error === null ? resolve(derived) : reject(error)));
  });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
