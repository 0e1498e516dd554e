// What comes in over the network: HTTP answers by route, commands by outcome, sockets opened, closed and turned away.
import { Counter } from 'prom-client';
import type { Registry } from 'prom-client';
import type { Connections } from './health-connections.ts';

export interface TrafficCounts {
  /** `route` is the pattern of the route, never the address that was asked for; null where none fitted. */
  answered(method: string, route: string | null, status: number): void;
  /** `type` is a type of command that there is, or `none`; `outcome` is ok, or the code of the refusal or error. */
  readonly command: (type: string, outcome: string) => void;
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
  const command = commandCounter(registry);
  socketCounter(registry, connections);
  return {
    answered(method, route, status) {
      // Words that anybody may send are not taken for labels: each would stay in memory for ever.
      const known = METHODS.has(method) ? method : 'other';
      answers.inc({ method: known, route: route ?? 'none', status });
    },
    command,
  };
}

/** Counted in a map, and told to the library when somebody looks: every command passes here. */
function commandCounter(registry: Registry): TrafficCounts['command'] {
  const counts = new Map<string, Map<string, number>>();
  const commands = new Counter({
    name: 'jiaohao_commands_total',
    help: 'Commands by type and outcome: ok, or the code of the refusal or error',
    labelNames: ['type', 'outcome'],
    registers: [registry],
    collect() {
      commands.reset();
      for (const [type, outcomes] of counts) {
        for (const [outcome, count] of outcomes) commands.inc({ type, outcome }, count);
      }
    },
  });
  return (type, outcome) => {
    const outcomes = counts.get(type) ?? new Map<string, number>();
    counts.set(type, outcomes);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  };
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
