// The two things a console asks over plain HTTP: a token for a password, and the masked name of the applicant at its window.
import { TEXTS } from '../texts.ts';
import type { Words } from '../texts.ts';

export type SignInOutcome =
  { readonly ok: true; readonly token: string } | { readonly ok: false; readonly words: Words };

/** Never rejects. */
export async function askForToken(staffNo: string, password: string): Promise<SignInOutcome> {
  try {
    const response = await fetch('/api/v1/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ staffNo, password }),
    });
    if (!response.ok) return { ok: false, words: signInTrouble(response.status) };
    const token = field(await response.json(), 'token');
    return typeof token === 'string' ? { ok: true, token } : { ok: false, words: TEXTS.signIn.failed };
  } catch (error) {
    return { ok: false, words: networkWords(error) };
  }
}

function signInTrouble(status: number): Words {
  switch (status) {
    // A number that cannot be a staff number is no more secret than a wrong one.
    case 400:
    case 401:
    case 403:
      return TEXTS.signIn.wrong;
    case 429:
      return TEXTS.signIn.tooMany;
    default:
      return TEXTS.signIn.failed;
  }
}

/** fetch tells a lost network as a TypeError, a body that is no JSON as a SyntaxError. */
function networkWords(error: unknown): Words {
  return error instanceof SyntaxError ? TEXTS.signIn.failed : TEXTS.signIn.noAnswer;
}

export type Applicant =
  { readonly kind: 'named'; readonly maskedName: string } | { readonly kind: 'unnamed' } | { readonly kind: 'unknown' };

/** Never rejects: a name that cannot be had is `unknown`, and the work goes on. */
export async function askForApplicant(windowId: string, token: string, signal: AbortSignal): Promise<Applicant> {
  try {
    const response = await fetch(`/api/v1/windows/${encodeURIComponent(windowId)}/applicant`, {
      headers: { authorization: `Bearer ${token}` },
      signal,
    });
    return response.ok ? applicantOf(await response.json()) : { kind: 'unknown' };
  } catch {
    // Network, abort, or a body that is no JSON: all of it is shown as 姓名暂时读不到.
    return { kind: 'unknown' };
  }
}

function applicantOf(body: unknown): Applicant {
  const applicant = field(body, 'applicant');
  if (applicant === null) return { kind: 'unnamed' };
  const maskedName = field(applicant, 'maskedName');
  return typeof maskedName === 'string' ? { kind: 'named', maskedName } : { kind: 'unknown' };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
