// What the journal promises about people: one surrogate for one card, and neither number nor name in any file.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { issued } from './testing/sample-events.ts';
import { appendAll, queryAll, tamper, temporaryFolder, withJournal } from './testing/temporary-journal.ts';

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
    expect(journal.erasePerson(personRef)).toBe(true);
    expect(journal.erasePerson(personRef)).toBe(false);
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
    journal.erasePerson(personRef);
  });
  expectNoTrace(folder);
});

test('an erased person leaves no byte in the database, not in its free places either', () => {
  const folder = temporaryFolder();
  const bytesOf = () => readFileSync(join(folder, 'hall.db'));
  const { personRef, idNumberHash } = withJournal(folder, (journal) => {
    // Twice, with another name: what the second visit replaced must go too.
    for (const name of [CARD.name, '欧阳司马']) journal.resolvePerson({ ...CARD, name }, 1).save();
    const { personRef } = journal.resolvePerson(CARD, 2);
    const rows = queryAll(folder, 'SELECT id_number_hash, sealed_name FROM person') as Record<string, Buffer>[];
    return { personRef, idNumberHash: rows[0]?.['id_number_hash'] ?? Buffer.alloc(0) };
  });
  expect(bytesOf().includes(personRef) && bytesOf().includes(idNumberHash)).toBe(true);
  withJournal(folder, (journal) => expect(journal.erasePerson(personRef)).toBe(true));
  expect(bytesOf().includes(personRef) || bytesOf().includes(idNumberHash)).toBe(false);
});

/** `control` is a text that must be found, to show that the search sees what is there. */
function expectNoTrace(folder: string, control?: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = Buffer.concat(files.map((file) => readFileSync(join(file.parentPath, file.name))));
  for (const text of [CARD.idNumber, CARD.name]) {
    for (const encoding of ['utf8', 'utf16le'] as const)
      expect(bytes.includes(Buffer.from(text, encoding))).toBe(false);
    expect(bytes.includes(Buffer.from(text).toString('base64').replace(/=+$/, ''))).toBe(false);
    expect(bytes.includes(Buffer.from(text).toString('hex'))).toBe(false);
  }
  if (control !== undefined) expect(bytes.includes(control)).toBe(true);
}
