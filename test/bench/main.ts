// `npm run bench -- [--json] [--only NAME] [--short]`: the figures of docs/architecture.md, each against a bare reference on the same machine.
import { parseArgs } from 'node:util';
import { boardMemory } from './board-heap-figure.ts';
import { callToBoards } from './call-figures.ts';
import { cardToPrinter } from './card-figure.ts';
import type { Figure } from './figure.ts';
import { callNextFlat } from './flat-figure.ts';
import { framerThroughput } from './framer-figure.ts';
import { FRAMER_STREAMS } from './framer-streams.ts';
import { issue200Clients, issueOneClient } from './issue-figures.ts';
import { kioskMemory } from './kiosk-heap-figure.ts';
import { kioskLoad } from './kiosk-load-figures.ts';
import { rss10kTickets } from './memory-figure.ts';
import { callToPainted } from './painted-figure.ts';
import { start100kEvents } from './start-figure.ts';
import { kioskTapToPrinter } from './tap-figure.ts';
import { terminalMemory } from './terminal-memory-figure.ts';

interface Bench {
  readonly names: readonly string[];
  /** `isShort`: the long ones measure less and say so in their name. */
  readonly run: (isShort: boolean) => Promise<Figure[]>;
}

const BENCHES: readonly Bench[] = [
  { names: ['issue-one-client'], run: issueOneClient },
  { names: ['issue-200-clients'], run: issue200Clients },
  { names: ['call-to-boards-p50', 'call-to-boards-p99'], run: callToBoards },
  { names: ['call-next-flat'], run: callNextFlat },
  { names: ['start-100k-events'], run: start100kEvents },
  { names: ['rss-10k-tickets'], run: rss10kTickets },
  { names: ['call-to-painted'], run: callToPainted },
  { names: ['kiosk-first-paint', 'kiosk-bytes'], run: kioskLoad },
  { names: ['kiosk-tap-to-printer'], run: kioskTapToPrinter },
  { names: ['board-memory'], run: boardMemory },
  { names: ['kiosk-memory'], run: kioskMemory },
  { names: ['framer-throughput', ...FRAMER_STREAMS.map(({ name }) => `framer-${name}`)], run: framerThroughput },
  { names: ['card-to-printer'], run: cardToPrinter },
  { names: ['terminal-memory'], run: terminalMemory },
];

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    short: { type: 'boolean', default: false },
  },
});
const { json, only, short } = values;
const chosen = BENCHES.filter(({ names }) => only === undefined || names.includes(only));
if (chosen.length === 0) {
  process.stderr.write(`There is no figure ${String(only)}: ${BENCHES.flatMap(({ names }) => names).join(', ')}\n`);
  process.exit(2);
}
for (const { run } of chosen) {
  for (const figure of await run(short)) {
    if (only !== undefined && ![only, `${only}-short`].includes(figure.name)) continue;
    process.stdout.write(json ? `${JSON.stringify(figure)}\n` : `${tableRow(figure)}\n`);
  }
}

function tableRow({ name, value, unit, reference, ratio, limit, noisy }: Figure): string {
  const verdict = ratio <= limit ? 'PASS' : 'over limit';
  const figures = `${`${value} ${unit}`.padEnd(20)} reference ${String(reference).padEnd(9)} ratio ${ratio.toFixed(2).padEnd(7)}`;
  return `${name.padEnd(20)} ${figures} limit ${String(limit).padEnd(5)} ${verdict}${noisy ? ' (noisy)' : ''}`;
}
