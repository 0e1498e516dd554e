// What the gateway may know of the hall: one way to ask, whole views to show, and what changed.
import type { Command, CommandResult, DeviceCondition } from '@jiaohao/contracts/commands';
import type { HallEvent } from '@jiaohao/contracts/events';
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import type { EvaluationsAnswer } from '@jiaohao/contracts/http';
import type { Principal } from '@jiaohao/contracts/principal';
import type { Refusal } from '@jiaohao/contracts/refusals';
import type { AnyView, Topic } from '@jiaohao/contracts/views';

export interface HallRequest {
  readonly requestId: string;
  readonly command: Command;
  readonly who: Principal;
}

export type HallAnswer =
  { readonly ok: true; readonly result: CommandResult } | { readonly ok: false; readonly refusal: Refusal };

/** A token is kept as its SHA-256 only; a password as its argon2id text. Neither is ever an event. */
export interface CredentialStore {
  findToken(tokenHash: Buffer): Principal | null;
  /** Throws StorageUnavailable, as setPassword and revokeTokens do. */
  addToken(tokenHash: Buffer, who: Principal, createdAt: number): void;
  /** Ends every token of a principal; how many there were. */
  revokeTokens(who: Principal, revokedAt: number): number;
  passwordOf(staffNo: string): string | null;
  setPassword(staffNo: string, encoded: string): void;
}

/** Nothing can be kept now; HTTP's status for it. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
  readonly statusCode = 503;
}

export interface HallHealth {
  readonly isWriting: boolean;
  readonly seq: number;
  readonly businessDay: string | null;
  /** Hall time of the newest event; 0 before the first. */
  readonly lastEventAt: number;
  /** How far the machine's clock is behind the last event: above 0 the hall's time stands still until it has caught up. */
  readonly clockBehindMs: number;
}

/** One transaction that is durable now. */
export interface Commit {
  readonly events: readonly HallEvent[];
  /** How long the disk took for it. */
  readonly commitMs: number;
}

export interface ReportedDevice {
  readonly terminalId: string;
  readonly device: DeviceCondition;
  readonly sinceAt: number;
}

export interface Hall {
  /** Resolves after the commit, never rejects: rules answer with a refusal, bugs with `internalError`. */
  execute(request: HallRequest): Promise<HallAnswer>;
  /** Every topic that can be watched with the present configuration. */
  topics(): Topic[];
  /** Null when the configuration knows no such topic. */
  view(topic: Topic): AnyView | null;
  /** Called after a commit, once a batch, with the topics whose view is another now. */
  onChanged(listener: (dirty: ReadonlySet<Topic>) => void): () => void;
  /** Called after a commit, once screens and answers are on their way: for figures. Must be cheap and must not throw. */
  onCommitted(listener: (commit: Commit) => void): () => void;
  /** A display has painted a call. The first receipt becomes the event CallSeen, the others are kept in batches. */
  painted(displayId: string, callSeq: number): void;
  onReceipts(listener: (receipt: { windowId: string; callSeq: number; displays: number }) => void): () => void;
  /** How many displays have painted the newest call of the ticket open at a window; null without one. */
  receiptsAt(windowId: string): { readonly callSeq: number; readonly displays: number } | null;
  /** The gateway says which displays are connected: markMissed depends on it (rule in engine/RULES.md). */
  displayConnected(displayId: string): void;
  displayDisconnected(displayId: string): void;
  /** Where the configuration puts somebody; null where nowhere. */
  placeOf(who: Principal): { readonly zoneId: string | null; readonly windowId: string | null } | null;
  config(): HallConfig | null;
  /** The newest report of every device of a configured terminal. */
  devices(): readonly ReportedDevice[];
  /** Epoch ms; null for a ticket of another day. */
  ticketIssuedAt(ticketId: number): number | null;
  /** The holder of a ticket's link; null for a token that is none, and for one of another day. */
  applicantOf(linkToken: string): Extract<Principal, { kind: 'applicant' }> | null;
  /** Masked name (张*) of the applicant at a window; null without an ID card. Who may ask is the gateway's matter. */
  applicantAt(windowId: string): { readonly maskedName: string } | null;
  eventsAfter(seq: number, limit: number): HallEvent[];
  /** Up to `limit` ratings of a business day behind an evaluation, as of a second ago; null for a day that the hall does not know. */
  recordedEvaluations(businessDay: string, after: number, limit: number): EvaluationsAnswer | null;
  readonly credentials: CredentialStore;
  /** The hall's clock, epoch ms. */
  now(): number;
  health(): HallHealth;
}
