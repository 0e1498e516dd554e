// What comes in over the network: HTTP answers by route, commands by outcome, sockets opened, closed and turned away.
import { Counter } from 'prom-client';
import type { Registry } from 'prom-client';
import { commandSchemas } from '@jiaohao/contracts/commands';
import type { Connections } from './health-connections.ts';
import type { RunCommand } from './run-command.ts';

export interface TrafficCounts {
  /** `route` is the pattern of the route, never the address that was asked for; null where none fitted. */
  answered(method: string, route: string | null, status: number): void;
  /** The same door for commands, counted. */
  counted(run: RunCommand): RunCommand;
}

const METHODS = new Set(['GET', 'POST', 'PUT', 'DELETE', 'HEAD']);

export function trafficCounts(registry: Registry, connections: Connections): TrafficCounts {
  const registers = [registry];
  const answers = new Counter({
    name: 'jiaohao_http_answers_total',
    help: 'HTTP answers by method, route and status',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const commands = new Counter({
    name: 'jiaohao_commands_total',
    help: 'Commands by type and outcome: ok, or the code of the refusal or error',
    labelNames: ['type', 'outcome'],
    registers,
  });
  socketCounter(registry, connections);
  return {
    answered(method, route, status) {
      // Words that anybody may send are not taken for labels: each would stay in memory for ever.
      const known = METHODS.has(method) ? method : 'other';
      answers.inc({ method: known, route: route ?? 'none', status });
    },
    counted: (run) => async (who, body) => {
      const answer = await run(who, body);
      const outcome = answer.ok ? 'ok' : 'error' in answer ? answer.error.code : answer.refusal.code;
      commands.inc({ type: commandTypeOf(body), outcome });
      return answer;
    },
  };
}

function commandTypeOf(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('type' in body)) return 'none';
  return typeof body.type === 'string' && Object.hasOwn(commandSchemas, body.type) ? body.type : 'none';
}

function socketCounter(registry: Registry, { counts }: Connections): void {
  const sockets = new Counter({
    name: 'jiaohao_sockets_total',
    help: 'Sockets opened, closed and refused since the start',
    labelNames: ['what'],
    registers: [registry],
    collect() {
      sockets.reset();
      for (const what of ['opened', 'closed', 'refused'] as const) sockets.inc({ what }, counts[what]);
    },
  });
}
