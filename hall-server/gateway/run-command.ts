// One way for a command into the hall, whether it came over HTTP or a socket: parse, permit, execute, tell the record.
import type { Principal } from '@jiaohao/contracts/principal';
import type { CommandAnswer, RequestError } from '@jiaohao/contracts/socket';
import type { Hall } from '../hall-door.ts';
import type { GatewayClock } from './clock.ts';
import type { CommandRecord } from './command-record.ts';
import { directoryOf } from './directory.ts';
import { parseCommand } from './parse-command.ts';
import { mayCommand } from './permissions.ts';
import { FORBIDDEN } from './request-errors.ts';

export type RunCommand = (who: Principal, body: unknown) => Promise<CommandAnswer>;

export function commandRunner(hall: Hall, record: CommandRecord, clock: GatewayClock): RunCommand {
  return async (asking, body) => {
    const startedMs = clock.monotonicMs();
    const request = parseCommand(body);
    if (!request.ok) {
      record.unreadable(body, asking, request.error.code, clock.monotonicMs() - startedMs);
      return request;
    }
    const { requestId, command, actingFor } = request.value;
    const { type } = command;
    const who = actingPrincipal(asking, actingFor);
    if (who === null || !mayCommand(who, command, directoryOf(hall.config()))) {
      const durationMs = clock.monotonicMs() - startedMs;
      record.command({ requestId, type, who: asking, outcome: FORBIDDEN.code, durationMs });
      return { ok: false, error: FORBIDDEN };
    }
    const answer = await hall.execute({ requestId, command, who });
    const durationMs = clock.monotonicMs() - startedMs;
    record.command({ requestId, type, who, outcome: answer.ok ? 'ok' : answer.refusal.code, durationMs });
    return answer;
  };
}

/** Only the administrator acts for somebody else; null for anybody else who tries. */
function actingPrincipal(who: Principal, actingFor: ActingForOf): Principal | null {
  if (actingFor === undefined) return who;
  return who.kind === 'admin' ? { kind: 'admin', actingFor } : null;
}

type ActingForOf = Extract<Principal, { kind: 'admin' }>['actingFor'];

/** Rules refuse with 409; a full disk and our own bugs are not the client's conflict. */
export function statusOf(answer: Exclude<CommandAnswer, { ok: true }>): number {
  if ('error' in answer) return ERROR_STATUS[answer.error.code];
  switch (answer.refusal.code) {
    case 'storageFull':
      return 503;
    case 'internalError':
      return 500;
    default:
      return 409;
  }
}

const ERROR_STATUS: Readonly<Record<RequestError['code'], number>> = {
  invalidField: 400,
  unauthorised: 401,
  forbidden: 403,
};
