// Guessing passwords is slow: five wrong ones for a staff number within a minute, and that number waits.

const ATTEMPTS_MAX = 5;
const SPAN_MS = 60_000;
/** Staff numbers remembered at a time, known or not. Hashing is far too slow to fill this within a minute. */
const NUMBERS_MAX = 10_000;

export interface SignInLock {
  /** Counts an attempt before its password is looked at, so that attempts side by side count too. */
  begin(staffNo: string): { readonly ok: true } | { readonly ok: false; readonly retryAfterMs: number };
  /** The password was right: earlier attempts are forgotten. */
  succeed(staffNo: string): void;
  /** The password was never looked at: this attempt does not count. */
  withdraw(staffNo: string): void;
}

export function signInLock(monotonicMs: () => number): SignInLock {
  const attempts = new Map<string, number[]>();

  function recent(staffNo: string): number[] {
    const since = monotonicMs() - SPAN_MS;
    return (attempts.get(staffNo) ?? []).filter((at) => at > since);
  }

  function forgetOld(): void {
    for (const staffNo of attempts.keys()) if (recent(staffNo).length === 0) attempts.delete(staffNo);
  }

  return {
    begin(staffNo) {
      const now = monotonicMs();
      const made = recent(staffNo);
      const oldest = made[0];
      if (oldest !== undefined && made.length >= ATTEMPTS_MAX) {
        return { ok: false, retryAfterMs: oldest + SPAN_MS - now };
      }
      if (attempts.size >= NUMBERS_MAX && !attempts.has(staffNo)) {
        forgetOld();
        if (attempts.size >= NUMBERS_MAX) return { ok: false, retryAfterMs: SPAN_MS };
      }
      attempts.set(staffNo, [...made, now]);
      return { ok: true };
    },
    succeed: (staffNo) => void attempts.delete(staffNo),
    withdraw(staffNo) {
      const made = recent(staffNo).slice(0, -1);
      if (made.length === 0) attempts.delete(staffNo);
      else attempts.set(staffNo, made);
    },
  };
}
