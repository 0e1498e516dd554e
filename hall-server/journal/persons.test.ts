// What the journal promises about people: one surrogate for one card, and neither number nor name in any file.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { issued } from './testing/sample-events.ts';
import {
  appendAll,
  bytesOf,
  eraseData,
  queryAll,
  tamper,
  temporaryFolder,
  withJournal,
} from './testing/temporary-journal.ts';

// The number of no one: the region code 999999 is not given out.
const CARD = { idNumber: '99999919500101001X', name: '欧阳测试' };

test('a surrogate is random and is kept only when saved', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => {
    const first = journal.resolvePerson(CARD, 1);
    expect(first.personRef).toMatch(/^p[0-9a-f]{24}$/);
    journal.begin();
    journal.rollback();
    expect(journal.resolvePerson(CARD, 1).personRef).not.toBe(first.personRef);
    expect(queryAll(folder, 'SELECT * FROM person')).toEqual([]);
  });
});

test('the same card is the same person: within a transaction, after it, after a restart, however it is written', () => {
  const folder = temporaryFolder();
  const personRef = withJournal(folder, (journal) => {
    journal.begin();
    const first = journal.resolvePerson(CARD, 1);
    const second = journal.resolvePerson(CARD, 1);
    first.save();
    second.save();
    expect(second.personRef).toBe(first.personRef);
    journal.commit();
    return first.personRef;
  });
  withJournal(folder, (journal) => {
    for (const idNumber of ['99999919500101001x', ' 999999 19500101 001X', '９９９９９９19500101001Ｘ']) {
      expect(journal.resolvePerson({ ...CARD, idNumber }, 2).personRef).toBe(personRef);
    }
    expect(journal.resolvePerson({ ...CARD, idNumber: '999999195001010028' }, 2).personRef).not.toBe(personRef);
  });
});

test('the name is read back by the surrogate, newest first seen last', () => {
  withJournal(temporaryFolder(), (journal) => {
    const { personRef, save } = journal.resolvePerson(CARD, 1);
    save();
    expect(journal.personName(personRef)).toBe('欧阳测试');
    journal.resolvePerson({ ...CARD, name: '欧阳䶮' }, 2).save();
    expect(journal.personName(personRef)).toBe('欧阳䶮');
    expect(journal.personName('p000000000000000000000000')).toBeNull();
  });
});

test('a number without a name (rule Q30) brings none, and takes none away that a card has told', () => {
  withJournal(temporaryFolder(), (journal) => {
    const { personRef, save } = journal.resolvePerson({ ...CARD, name: null }, 1);
    save();
    expect(journal.personName(personRef)).toBeNull();
    journal.resolvePerson(CARD, 2).save();
    journal.resolvePerson({ ...CARD, name: null }, 3).save();
    expect(journal.personName(personRef)).toBe(CARD.name);
  });
});

test('clearing the names keeps the person; the next card brings the name back', () => {
  withJournal(temporaryFolder(), (journal) => {
    const { personRef, save } = journal.resolvePerson(CARD, 1);
    save();
    journal.clearPersonFields();
    expect(journal.personName(personRef)).toBeNull();
    const again = journal.resolvePerson(CARD, 2);
    again.save();
    expect(again.personRef).toBe(personRef);
    expect(journal.personName(personRef)).toBe('欧阳测试');
  });
});

test('an erased person is gone, and the same card is somebody new', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => {
    const { personRef, save } = journal.resolvePerson(CARD, 1);
    save();
    expect(eraseData(journal, { kind: 'paper', paper: CARD })).toEqual({ personRef, commentRefs: [] });
    expect(eraseData(journal, { kind: 'paper', paper: CARD })).toEqual({ personRef: null, commentRefs: [] });
    expect(queryAll(folder, 'SELECT * FROM person')).toEqual([]);
    expect(journal.resolvePerson(CARD, 2).personRef).not.toBe(personRef);
  });
});

test('a sealed name put at another person does not open', () => {
  const folder = temporaryFolder();
  const personRef = withJournal(folder, (journal) => {
    journal.resolvePerson({ idNumber: '999999195001010028', name: '别人' }, 1).save();
    const { personRef: ref, save } = journal.resolvePerson(CARD, 1);
    save();
    return ref;
  });
  tamper(folder, `UPDATE person SET sealed_name = (SELECT sealed_name FROM person WHERE person_ref <> '${personRef}')`);
  withJournal(folder, (journal) => expect(() => journal.personName(personRef)).toThrow());
});

