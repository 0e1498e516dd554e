// A clerk gives staff number and password and gets a token; nothing in the answer or its time tells whether the number exists.
import type { Hall } from '../hall-door.ts';
import type { BoundedWork } from './bounded-work.ts';
import type { GatewayClock } from './clock.ts';
import { directoryOf } from './directory.ts';
import { verifyPassword } from './passwords.ts';
import { signInLock } from './sign-in-lock.ts';
import { issueToken } from './tokens.ts';

export type SignInOutcome =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly code: 'signInFailed' }
  | { readonly ok: false; readonly code: 'tooManyAttempts' | 'busy'; readonly retryAfterMs: number };

export type SignIn = (staffNo: string, password: string) => Promise<SignInOutcome>;

const BUSY_RETRY_MS = 1_000;

export function signInDesk(hall: Hall, hashing: BoundedWork, clock: GatewayClock): SignIn {
  const lock = signInLock(() => clock.monotonicMs());

  return async (staffNo, password) => {
    const attempt = lock.begin(staffNo);
    if (!attempt.ok) return { ok: false, code: 'tooManyAttempts', retryAfterMs: attempt.retryAfterMs };
    const isStaff = directoryOf(hall.config()).staff.has(staffNo);
    const encoded = isStaff ? hall.credentials.passwordOf(staffNo) : null;
    const verifying = hashing.run(() => verifyPassword(password, encoded));
    if (verifying === null) {
      lock.withdraw(staffNo);
      return { ok: false, code: 'busy', retryAfterMs: BUSY_RETRY_MS };
    }
    if (!(await verifying)) return { ok: false, code: 'signInFailed' };
    lock.succeed(staffNo);
    return { ok: true, token: issueToken(hall, { kind: 'clerk', staffNo }) };
  };
}
