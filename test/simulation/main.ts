// `npm run simulate -- --seed N [--steps N]`: replays one seed and says what it found.
import { parseArgs } from 'node:util';
import { simulate } from './simulate.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, steps: { type: 'string', default: '400' } },
});
const result = await simulate(Number(values.seed), Number(values.steps));
process.stdout.write(
  `${JSON.stringify({ ...result, seen: Object.fromEntries(result.seen), refusals: Object.fromEntries(result.refusals) }, null, 2)}\n`,
);
process.exit(result.broken.length === 0 ? 0 : 1);
