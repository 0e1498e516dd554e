// What a ticket can be, and what people see of it.
import { z } from 'zod';
import { Instant, TicketId, TicketNumber } from './ids.ts';
import { PHONE_LINK_LENGTH_MAX } from './ticket-link.ts';

export const TicketState = z.enum(['waiting', 'called', 'serving', 'finished', 'missed', 'expired']);
export type TicketState = z.infer<typeof TicketState>;

/** Priority goes first, by rule; the reason is kept in the journal and never shown. */
export const PriorityClass = z.enum(['ordinary', 'priority']);
export type PriorityClass = z.infer<typeof PriorityClass>;

/** How a number came to be: 现场, 帮办 ... only what exists. */
export const IssueChannel = z.enum(['kiosk', 'staff']);

/** Answer to issueTicket and reprintTicket: everything that the paper and the page need. */
export const IssuedTicket = z.strictObject({
  ticketId: TicketId,
  ticketNumber: TicketNumber,
  queueId: z.string(),
  serviceItemId: z.string().nullable(),
  zoneId: z.string(),
  isPriority: z.boolean(),
  /** Only an open ticket is printed; once called, people ahead and the estimate say nothing. */
  state: TicketState.extract(['waiting', 'called', 'serving', 'missed']),
  issuedAt: Instant,
  peopleAhead: z.int().min(0),
  /** Null when a window is free and nobody is ahead, and when the ticket is not waiting. */
  estimatedWaitMs: z.int().min(0).nullable(),
  /** 1 for the first printing; above 1 the paper is marked 补打. */
  attempt: z.int().min(1),
  /** Of the applicant's phone page; only where the hall has one (`hall.phoneAddress`). */
  phoneLink: z.string().max(PHONE_LINK_LENGTH_MAX).exactOptional(),
});
export type IssuedTicket = z.infer<typeof IssuedTicket>;
