// What the gateway may write down. Bodies, headers, query strings and error messages never get this far: only these fields exist.
import type { Logger } from 'pino';
import type { Principal } from '@jiaohao/contracts/principal';

export interface CommandLine {
  /** Null when the request had none that is well formed. */
  readonly requestId: string | null;
  readonly type: string | null;
  readonly who: Principal;
  /** `ok`, the refusal's code or the error's code. */
  readonly outcome: string;
  readonly durationMs: number;
}

export function logCommand(logger: Logger, { requestId, type, who, outcome, durationMs }: CommandLine): void {
  logger.info({ requestId, type, who: nameOf(who), outcome, durationMs: rounded(durationMs) }, 'command');
}

export interface HttpLine {
  readonly method: string;
  /** The route's pattern, never the address that was asked for. */
  readonly route: string | null;
  readonly status: number;
  readonly who: Principal | null;
  readonly durationMs: number;
}

export function logHttp(logger: Logger, line: HttpLine): void {
  const who = line.who === null ? null : nameOf(line.who);
  logger.info({ ...line, who, durationMs: rounded(line.durationMs) }, 'http');
}

export function logApplicantShown(logger: Logger, who: Principal, windowId: string): void {
  logger.info({ who: nameOf(who), windowId }, 'applicant shown');
}

/** That somebody read what people wrote, and how much; never what. */
export function logEvaluationsRead(
  logger: Logger,
  who: Principal,
  read: { readonly businessDay: string; readonly evaluations: number; readonly comments: number },
): void {
  const { businessDay, evaluations, comments } = read;
  logger.info({ who: nameOf(who), businessDay, evaluations, comments }, 'evaluations read');
}

/** What retention has let go, in numbers; `lastBusinessDay` is the newest day that went. */
export function logDroppedData(
  logger: Logger,
  dropped: {
    readonly businessDays: number;
    readonly lastBusinessDay: string | null;
    readonly persons: number;
    readonly comments: number;
  },
): void {
  const { businessDays, lastBusinessDay, persons, comments } = dropped;
  logger.info({ businessDays, lastBusinessDay, persons, comments }, 'kept long enough, gone');
}

export function logCredential(logger: Logger, kind: string, id: string): void {
  logger.info({ kind, id }, 'credential made');
}

export function logRevoked(logger: Logger, kind: string, id: string, tokens: number): void {
  logger.info({ kind, id, tokens }, 'tokens revoked');
}

export function logConnection(logger: Logger, what: 'connected' | 'disconnected', who: Principal): void {
  logger.info({ who: nameOf(who) }, what);
}

export function logConnectRefused(logger: Logger, code: string): void {
  logger.warn({ code }, 'connection refused');
}

/** A message that no client of ours sends; what it said is not written down. */
export function logDropped(logger: Logger, who: Principal, event: 'command' | 'watch' | 'painted' | 'unknown'): void {
  logger.warn({ who: nameOf(who), event }, 'malformed message dropped');
}

/** A bug. Its stack says where; its message is left out, because messages quote values. */
export function logBug(logger: Logger, where: string, error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error;
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  logger.error({ where, name, frames: frames.map((frame) => frame.trim()) }, 'bug');
}

/** `clerk 1001`, `admin for terminal k1`. */
export function nameOf(who: Principal): string {
  switch (who.kind) {
    case 'admin':
      if (who.actingFor === undefined) return 'admin';
      return 'staffNo' in who.actingFor
        ? `admin for clerk ${who.actingFor.staffNo}`
        : `admin for terminal ${who.actingFor.terminalId}`;
    case 'terminal':
      return `terminal ${who.terminalId}`;
    case 'display':
      return `display ${who.displayId}`;
    case 'clerk':
      return `clerk ${who.staffNo}`;
    case 'monitor':
      return `monitor ${who.monitorId}`;
    case 'applicant':
      return `applicant ${who.ticketId}`;
    case 'hall':
      return 'hall';
  }
}

function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
