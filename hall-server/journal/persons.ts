// The one place with personal data, outside the chain: a surrogate for each ID number, and a sealed name.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Keys } from './keys.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;

export interface IdCard {
  readonly idNumber: string;
  readonly name: string;
}

export interface ResolvedPerson {
  readonly personRef: string;
  /** Writes the person inside the present transaction; without it nothing is kept. */
  readonly save: () => void;
}

export interface Persons {
  resolve(card: IdCard, at: number): ResolvedPerson;
  nameOf(personRef: string): string | null;
  /** False when there is no such person. */
  erase(personRef: string): boolean;
  clearFields(): void;
  /** To be called when a transaction has ended, either way. */
  forgetPending(): void;
}

export function openPersons(db: Database, keys: Keys): Persons {
  const findRef = db.prepare<[Buffer], string>('SELECT person_ref FROM person WHERE id_number_hash = ?').pluck();
  const findName = db.prepare<[string], Buffer | null>('SELECT sealed_name FROM person WHERE person_ref = ?').pluck();
  const upsert = db.prepare(
    `INSERT INTO person (person_ref, id_number_hash, sealed_name, created_at, last_seen_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id_number_hash) DO UPDATE SET sealed_name = excluded.sealed_name, last_seen_at = excluded.last_seen_at`,
  );
  const erase = db.prepare('DELETE FROM person WHERE person_ref = ?');
  const clear = db.prepare('UPDATE person SET sealed_name = NULL WHERE sealed_name IS NOT NULL');
  // Surrogates made but not yet committed: the same card twice in one transaction is one person.
  const pending = new Map<string, string>();

  const surrogateOf = (numberHash: Buffer): string => {
    const pendingKey = numberHash.toString('base64');
    const known = findRef.get(numberHash) ?? pending.get(pendingKey);
    if (known !== undefined) return known;
    const made = `p${randomBytes(12).toString('hex')}`;
    pending.set(pendingKey, made);
    return made;
  };

  return {
    resolve: ({ idNumber, name }, at) => {
      const numberHash = createHmac('sha256', keys.idNumber).update(normalised(idNumber)).digest();
      const personRef = surrogateOf(numberHash);
      const sealed = seal(keys.personField, personRef, name);
      const save = () => void overwriting(db, () => upsert.run(personRef, numberHash, sealed, at, at));
      return { personRef, save };
    },
    nameOf: (personRef) => {
      const sealed = findName.get(personRef) ?? null;
      return sealed === null ? null : unseal(keys.personField, personRef, sealed);
    },
    erase: (personRef) => {
      for (const [key, ref] of pending) if (ref === personRef) pending.delete(key);
      return overwriting(db, () => erase.run(personRef)).changes === 1;
    },
    clearFields: () => void overwriting(db, () => clear.run()),
    forgetPending: () => pending.clear(),
  };
}

/** What a statement takes away is overwritten with zeros (sqlite.org/pragma.html#pragma_secure_delete): no other table needs it. */
function overwriting<T>(db: Database, work: () => T): T {
  db.pragma('secure_delete = ON');
  try {
    return work();
  } finally {
    db.pragma('secure_delete = OFF');
  }
}

/** Readers and people write the check letter large or small, in half or full width, and with spaces. */
function normalised(idNumber: string): string {
  return idNumber.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

/** AES-256-GCM, bound to the person so that sealed names cannot change places: iv, tag, ciphertext. */
function seal(key: KeyObject, personRef: string, text: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(personRef));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function unseal(key: KeyObject, personRef: string, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(personRef))
    .setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}
