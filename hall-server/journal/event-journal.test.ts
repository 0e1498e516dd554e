// What the journal promises about events: appended in order, durable, chained, and read back as they were.
import { expect, test } from 'vitest';
import { JournalBroken } from './errors.ts';
import { configured, dayOpened, eventsFrom, visit } from './testing/sample-events.ts';
import { appendAll, tamper, temporaryFolder, twoDays, withJournal } from './testing/temporary-journal.ts';

test('everything before the first business day is read for a start, exactly as it was appended', () => {
  const folder = temporaryFolder();
  const events = withJournal(folder, (journal) => appendAll(journal, [configured(), ...visit(2)]));
  withJournal(folder, (journal) => {
    const { events: read, head } = journal.readForStart();
    expect([...read]).toEqual(events);
    expect(head).toEqual({ seq: 9, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect([journal.lastSeq(), journal.lastAt()]).toEqual([9, events.at(-1)?.at]);
  });
});

test('a start reads the newest business day, whose opening names the closing hash of the day before', () => {
  const folder = temporaryFolder();
  const closing = withJournal(folder, (journal) => {
    appendAll(journal, [configured(), dayOpened('2026-03-02'), ...visit(3)]);
    const { hash } = journal.readForStart().head;
    appendAll(journal, [dayOpened('2026-03-03'), ...visit(12)]);
    return hash;
  });
  withJournal(folder, (journal) => {
    const [opening, ...rest] = journal.readForStart().events;
    expect(opening).toMatchObject({ ...dayOpened('2026-03-03'), seq: 11, closingHash: closing });
    expect(rest).toEqual(eventsFrom(12, visit(12)));
  });
});

test('the very first event may open a day; there is no closing hash then', () => {
  withJournal(temporaryFolder(), (journal) => {
    appendAll(journal, [dayOpened('2026-03-02')]);
    expect([...journal.readForStart().events]).toMatchObject([{ type: 'DayOpened', closingHash: null }]);
  });
});

test('an empty journal reads as nothing', () => {
  withJournal(temporaryFolder(), (journal) => {
    expect([...journal.readForStart().events]).toEqual([]);
    expect([journal.lastSeq(), journal.lastAt()]).toEqual([0, 0]);
  });
});

test('eventsAfter gives at most so many, oldest first, configurations put back', () => {
  withJournal(temporaryFolder(), (journal) => {
    twoDays(journal);
    expect(journal.eventsAfter(0, 2)).toMatchObject([
      configured(),
      { ...dayOpened('2026-03-02'), closingHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    ]);
    expect(journal.eventsAfter(19, 100).map(({ seq }) => seq)).toEqual([20]);
  });
});

test('a rollback leaves head, events and read models as they were', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => {
    twoDays(journal);
    const before = journal.readForStart().head;
    journal.begin();
    for (const event of eventsFrom(21, [dayOpened('2026-03-04'), ...visit(22)])) journal.append(event);
    journal.rollback();
    expect(journal.readForStart().head).toEqual(before);
    expect(journal.rebuildReadModels()).toEqual([]);
    appendAll(journal, visit(21));
    expect([...journal.readForStart().events].at(-1)?.seq).toBe(28);
    expect(journal.rebuildReadModels()).toEqual([]);
  });
});

test('an event out of order, outside a transaction, or with a false configuration hash is a bug', () => {
  withJournal(temporaryFolder(), (journal) => {
    const [first, second] = eventsFrom(1, [configured(), dayOpened('2026-03-02')]);
    if (first === undefined || second === undefined) throw new Error('two events');
    expect(() => journal.append(first)).toThrow('needs a batch');
    journal.begin();
    expect(() => journal.append(second)).toThrow('event 2 cannot follow event 0');
    expect(() => journal.append({ ...first, configHash: 'f'.repeat(64) } as typeof first)).toThrow('which it is not');
    journal.rollback();
    expect(journal.lastSeq()).toBe(0);
  });
});

test.each([
  ['a changed body', `UPDATE event SET body = replace(body, '60000', '30000') WHERE seq = 18`, 18],
  ['a changed instant', 'UPDATE event SET at = at + 1 WHERE seq = 15', 15],
  ['another principal', `UPDATE event SET principal = '{"kind":"admin"}' WHERE seq = 14`, 14],
  ['a removed row', 'DELETE FROM event WHERE seq = 16', 16],
  ['a changed closing hash', `UPDATE event SET hash = zeroblob(32) WHERE seq = 11`, 12],
  ['a changed document', `UPDATE document SET body = '{}'`, 12],
  ['a removed document', 'DELETE FROM document', 12],
])('a start refuses %s and names the event', (_what, sql, seq) => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => twoDays(journal));
  tamper(folder, sql);
  withJournal(folder, (journal) => {
    const read = () => [...journal.readForStart().events];
    expect(read).toThrow(JournalBroken);
    expect(read).toThrow(expect.objectContaining({ seq }) as Error);
  });
});
