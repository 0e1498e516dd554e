// What the hall answered to a command, validated: a result of the right shape, a refusal, or an error in the request.
import { z } from 'zod';
import { commandResults, type CommandInput, type CommandResult, type CommandType } from '@jiaohao/contracts/commands';
import { Refusal, REFUSAL_TEXTS } from '@jiaohao/contracts/refusals';

export type HallRequest<T extends CommandType = CommandType> = { readonly requestId: string } & Extract<
  CommandInput,
  { type: T }
>;

const RequestError = z.object({
  code: z.enum(['invalidField', 'unauthorised', 'forbidden']),
  field: z.string().optional(),
  zh: z.string(),
  en: z.string(),
});

const Failure = z.union([
  z.object({ ok: z.literal(false), refusal: Refusal }),
  z.object({ ok: z.literal(false), error: RequestError }),
]);

export type HallReply<T extends CommandType = CommandType> =
  | { readonly ok: true; readonly result: CommandResult<T> }
  | { readonly ok: false; readonly refusal: Refusal }
  | { readonly ok: false; readonly error: z.infer<typeof RequestError> };

/** Null when the answer is none of these: a bug of one side, to be treated as `internalError`. */
export function parseHallReply<T extends CommandType>(type: T, answer: unknown): HallReply<T> | null {
  const failure = Failure.safeParse(answer);
  if (failure.success) return failure.data;
  const success = z.object({ ok: z.literal(true), result: commandResults[type] }).safeParse(answer);
  // The schema was chosen by T; the compiler cannot follow a lookup by a generic key.
  return success.success ? (success.data as HallReply<T>) : null;
}

/** The refusal shown where the hall or this terminal made a mistake that no applicant can repair. */
export function internalError(): Refusal {
  return { code: 'internalError', ...REFUSAL_TEXTS.internalError };
}

/** The hall could not do it now but may later: the same request is worth sending again. */
export function isPassing(reply: HallReply): boolean {
  if (reply.ok) return false;
  if ('error' in reply) return reply.error.code !== 'invalidField';
  return reply.refusal.code === 'storageFull' || reply.refusal.code === 'internalError';
}
