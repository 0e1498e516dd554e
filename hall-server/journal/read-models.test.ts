// What the journal promises about read models: they say what the events say, and are the same when made again.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditJournal } from './audit-journal.ts';
import { Journal } from './event-journal.ts';
import { ModelHall } from './testing/model-hall.ts';
import { configured, dayOpened, eventsFrom, visit } from './testing/sample-events.ts';
import {
  appendAll,
  keepDays,
  queryAll,
  tamper,
  temporaryFolder,
  twoDays,
  withJournal,
} from './testing/temporary-journal.ts';

test('one visit in every table', () => {
  const folder = temporaryFolder();
  const [start = 0] = eventsFrom(3, visit(3)).map(({ at }) => at);
  withJournal(folder, (journal) => appendAll(journal, [configured(), dayOpened('2026-03-02'), ...visit(3)]));
  expect(queryAll(folder, 'SELECT * FROM ticket')).toEqual([
    {
      ticket_id: 3,
      segment: 1,
      ticket_number: 'A003',
      queue_id: 'general',
      service_item_id: 'general',
      person_ref: null,
      priority_class: 'ordinary',
      priority_reason: null,
      people_ahead: 0,
      estimated_wait_ms: null,
      channel: 'kiosk',
      terminal_id: 'k01',
      issued_at: start,
      state: 'finished',
      state_at: start + 5_000,
      window_id: 'w01',
      first_called_at: start + 2_000,
      call_count: 1,
      missed_count: 0,
      print_attempt: 1,
      printed_at: start + 1_000,
      print_failure: null,
      expired_from: null,
    },
  ]);
  expect(queryAll(folder, 'SELECT ticket_id, staff_no, called_at, seen_at, seen_display_id FROM call')).toEqual([
    { ticket_id: 3, staff_no: '1001', called_at: start + 2_000, seen_at: start + 3_000, seen_display_id: 'd01' },
  ]);
  expect(
    queryAll(folder, 'SELECT serving_seq, staff_no, started_at, is_inferred, finished_at, serving_ms FROM serving'),
  ).toEqual([
    { serving_seq: 7, staff_no: '1001', started_at: 5, is_inferred: 0, finished_at: start + 5_000, serving_ms: 60_000 },
  ]);
  expect(
    queryAll(folder, 'SELECT evaluation_id, state, rating, requested_at, recorded_at, is_on_behalf FROM evaluation'),
  ).toEqual([
    {
      evaluation_id: 9,
      state: 'recorded',
      rating: 5,
      requested_at: start + 6_000,
      recorded_at: start + 7_000,
      is_on_behalf: 0,
    },
  ]);
  expect(queryAll(folder, 'SELECT segment, business_day, closed_at FROM day')).toEqual([
    { segment: 1, business_day: '2026-03-02', closed_at: null },
  ]);
});

test('an evaluation that is asked once more after a lapse is open again, without that lapse', () => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => {
    const bodies = visit(3).slice(0, -1);
    const { evaluationId, ticketId } = { evaluationId: 9, ticketId: 3 };
    const asked = { evaluationId, ticketId, windowId: 'w01', staffNo: '1001', asking: 2 };
    const lapsed = { type: 'EvaluationLapsed', evaluationId, ticketId, reason: 'timeout' } as const;
    appendAll(journal, [configured(), dayOpened('2026-03-02'), ...bodies, lapsed]);
    appendAll(journal, [{ type: 'EvaluationRequested', ...asked }]);
  });
  expect(queryAll(folder, 'SELECT state, asking, lapsed_at, lapse_reason FROM evaluation')).toEqual([
    { state: 'requested', asking: 2, lapsed_at: null, lapse_reason: null },
  ]);
  expect(auditJournal(folder, null).findings).toEqual([]);
});

test.each([
  ['UPDATE ticket SET people_ahead = 9 WHERE ticket_id = 13', { table: 'ticket', id: 13, what: 'changed' }],
  ['DELETE FROM serving WHERE serving_seq = 7', { table: 'serving', id: 7, what: 'missing' }],
  [
    `INSERT INTO window_pause VALUES (1, 'w01', 'meal', 5, NULL)`,
    { table: 'window_pause', id: 1, what: 'notFromEvents' },
  ],
])('a difference is named: %s', (sql, difference) => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => twoDays(journal));
  tamper(folder, sql);
  withJournal(folder, (journal) => expect(journal.rebuildReadModels()).toEqual([difference]));
});

