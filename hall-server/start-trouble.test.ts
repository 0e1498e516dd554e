// A server that cannot start says why in one sentence; a full disk in Chinese and English; only a bug shows its stack.
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { orStorageFull, StartRefused } from './journal/errors.ts';
import { startTrouble } from './start-trouble.ts';

function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
}

it('a full disk, whether SQLite or the system finds it', () => {
  const db = new Database(':memory:');
  db.pragma('max_page_count = 1');
  const bySqlite = caught(() => orStorageFull(() => db.exec('CREATE TABLE a(b); CREATE TABLE c(d)')));
  const bySystem = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  for (const error of [bySqlite, bySystem]) {
    expect(startTrouble(error)).toMatch(/^磁盘已满[^]* \/ The disk is full and the hall server cannot start/);
  }
});

it('a refusal and the system speak for themselves; anything else is a bug', () => {
  expect(startTrouble(new StartRefused('keyMissing', 'no key'))).toBe('no key');
  expect(startTrouble(caught(() => readFileSync('/dev/null/x')))).toContain('ENOTDIR');
  expect(startTrouble(new TypeError('x is undefined'))).toBeNull();
  expect(startTrouble('no error at all')).toBeNull();
});