test('any name is sealed and read back', () => {
  withJournal(temporaryFolder(), (journal) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), (name) => {
        const { personRef, save } = journal.resolvePerson({ ...CARD, name }, 1);
        journal.begin();
        save();
        expect(journal.personName(personRef)).toBe(name);
        journal.rollback();
      }),
      { numRuns: 50 },
    );
  });
});

test('neither number nor name stands in any file of the folder, while running and after', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => {
    const command = { type: 'issueTicket', idCard: CARD } as const;
    const { personRef, save } = journal.resolvePerson(CARD, 1);
    save();
    appendAll(journal, [issued(1, { personRef })]);
    const bodyMark = journal.bodyMark(command);
    journal.saveAnswer({ principalKey: 'terminal/k01', requestId: 'request-1', bodyMark, answer: { ok: true } }, 1);
    expectNoTrace(folder, personRef);
    journal.clearPersonFields();
    eraseData(journal, { kind: 'paper', paper: CARD });
  });
  expectNoTrace(folder);
});

test('an erased person leaves no byte in any file: not in free places, and not in the log once that is scrubbed', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => {
    journal.reserveLog();
    // Twice, with another name: what the second visit replaced must go too.
    for (const name of [CARD.name, '欧阳司马']) journal.resolvePerson({ ...CARD, name }, 1).save();
    const { personRef } = journal.resolvePerson(CARD, 2);
    const [row] = queryAll(folder, 'SELECT id_number_hash AS hash, sealed_name AS name FROM person') as Traces[];
    if (row === undefined) throw new Error('the person was kept');
    const traces = [personRef, row.hash, row.name];
    const found = () => traces.map((trace) => bytesOf(folder).includes(trace));
    expect(found()).toEqual([true, true, true]);

    eraseData(journal, { kind: 'paper', paper: CARD });
    expect(journal.log.isDue).toBe(true);
    journal.log.scrub();
    expect(journal.log.isDue).toBe(false);
    expect(found()).toEqual([false, false, false]);

    appendAll(journal, [issued(1)]);
    journal.close();
    expect(found()).toEqual([false, false, false]);
  });
});

test('a log that is read is scrubbed later, and one left behind by a crash at the next start', () => {
  const [folder, crashed] = [temporaryFolder(), temporaryFolder()];
  withJournal(folder, (journal) => {
    journal.reserveLog();
    const { personRef, save } = journal.resolvePerson(CARD, 1);
    save();
    const reader = new Database(join(folder, 'hall.db'), { readonly: true });
    reader.exec('BEGIN; SELECT count(*) FROM person');
    eraseData(journal, { kind: 'paper', paper: CARD });
    journal.log.scrub();
    expect(journal.log.isDue).toBe(true);
    cpSync(folder, crashed, { recursive: true });
    expect(bytesOf(crashed).includes(personRef)).toBe(true);
    reader.close();
    journal.log.scrub();
    expect([journal.log.isDue, bytesOf(folder).includes(personRef)]).toEqual([false, false]);
    withJournal(crashed, (restarted) => {
      expect(restarted.log.isDue).toBe(true);
      restarted.log.scrub();
      expect([restarted.log.isDue, bytesOf(crashed).includes(personRef)]).toEqual([false, false]);
    });
  });
});

interface Traces {
  readonly hash: Buffer;
  readonly name: Buffer;
}

/** `control` is a text that must be found, to show that the search sees what is there. */
function expectNoTrace(folder: string, control?: string): void {
  const bytes = bytesOf(folder);
  for (const text of [CARD.idNumber, CARD.name]) {
    for (const encoding of ['utf8', 'utf16le'] as const)
      expect(bytes.includes(Buffer.from(text, encoding))).toBe(false);
    expect(bytes.includes(Buffer.from(text).toString('base64').replace(/=+$/, ''))).toBe(false);
    expect(bytes.includes(Buffer.from(text).toString('hex'))).toBe(false);
  }
  if (control !== undefined) expect(bytes.includes(control)).toBe(true);
}
