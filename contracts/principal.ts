// Who asks: every request and every event names one of these.
import { z } from 'zod';
import { ActingFor } from './commands.ts';
import { ConfiguredId, StaffNo, TicketId } from './ids.ts';

export const Principal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('admin'), actingFor: ActingFor.optional() }),
  z.strictObject({ kind: z.literal('terminal'), terminalId: ConfiguredId }),
  z.strictObject({ kind: z.literal('display'), displayId: ConfiguredId }),
  z.strictObject({ kind: z.literal('clerk'), staffNo: StaffNo }),
  /** A program or a technician that watches the hall's machinery: figures and health, nothing of the business. */
  z.strictObject({ kind: z.literal('monitor'), monitorId: ConfiguredId }),
  /** Whoever has the link of a ticket: sees that ticket and how far its queue has come, and asks for nothing. */
  z.strictObject({ kind: z.literal('applicant'), ticketId: TicketId, queueId: ConfiguredId }),
  /** The hall itself: its clock (advanceTime) and the receipts of its displays. */
  z.strictObject({ kind: z.literal('hall') }),
]);
export type Principal = z.infer<typeof Principal>;

/** Kinds that credentials are made for. */
export const CredentialRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('terminal'), id: ConfiguredId }),
  z.strictObject({ kind: z.literal('display'), id: ConfiguredId }),
  /** Of the administrator's own naming; the configuration knows no monitors. */
  z.strictObject({ kind: z.literal('monitor'), id: ConfiguredId }),
  /** With a password it sets the clerk's password; a token comes back in either case. */
  z.strictObject({ kind: z.literal('clerk'), id: StaffNo, password: z.string().min(8).max(128).optional() }),
]);
export type CredentialRequest = z.infer<typeof CredentialRequest>;

export const SignInRequest = z.strictObject({ staffNo: StaffNo, password: z.string().min(1).max(128) });
