// What became of each command: counted at once, written down when the answers of its turn have left.
import type { Logger } from 'pino';
import { commandSchemas } from '@jiaohao/contracts/commands';
import type { Principal } from '@jiaohao/contracts/principal';
import { logCommand } from './logging.ts';
import type { CommandLine } from './logging.ts';

export interface CommandRecord {
  command(line: CommandLine & { readonly type: string }): void;
  /** A body that is no command; what it says of itself is counted where it is a type that there is. */
  unreadable(body: unknown, who: Principal, outcome: string, durationMs: number): void;
}

export function openCommandRecord(logger: Logger, count: (type: string, outcome: string) => void): CommandRecord {
  let lines: CommandLine[] = [];
  const write = () => {
    const written = lines;
    lines = [];
    for (const line of written) logCommand(logger, line);
  };
  const keep = (line: CommandLine) => {
    // One errand a turn: one for each line would cost more than the line.
    if (lines.push(line) === 1) setImmediate(write);
  };
  return {
    command: (line) => {
      count(line.type, line.outcome);
      keep(line);
    },
    unreadable: (body, who, outcome, durationMs) => {
      count(commandTypeOf(body), outcome);
      keep({ requestId: null, type: null, who, outcome, durationMs });
    },
  };
}

function commandTypeOf(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('type' in body)) return 'none';
  return typeof body.type === 'string' && Object.hasOwn(commandSchemas, body.type) ? body.type : 'none';
}
