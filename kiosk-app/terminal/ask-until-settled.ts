// Repeats a request that must reach the hall, also over refusals that pass (storage full, a token being renewed).
import { setTimeout as delay } from 'node:timers/promises';
import type { CommandType } from '@jiaohao/contracts/commands';
import type { AskHall } from './hall-link.ts';
import { isPassing, type HallReply, type HallRequest } from './hall-reply.ts';
import type { Log } from './log.ts';

const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;

/** The first answer that is final: done, or a refusal that time does not heal (`mayPass`). Null when `closing` aborted. */
export async function askUntilSettled<T extends CommandType>(
  hall: AskHall,
  request: HallRequest<T>,
  log: Log,
  closing: AbortSignal,
  mayPass: (reply: HallReply<T>) => boolean = isPassing,
): Promise<HallReply<T> | null> {
  for (let retryMs = FIRST_RETRY_MS; ; retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)) {
    const reply = await hall.ask<T>(request, closing);
    if (reply === null || !mayPass(reply)) return reply;
    log.warn({ type: request.type, requestId: request.requestId, retryMs }, 'The hall cannot take this now');
    await delay(retryMs, null, { signal: closing }).catch(() => null);
    if (closing.aborted) return null;
  }
}
