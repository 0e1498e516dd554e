// The clerk's sign-in at this window: a token for the password, a link to the hall with it, then the window itself.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CallerTrouble } from '../../wire/caller.ts';
import { HallSocket } from '../hall-socket.ts';
import type { Log } from '../log.ts';

export type ClerkSocket = HallSocket<'clerkCalls' | 'clerkStatus'>;

export interface SignInParts {
  readonly hallUrl: string;
  readonly windowId: string;
  readonly staffNo: string;
  readonly password: string;
  readonly log: Log;
  /** How long each of the two steps may take. */
  readonly patienceMs: number;
  readonly closing: AbortSignal;
}

/** The token lives in the socket, in this process' memory only; nobody can ask for it. */
export type SignInOutcome =
  { readonly ok: true; readonly socket: ClerkSocket } | { readonly ok: false; readonly trouble: CallerTrouble };

/** Never rejects. */
export async function signIn(parts: SignInParts): Promise<SignInOutcome> {
  const { hallUrl, windowId, staffNo, log, patienceMs, closing } = parts;
  const given = await askForToken(parts);
  if (!given.ok) return given;
  const socket: ClerkSocket = new HallSocket({
    url: hallUrl,
    token: given.token,
    holder: 'clerk',
    kinds: ['clerkCalls', 'clerkStatus'],
    topicsOf: () => [`clerkCalls/${windowId}`, `clerkStatus/${windowId}`],
    log,
  });
  const request = { type: 'signIn', requestId: randomUUID(), windowId, staffNo } as const;
  const patience = AbortSignal.any([closing, AbortSignal.timeout(patienceMs)]);
  const reply = await socket.ask<'signIn'>(request, patience);
  if (reply?.ok === true) return { ok: true, socket };
  socket.close();
  if (reply === null) return { ok: false, trouble: 'hallUnreachable' };
  return { ok: false, trouble: 'refusal' in reply ? reply.refusal.code : 'signInFailed' };
}

const TokenAnswer = z.object({ token: z.string().min(1).max(200) });

type TokenOutcome =
  { readonly ok: true; readonly token: string } | { readonly ok: false; readonly trouble: CallerTrouble };

async function askForToken({
  hallUrl,
  staffNo,
  password,
  log,
  patienceMs,
  closing,
}: SignInParts): Promise<TokenOutcome> {
  try {
    const response = await fetch(new URL('/api/v1/sign-in', hallUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ staffNo, password }),
      signal: AbortSignal.any([closing, AbortSignal.timeout(patienceMs)]),
    });
    if (!response.ok) return { ok: false, trouble: troubleOf(response.status) };
    const answer = TokenAnswer.safeParse(await response.json());
    return answer.success ? { ok: true, token: answer.data.token } : { ok: false, trouble: 'signInFailed' };
  } catch (error) {
    // Network, time limit, or a body that is no JSON. The request's body is in none of these errors.
    log.warn({ err: error }, 'The hall did not answer a sign-in');
    return { ok: false, trouble: error instanceof SyntaxError ? 'signInFailed' : 'hallUnreachable' };
  }
}

function troubleOf(status: number): CallerTrouble {
  switch (status) {
    // A number that cannot be a staff number is no more secret than a wrong one.
    case 400:
    case 401:
    case 403:
      return 'wrongPassword';
    case 429:
      return 'tooManyAttempts';
    default:
      return 'signInFailed';
  }
}
