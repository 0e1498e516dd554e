// Loaded into a terminal's processes (`--import`) while their memory is measured: the reader is looked at without its pause, which costs
// only time, and the garbage is collected when the bench asks for it.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { POLL_MS } from '../../drivers/id-card-reader/sdt/timings.ts';

const QUICK_MS = 4;
const COLLECTIONS = 3;

const realSetTimeout = globalThis.setTimeout;
const quick = (run: () => void, ms?: number): NodeJS.Timeout => realSetTimeout(run, ms === POLL_MS ? QUICK_MS : ms);
globalThis.setTimeout = Object.assign(quick, { __promisify__: realSetTimeout.__promisify__ });

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
process.on('SIGUSR2', () => {
  for (let nth = 0; nth < COLLECTIONS; nth++) collect();
});
