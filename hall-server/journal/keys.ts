// The journal's secrets: files beside the database, never in it, so that a copy of the database alone proves and tells nothing.
import { createHmac, createSecretKey, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { StartRefused } from './errors.ts';

const KEY_BYTES = 32;
const KEY_NAMES = ['chain', 'person'] as const;
type KeyName = (typeof KEY_NAMES)[number];

export interface Keys {
  /** Of the hash chain. */
  readonly chain: KeyObject;
  /** Of the keyed hash by which an ID number is found again. */
  readonly idNumber: KeyObject;
  /** Of the encrypted fields of a person. */
  readonly personField: KeyObject;
  /** Of the free texts of evaluations. */
  readonly comment: KeyObject;
  /** Of the keyed hash of a request's body. */
  readonly requestBody: KeyObject;
  /** Of the tokens in the links of tickets. */
  readonly ticketLink: KeyObject;
}

/** Reads the keys; makes those that neither the folder nor the database knows yet (first start). */
export function openKeys(folder: string, db: Database): Keys {
  for (const name of KEY_NAMES) {
    const isNew = checkOf(db, name) === null;
    if (isNew && !existsSync(keyPath(folder, name))) createKey(folder, name);
    const key = readKey(folder, name, db);
    if (isNew) db.prepare('INSERT INTO key_check (name, mac) VALUES (?, ?)').run(name, macOf(key, name));
  }
  return readKeys(folder, db);
}

/** Reads the keys of a folder that has been in use; refuses a missing, damaged or foreign key. Writes nothing. */
export function readKeys(folder: string, db: Database): Keys {
  const chain = readKey(folder, 'chain', db);
  const person = readKey(folder, 'person', db);
  const derived = (purpose: string) =>
    createSecretKey(Buffer.from(hkdfSync('sha256', person, '', `jiaohao ${purpose}`, KEY_BYTES)));
  return {
    chain: createSecretKey(chain),
    idNumber: derived('id number'),
    personField: derived('person field'),
    comment: derived('comment'),
    requestBody: derived('request body'),
    ticketLink: derived('ticket link'),
  };
}

function readKey(folder: string, name: KeyName, db: Database): Buffer {
  const path = keyPath(folder, name);
  if (!existsSync(path)) {
    throw new StartRefused(
      'keyMissing',
      `The database is in use but its key ${path} is missing. Put the key back from its safe copy.`,
    );
  }
  const key = readFileSync(path);
  if (key.length !== KEY_BYTES) {
    throw new StartRefused(
      'keyDamaged',
      `The key ${path} has ${key.length} bytes, not ${KEY_BYTES}. Put the key back from its safe copy.`,
    );
  }
  const check = checkOf(db, name);
  if (check !== null && !timingSafeEqual(check, macOf(key, name))) {
    throw new StartRefused(
      'keyWrong',
      `The key ${path} is not the key of this database. Put the right key back from its safe copy.`,
    );
  }
  return key;
}

function checkOf(db: Database, name: KeyName): Buffer | null {
  return db.prepare<[string], Buffer>('SELECT mac FROM key_check WHERE name = ?').pluck().get(name) ?? null;
}

function macOf(key: Buffer, name: KeyName): Buffer {
  return createHmac('sha256', key).update(`jiaohao key check ${name}`).digest();
}

/** Written whole or not at all, and on the disk before the first event that needs it. */
function createKey(folder: string, name: KeyName): void {
  mkdirSync(join(folder, 'keys'), { recursive: true, mode: 0o700 });
  const path = keyPath(folder, name);
  const file = openSync(`${path}.new`, 'w', 0o600);
  writeSync(file, randomBytes(KEY_BYTES));
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.new`, path);
  // Windows cannot flush a folder; there the rename is in the file system's own journal.
  if (process.platform !== 'win32') flushFolder(join(folder, 'keys'));
}

function flushFolder(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function keyPath(folder: string, name: KeyName): string {
  return join(folder, 'keys', `${name}.key`);
}
