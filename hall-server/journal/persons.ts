// People, outside the chain: a surrogate for each ID number, and a sealed name.
import { createHmac, randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Keys } from './keys.ts';
import { overwriting, seal, unseal } from './sealed-field.ts';

/** What tells a person from all others. */
export interface PersonNumber {
  readonly idNumber: string;
  /** Left out: an ID card. Numbers are unique within a kind of paper and its issuer only. */
  readonly paper?: 'passport' | 'travelDocument';
  readonly issuer?: string;
}

/** A person's number, and the name that the window may see. */
export interface PersonPaper extends PersonNumber {
  /** Null where a number was typed: a name that a card has told before stays. */
  readonly name: string | null;
}

export interface ResolvedPerson {
  readonly personRef: string;
  /** Writes the person inside the present transaction; without it nothing is kept. */
  readonly save: () => void;
}

export interface Persons {
  resolve(paper: PersonPaper, at: number): ResolvedPerson;
  /** Null when nobody with this number is known. */
  find(number: PersonNumber): string | null;
  isKnown(personRef: string): boolean;
  nameOf(personRef: string): string | null;
  /** False when there is no such person. */
  erase(personRef: string): boolean;
  clearFields(): void;
  /** To be called when a transaction has ended, either way. */
  forgetPending(): void;
}

export function openPersons(db: Database, keys: Keys): Persons {
  const findRef = db.prepare<[Buffer], string>('SELECT person_ref FROM person WHERE id_number_hash = ?').pluck();
  const exists = db.prepare<[string], number>('SELECT 1 FROM person WHERE person_ref = ?').pluck();
  const findName = db.prepare<[string], Buffer | null>('SELECT sealed_name FROM person WHERE person_ref = ?').pluck();
  const upsert = db.prepare(
    `INSERT INTO person (person_ref, id_number_hash, sealed_name, created_at, last_seen_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id_number_hash) DO UPDATE SET sealed_name = coalesce(excluded.sealed_name, sealed_name), last_seen_at = excluded.last_seen_at`,
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

  const hashOf = ({ idNumber, paper, issuer }: PersonNumber): Buffer => {
    // An ID card's number stands alone, as it always did; no number holds a slash.
    const number = paper === undefined ? idNumber : `${paper}/${issuer ?? ''}/${idNumber}`;
    return createHmac('sha256', keys.idNumber).update(normalised(number)).digest();
  };

  return {
    resolve: ({ name, ...paper }, at) => {
      const numberHash = hashOf(paper);
      const personRef = surrogateOf(numberHash);
      const sealed = name === null ? null : seal(keys.personField, personRef, name);
      const save = () => void overwriting(db, () => upsert.run(personRef, numberHash, sealed, at, at));
      return { personRef, save };
    },
    find: (number) => findRef.get(hashOf(number)) ?? null,
    isKnown: (personRef) => exists.get(personRef) !== undefined,
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

/** Readers and people write the check letter large or small, in half or full width, and with spaces. */
function normalised(idNumber: string): string {
  return idNumber.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}
