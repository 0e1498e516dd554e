// The keyed hash is HMAC-SHA256 as everybody else computes it: the published vectors, and Node's own for any text.
import { createHmac, createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyedHash } from './keyed-hash.ts';

const NOTHING = Buffer.alloc(0);
/** RFC 4231, test cases 1 and 2. */
const VECTORS = [
  ['0b'.repeat(20), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
  ['4a656665', 'what do ya want for nothing?', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
] as const;

describe('keyedHash', () => {
  it.each(VECTORS)('is RFC 4231 for the key %s', (key, text, digest) => {
    const hash = keyedHash(createSecretKey(Buffer.from(key, 'hex')));
    expect(hash(NOTHING, text).toString('hex')).toBe(digest);
  });

  it('is what createHmac makes of any key, hash before and text, one after the other', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 64 }),
        fc.array(fc.tuple(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.string({ unit: 'binary' })), {
          maxLength: 5,
        }),
        (keyBytes, inputs) => {
          const key = createSecretKey(keyBytes);
          const hash = keyedHash(key);
          for (const [before, text] of inputs) {
            const wanted = createHmac('sha256', key).update(before).update(text).digest();
            expect(hash(Buffer.from(before), text)).toEqual(wanted);
          }
        },
      ),
    );
  });

  it('takes a text longer than its room, and a short one after it', () => {
    const key = createSecretKey(Buffer.alloc(32, 7));
    const hash = keyedHash(key);
    for (const text of ['叫'.repeat(5_000), 'short', '号'.repeat(1_365)]) {
      expect(hash(Buffer.alloc(32), text)).toEqual(
        createHmac('sha256', key).update(Buffer.alloc(32)).update(text).digest(),
      );
    }
  });

  it('refuses a key that it would have to hash first', () => {
    expect(() => keyedHash(createSecretKey(Buffer.alloc(65)))).toThrow('65 bytes');
  });
});