test('events that are not in the read models yet: nothing for the audit, taken up a few at a time and after any start', () => {
  const folder = temporaryFolder();
  const journal = Journal.open({ folder });
  appendAll(journal, [configured(), dayOpened('2026-03-02'), ...visit(3)]);
  const tickets = () => queryAll(folder, 'SELECT ticket_id, state FROM ticket');
  expect(tickets()).toEqual([]);
  expect(auditJournal(folder, null)).toMatchObject({ findings: [], events: 10, readModelsCompared: true });

  journal.followWithReadModels(5);
  expect(tickets()).toEqual([{ ticket_id: 3, state: 'called' }]);
  expect(auditJournal(folder, null).findings).toEqual([]);
  journal.close();
  expect(tickets()).toEqual([{ ticket_id: 3, state: 'finished' }]);
});

test.each([
  [
    'UPDATE read_model_position SET seq = seq - 1',
    { table: 'evaluation', id: 9, what: 'is not what the events make of it' },
  ],
  [
    'DELETE FROM read_model_position',
    { table: 'read_model_position', id: 1, what: 'is missing, though the events make it' },
  ],
])("the audit sees a position that is not the hall's: %s", (sql, finding) => {
  const folder = temporaryFolder();
  withJournal(folder, (journal) => appendAll(journal, [configured(), dayOpened('2026-03-02'), ...visit(3)]));
  tamper(folder, sql);
  expect(auditJournal(folder, null).findings).toEqual([finding]);
});

/** What a run does besides appending. */
const steps = fc.array(
  fc.oneof(
    { weight: 40, arbitrary: fc.record({ kind: fc.constant('event' as const), choice: fc.nat() }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('commit' as const, 'rollback' as const) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('reopen' as const, 'drop' as const) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('follow' as const) }) },
  ),
  { minLength: 1, maxLength: 200, size: 'max' },
);

test('whatever happens, commits, rollbacks, restarts and retention: the tables are what the kept events make', () => {
  fc.assert(
    fc.property(steps, (run) => {
      const folder = temporaryFolder();
      let journal = Journal.open({ folder });
      let committed = new ModelHall();
      let hall = committed.copy();
      const end = (how: 'commit' | 'rollback') => {
        journal[how]();
        if (how === 'commit') committed = hall.copy();
        else hall = committed.copy();
      };
      journal.begin();
      for (const step of run) {
        if (step.kind === 'event') {
          for (const event of eventsFrom(journal.lastSeq() + 1, hall.next(step.choice))) journal.append(event);
          continue;
        }
        end(step.kind === 'rollback' ? 'rollback' : 'commit');
        if (step.kind === 'follow') journal.followWithReadModels(5);
        if (step.kind === 'drop') keepDays(journal, 1, 40);
        if (step.kind === 'reopen') {
          journal.close();
          journal = Journal.open({ folder });
        }
        journal.begin();
      }
      end('commit');
      expect(journal.rebuildReadModels()).toEqual([]);
      journal.followWithReadModels(journal.lastSeq());
      expect(journal.rebuildReadModels()).toEqual([]);
      expect([...journal.readForStart().events].at(-1)?.seq ?? 0).toBe(committed.seq);
      journal.close();
      expectTickets(folder, committed);
    }),
    // A run is a disk full of files: shrinking would take minutes, the seed tells the same.
    { numRuns: 20, endOnFailure: true },
  );
});

/** The tables against the model that made the events, as far as retention left them. */
function expectTickets(folder: string, hall: ModelHall): void {
  const tickets = queryAll(folder, 'SELECT ticket_id, state FROM ticket') as { ticket_id: number; state: string }[];
  for (const row of tickets) expect(row.state).toBe(hall.tickets.get(row.ticket_id));
  const evaluations = queryAll(folder, 'SELECT evaluation_id AS id, state FROM evaluation') as {
    id: number;
    state: string;
  }[];
  for (const row of evaluations) expect(row.state).toBe(hall.evaluations.get(row.id)?.state);
  const today = [...hall.tickets.keys()].filter((ticketId) => ticketId > hall.dayOpenedSeq);
  expect(tickets.map((row) => row.ticket_id).filter((ticketId) => ticketId > hall.dayOpenedSeq)).toEqual(today);
  const atWindow = 'SELECT count(*) AS open FROM window_session WHERE signed_out_at IS NULL';
  expect(queryAll(folder, atWindow)).toEqual([{ open: Number(hall.isSignedIn) }]);
}
