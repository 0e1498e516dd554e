// Read models `window_session` and `window_pause`: who sat at a window from when to when, and when it paused.
import type { Database } from 'better-sqlite3';
import type { Projection } from './projection.ts';

const SIGN_IN = 'INSERT INTO window_session (session_seq, window_id, staff_no, signed_in_at) VALUES (?, ?, ?, ?)';
const SIGN_OUT = `UPDATE window_session SET signed_out_at = ?, sign_out_cause = ?
  WHERE window_id = ? AND signed_out_at IS NULL`;
const PAUSE = 'INSERT INTO window_pause (pause_seq, window_id, reason, paused_at) VALUES (?, ?, ?, ?)';
const RESUME = 'UPDATE window_pause SET resumed_at = ? WHERE window_id = ? AND resumed_at IS NULL';

export function windowProjection(db: Database): Projection {
  const signIn = db.prepare(SIGN_IN);
  const signOut = db.prepare(SIGN_OUT);
  const pause = db.prepare(PAUSE);
  const resume = db.prepare(RESUME);
  return {
    ClerkSignedIn: ({ seq, windowId, staffNo, at }) => signIn.run(seq, windowId, staffNo, at),
    ClerkSignedOut: ({ at, cause, windowId }) => {
      signOut.run(at, cause, windowId);
      // A pause belongs to the clerk who made it.
      resume.run(at, windowId);
    },
    WindowPaused: ({ seq, windowId, reason, at }) => pause.run(seq, windowId, reason, at),
    WindowResumed: ({ at, windowId }) => resume.run(at, windowId),
  };
}
