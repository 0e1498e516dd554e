// What is kept on disk of a ticket between the touch and the hall's knowledge of its printing. Nothing about a person.
import { z } from 'zod';
import { PrintFailure } from '@jiaohao/contracts/commands';
import { ConfiguredId, Instant, RequestId, TicketId } from '@jiaohao/contracts/ids';

const printing = { requestId: RequestId, ticketId: TicketId, attempt: z.int().min(1) };

/**
 * `asked`: sent, not answered. A request with an ID card or a typed ID number is kept without either (`withCard`), so a restart
 * cannot repeat it (the same id with another body is refused); it need not: the same card or number finds its ticket again as
 * `alreadyHolding`.
 * `printing`: the number exists, the printer was started. `printed`, `failed`: the outcome is not yet acknowledged.
 */
export const KeptTicket = z.discriminatedUnion('stage', [
  z.strictObject({
    stage: z.literal('asked'),
    requestId: RequestId,
    serviceItemId: ConfiguredId.exactOptional(),
    queueId: ConfiguredId.exactOptional(),
    withCard: z.boolean(),
    /** By the hall's clock. */
    touchedAt: Instant,
  }),
  z.strictObject({ stage: z.literal('printing'), ...printing }),
  z.strictObject({ stage: z.literal('printed'), ...printing }),
  z.strictObject({ stage: z.literal('failed'), ...printing, failure: PrintFailure, code: z.string().max(32) }),
]);
export type KeptTicket = z.infer<typeof KeptTicket>;
export type AskedTicket = Extract<KeptTicket, { stage: 'asked' }>;
export type PrintingOver = Extract<KeptTicket, { stage: 'printed' | 'failed' }>;
