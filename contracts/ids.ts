// The shapes of everything that names something: ids given by a configuration, ids derived from the journal's seq.
import { z } from 'zod';
import { expected } from './field-words.ts';

/** Ids that an administrator writes into the configuration. */
export const ConfiguredId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, expected('configuredId'));

/** Position in the journal, 1 upwards. Tickets, calls and evaluations are named by the seq of their first event. */
export const Seq = z.int().min(1);

export const TicketId = Seq;
export const CallSeq = Seq;
export const EvaluationId = Seq;

/** Made where a person touches something and kept until answered; the same id is never carried out twice. */
export const RequestId = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{8,64}$/, expected('requestId'))
  // It is written to logs: 18 digits would be somebody's ID number.
  .refine((text) => !/^\d{17}[\dXx]$/.test(text), expected('noIdNumber'));

export const StaffNo = z.string().regex(/^[A-Za-z0-9]{1,16}$/, expected('staffNo'));

/** Printed and called, e.g. A012. Opaque: nothing reads a queue out of it. */
export const TicketNumber = z.string().min(1).max(8);

/** Calendar day of the hall's own time zone, YYYY-MM-DD. */
export const BusinessDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, expected('businessDay'));

/** A person without a name: a random surrogate for one ID number (docs/architecture.md, personal data). */
export const PersonRef = z.string().regex(/^p[0-9a-f]{24}$/);

/** A free text of an evaluation without its words: a random surrogate (docs/architecture.md, personal data). */
export const CommentRef = z.string().regex(/^c[0-9a-f]{24}$/);

/** Epoch milliseconds UTC. */
export const Instant = z.int().min(0);
export const DurationMs = z.int().min(0);

export type RequestId = z.infer<typeof RequestId>;
export type PersonRef = z.infer<typeof PersonRef>;

/** A text for people: Chinese first, English second. */
export const Bilingual = z.strictObject({ zh: z.string().min(1).max(60), en: z.string().min(1).max(120) });
export type Bilingual = z.infer<typeof Bilingual>;
