// Who is signed in at the bar: opened by a password, ended by the clerk, the hall or another place. The token is in its socket and nowhere else.
import type { ClerkStatus } from '@jiaohao/contracts/views';
import type { CallerSession, CallerTrouble } from '../../wire/caller.ts';
import type { HallLink } from '../hall-link.ts';
import type { AskHall, LinkState } from '../hall-socket.ts';
import type { Log } from '../log.ts';
import type { Situation } from './button-rule.ts';
import { signIn, type ClerkSocket } from './sign-in.ts';

export interface ClerkSessionParts {
  readonly hallUrl: string;
  /** The terminal's own link: it tells which window this is. */
  readonly hall: HallLink<'windowTerminal'>;
  readonly log: Log;
  readonly patienceMs: number;
  readonly changed: () => void;
  /** The clerk is another one, or none. */
  readonly ended: () => void;
}

export type SituationNow = Situation & { readonly status: ClerkStatus };

/** The clerk's place, to ask the hall from. */
export interface ClerkPlace {
  readonly socket: AskHall;
  readonly windowId: string;
}

interface SignedIn {
  readonly state: 'signedIn';
  readonly staffNo: string;
  readonly windowId: string;
  readonly socket: ClerkSocket;
  /** The hall's view has shown this clerk at the window. */
  hasBeenSeen: boolean;
  /** The clerk is signing out: the view that says so comes before the answer. */
  isLeaving: boolean;
}

type Session = Exclude<CallerSession, { state: 'signedIn' }> | SignedIn;

export class ClerkSession {
  readonly #parts: ClerkSessionParts;
  readonly #stopListening: () => void;
  #session: Session = { state: 'signedOut', trouble: null };
  #signingIn: AbortController | null = null;
  #lostAt: number | null = null;

  constructor(parts: ClerkSessionParts) {
    this.#parts = parts;
    this.#stopListening = parts.hall.onChange(() => this.#terminalChanged());
  }

  get shown(): CallerSession {
    if (this.#session.state !== 'signedIn') return this.#session;
    const { staffNo } = this.#session;
    return { state: 'signedIn', staffNo, staffName: this.situation()?.calls.staffName ?? null };
  }

  /** The link that counts now: the clerk's, before that the terminal's own. `lostAt` by the hall's clock. */
  get link(): { readonly state: LinkState; readonly clockOffsetMs: number; readonly lostAt: number | null } {
    const { state, clockOffsetMs } = this.#link();
    return { state, clockOffsetMs, lostAt: state === 'up' ? null : this.#lostAt };
  }

  get place(): ClerkPlace | null {
    return this.#session.state === 'signedIn' ? this.#session : null;
  }

  /** Null while nobody is signed in, and until the hall has shown the clerk at the window. */
  situation(): SituationNow | null {
    if (this.#session.state !== 'signedIn' || !this.#session.hasBeenSeen) return null;
    const { socket } = this.#session;
    const calls = socket.viewOf('clerkCalls');
    const status = socket.viewOf('clerkStatus');
    if (calls === null || status === null) return null;
    return { calls, status, isDayOpen: status.isDayOpen, isLinkUp: socket.state === 'up' };
  }

  /** True when the clerk is at the window. Otherwise `shown` says why not. Never rejects. */
  async signIn(staffNo: string, password: string): Promise<boolean> {
    if (this.#session.state !== 'signedOut') return false;
    const windowId = this.#parts.hall.view?.windowId;
    if (windowId === undefined) return this.#refuse('noWindow');
    const closing = new AbortController();
    this.#signingIn = closing;
    this.#session = { state: 'signingIn' };
    this.#parts.changed();
    const outcome = await signIn({ ...this.#parts, windowId, staffNo, password, closing: closing.signal });
    if (closing.signal.aborted) {
      if (outcome.ok) outcome.socket.close();
      return false;
    }
    if (!outcome.ok) return this.#refuse(outcome.trouble);
    const { socket } = outcome;
    this.#session = { state: 'signedIn', staffNo, windowId, socket, hasBeenSeen: false, isLeaving: false };
    socket.onChange(() => this.#clerkLinkChanged());
    this.#clerkLinkChanged();
    return true;
  }

  /** `ask` asks the hall, and tells whether it was done. */
  async signOut(ask: (place: ClerkPlace) => Promise<boolean>): Promise<void> {
    const session = this.#session;
    if (session.state !== 'signedIn') return;
    session.isLeaving = true;
    const isDone = await ask(session);
    session.isLeaving = false;
    if (this.#session !== session) return;
    if (isDone) this.end(null);
    else this.#clerkLinkChanged();
  }

  /** The token goes with its socket. `trouble`: what the next clerk reads. */
  end(trouble: CallerTrouble | null): void {
    if (this.#session.state === 'signedIn') this.#session.socket.close();
    this.#signingIn?.abort();
    this.#signingIn = null;
    this.#session = { state: 'signedOut', trouble };
    this.#parts.ended();
  }

  close(): void {
    this.#stopListening();
    this.end(null);
  }

  #refuse(trouble: CallerTrouble): false {
    this.end(trouble);
    return false;
  }

  #clerkLinkChanged(): void {
    const session = this.#session;
    if (session.state !== 'signedIn') return;
    const { refusedAs } = session.socket;
    if (refusedAs !== null) {
      this.end(refusedAs === 'protocolMismatch' ? 'outdated' : 'signInEnded');
      return;
    }
    const isThere = session.socket.viewOf('clerkCalls')?.staffNo === session.staffNo;
    if (session.hasBeenSeen && !isThere && !session.isLeaving) {
      this.end('signedOutElsewhere');
      return;
    }
    session.hasBeenSeen ||= isThere;
    this.#noteLink();
    this.#parts.changed();
  }

  #terminalChanged(): void {
    const session = this.#session;
    const windowId = this.#parts.hall.view?.windowId;
    if (session.state === 'signedIn' && windowId !== undefined && windowId !== session.windowId) {
      this.end('windowChanged');
      return;
    }
    this.#noteLink();
    this.#parts.changed();
  }

  #noteLink(): void {
    const link = this.#link();
    if (link.state === 'up') this.#lostAt = null;
    else if (link.state === 'down') this.#lostAt ??= link.now();
  }

  #link(): ClerkSocket | HallLink<'windowTerminal'> {
    return this.#session.state === 'signedIn' ? this.#session.socket : this.#parts.hall;
  }
}
