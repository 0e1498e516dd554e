// What the hall knows of one person, found and erased on that person's request: the person's row, and free texts of evaluations.
import type { Database } from 'better-sqlite3';
import type { Comments } from './comments.ts';
import { orStorageFull } from './errors.ts';
import type { Persons, PersonNumber } from './persons.ts';

/** Whose data: by the number of a paper, by what stands on a ticket, or the free text of one evaluation alone. */
export type DataSubject =
  | { readonly kind: 'paper'; readonly paper: PersonNumber }
  | { readonly kind: 'ticket'; readonly businessDay: string; readonly ticketNumber: string }
  | { readonly kind: 'evaluation'; readonly evaluationId: number };

export interface FoundData {
  /** Null when no person is known, or is not known any more. */
  readonly personRef: string | null;
  /** Free texts that are still there. */
  readonly commentRefs: readonly string[];
}

export interface PersonalData {
  /** Inside a transaction: brings the read models up to the newest event first. */
  find(subject: DataSubject): FoundData;
  /** Overwritten, not only marked as free. Inside a transaction, so that all of it goes or nothing. */
  erase(found: FoundData): void;
}

interface TicketFound {
  readonly ticketId: number;
  readonly personRef: string | null;
}

/** A number is given once a day; the day's tickets lie between its first seq and the next day's. */
const TICKET = `SELECT ticket_id AS ticketId, person_ref AS personRef FROM ticket WHERE ticket_number = @ticketNumber
  AND ticket_id >= (SELECT first_seq FROM segment WHERE business_day = @businessDay)
  AND ticket_id < coalesce((SELECT later.first_seq FROM segment JOIN segment AS later ON later.number = segment.number + 1
    WHERE segment.business_day = @businessDay), 9e15)`;

/** Evaluations with a text are few: they come first, by their own index. */
const WRITTEN = `SELECT comment_ref FROM evaluation CROSS JOIN ticket USING (ticket_id)
  JOIN evaluation_comment USING (comment_ref)
  WHERE evaluation.comment_ref IS NOT NULL`;

export function openPersonalData(
  db: Database,
  parts: {
    readonly persons: Persons;
    readonly comments: Comments;
    readonly followAll: () => void;
    readonly onErased: () => void;
  },
): PersonalData {
  const { persons, comments, followAll, onErased } = parts;
  const findTicket = db.prepare<[{ businessDay: string; ticketNumber: string }], TicketFound>(TICKET);
  const writtenBy = db.prepare<[string], string>(`${WRITTEN} AND ticket.person_ref = ?`).pluck();
  const writtenOn = db.prepare<[number], string>(`${WRITTEN} AND ticket.ticket_id = ?`).pluck();
  const writtenIn = db.prepare<[number], string>(`${WRITTEN} AND evaluation.evaluation_id = ?`).pluck();

  const ofPerson = (personRef: string | null): FoundData =>
    personRef === null
      ? { personRef: null, commentRefs: [] }
      : { personRef: persons.isKnown(personRef) ? personRef : null, commentRefs: writtenBy.all(personRef) };

  const ofTicket = (ticket: TicketFound | undefined): FoundData => {
    if (ticket === undefined) return ofPerson(null);
    const { personRef, commentRefs } = ofPerson(ticket.personRef);
    return { personRef, commentRefs: [...new Set([...commentRefs, ...writtenOn.all(ticket.ticketId)])] };
  };

  return {
    find: (subject) =>
      orStorageFull(() => {
        followAll();
        switch (subject.kind) {
          case 'paper':
            return ofPerson(persons.find(subject.paper));
          case 'ticket': {
            const { businessDay, ticketNumber } = subject;
            return ofTicket(findTicket.get({ businessDay, ticketNumber }));
          }
          case 'evaluation':
            return { personRef: null, commentRefs: writtenIn.all(subject.evaluationId) };
        }
      }),
    erase: ({ personRef, commentRefs }) =>
      orStorageFull(() => {
        if (personRef !== null) persons.erase(personRef);
        for (const commentRef of commentRefs) comments.erase(commentRef);
        onErased();
      }),
  };
}
