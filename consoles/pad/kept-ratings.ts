// What a tablet must not forget when it is reloaded: its token, a level that was touched, what the hall has not answered. No free text.
import { z } from 'zod';
import { Rating } from '@jiaohao/contracts/evaluation';
import { ReasonCode } from '@jiaohao/contracts/evaluation-reasons';
import { EvaluationId, Instant, RequestId, TicketId } from '@jiaohao/contracts/ids';
import { PadView } from '@jiaohao/contracts/views';
import { EMPTY } from './pad-model.ts';
import type { PadModel } from './pad-model.ts';

/** A newer page takes what an older one has left without it: no rating is lost to an update. */
const RatedAt = Instant.nullable().default(null);

const Owed = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('record'),
    requestId: RequestId,
    evaluationId: EvaluationId,
    ticketId: TicketId,
    rating: Rating,
    reasons: z.array(ReasonCode),
    ratedAt: RatedAt,
  }),
  z.strictObject({
    kind: z.literal('lapse'),
    requestId: RequestId,
    evaluationId: EvaluationId,
    asking: z.int().min(1),
    reason: z.enum(['timeout', 'skipped']),
  }),
]);

const Kept = z.strictObject({
  owed: z.array(Owed),
  touched: z
    .strictObject({
      asked: PadView.shape.evaluationDue.unwrap(),
      requestId: RequestId,
      rating: Rating,
      reasons: z.array(ReasonCode),
      ratedAt: RatedAt,
    })
    .nullable(),
});

export type PadStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Until the hall's clock is known: what the tablet's own says may be wrong by hours. */
const NO_LIMIT_YET = Number.MAX_SAFE_INTEGER;

/** The model as a page begins with it at a window. What an older page or somebody's hand has left there is not believed. */
export function readKept(storage: PadStorage | null, key: string): PadModel {
  const kept = Kept.safeParse(parsed(storage?.getItem(key) ?? null));
  if (!kept.success) return EMPTY;
  const { owed, touched } = kept.data;
  if (touched === null) return { ...EMPTY, owed };
  return { ...EMPTY, owed, stage: { kind: 'reasons', touched, endsAt: NO_LIMIT_YET, isWriting: false } };
}

/** Throws nothing: a full or forbidden storage leaves the page itself to remember. */
export function writeKept(storage: PadStorage | null, key: string, { stage, owed }: PadModel): void {
  const touched = stage.kind === 'reasons' ? stage.touched : null;
  try {
    if (owed.length === 0 && touched === null) storage?.removeItem(key);
    else storage?.setItem(key, JSON.stringify({ owed, touched }));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

function parsed(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
