// The whole socket.io wire in one file: what a client sends, what the hall sends, and the version that both must share.
import { z } from 'zod';
import type { TerminalRole } from './hall-config.ts';
import { CallSeq, Instant } from './ids.ts';
import type { Principal } from './principal.ts';
import type { CommandResult } from './commands.ts';
import type { Refusal } from './refusals.ts';
import { Topic } from './views.ts';
import type { AnyView } from './views.ts';

export const PROTOCOL_VERSION = 1;

/** `io(url, {auth: {token, protocolVersion}})`; refused with a connect_error whose `data` is a ConnectRefusal. */
export const SocketAuth = z.object({ token: z.string().max(200), protocolVersion: z.int() });
export type ConnectRefusal = { readonly code: 'unauthorised' | 'protocolMismatch' };

/** The hall answers a command with exactly one of these. `field` names the part of a malformed request. */
export type CommandAnswer =
  | { readonly ok: true; readonly result: CommandResult }
  | { readonly ok: false; readonly refusal: Refusal }
  | { readonly ok: false; readonly error: RequestError };

export interface RequestError {
  readonly code: 'invalidField' | 'unauthorised' | 'forbidden';
  readonly field?: string;
  readonly zh: string;
  readonly en: string;
}

/** First message after every connect. */
export interface Welcome {
  readonly at: number;
  readonly who: Principal;
  /** Where the configuration puts this display, terminal or signed-in clerk; null where it puts it nowhere. */
  readonly place: { readonly zoneId: string | null; readonly windowId: string | null } | null;
  /** The role in which the configuration has this terminal; left out for everybody else. */
  readonly role?: TerminalRole | undefined;
  /** When this server process started, by the hall's clock: after another one the pages may be newer ones. */
  readonly serverStartedAt: number;
}

export const WatchRequest = z.strictObject({ topics: z.array(Topic).max(100) });
export type WatchAnswer = { readonly ok: true } | { readonly ok: false; readonly error: RequestError };
export const Painted = z.strictObject({ callSeq: CallSeq });

/** Who is at the other end, for the technician's health page. A program that does not answer is shown as unknown. */
export const ClientIdentity = z.strictObject({
  /** The client machine's own clock when it answered, not corrected by the hall's: this is how a wrong clock is found. */
  at: Instant,
  /** Product version that the program was built from (product.ts). */
  version: z.string().max(32),
  /** Content hash of the page's script as in its file name; null for programs without a page. */
  build: z.string().max(64).nullable(),
});
export type ClientIdentity = z.infer<typeof ClientIdentity>;

export interface ServerToClient {
  welcome: (welcome: Welcome) => void;
  /** A whole view; keep the newest seq of a topic, drop the older. */
  view: (message: { readonly topic: Topic; readonly view: AnyView }) => void;
  /** Every 2 s to every client: a screen without it for 5 s says so. `at` is the hall's clock. */
  heartbeat: (message: { readonly at: number }) => void;
  /** After the welcome and twice a minute: to be answered at once, so that half the way there and back can be taken off. */
  identify: (answer: (identity: ClientIdentity) => void) => void;
  /** To clerks: how many displays have painted a call. */
  receipts: (message: { readonly callSeq: number; readonly displays: number }) => void;
}

export interface ClientToServer {
  /** `{requestId, type, ...}` as in commands.ts. */
  command: (request: unknown, answer: (answer: CommandAnswer) => void) => void;
  /** Replaces what this socket watches; the current views follow at once as `view` messages. */
  watch: (request: unknown, answer: (answer: WatchAnswer) => void) => void;
  /** From displays, after the frame in which the call became visible. */
  painted: (message: unknown) => void;
}

export const HEARTBEAT_MS = 2_000;
/** Status views at most this often. */
export const STATUS_INTERVAL_MS = 500;
/** A queue's progress, which hundreds of phones may watch, at most this often. */
export const PROGRESS_INTERVAL_MS = 2_000;
