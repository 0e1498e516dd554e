// How many bytes a second each framer of the drivers takes, beside a plain copy of the same chunks; the slowest is the figure.
import { measure } from './figure.ts';
import type { Figure } from './figure.ts';
import { FRAMER_STREAMS } from './framer-streams.ts';
import type { FramerStream } from './framer-streams.ts';

const BYTES_A_MB = 1_000_000;
/** Long enough for a clock of whole microseconds. */
const ROUND_MS = 40;

/**
 * A copy is a memory move of 64 bytes; a framer keeps a rest, looks at every byte, sums, and hands out copies. One that judged the same
 * bytes over and over, or kept what it should drop, would be many hundreds of times slower. The fastest serial line here carries 0.012 MB/s.
 */
const LIMIT = 100;

export async function framerThroughput(): Promise<Figure[]> {
  const wanted = FRAMER_STREAMS.map(({ name }) => ({
    name: `framer-${name}`,
    unit: 'MB/s',
    limit: LIMIT,
    kind: 'rate' as const,
  }));
  const each = await measure(
    wanted,
    () => Promise.resolve(FRAMER_STREAMS.map((stream) => rate(stream, () => framing(stream)))),
    () => Promise.resolve(FRAMER_STREAMS.map((stream) => rate(stream, () => copying(stream)))),
  );
  const worst = each.reduce((slowest, figure) => (figure.ratio > slowest.ratio ? figure : slowest));
  return [{ ...worst, name: 'framer-throughput' }, ...each];
}

/** MB a second over as many whole streams as fit into a round. */
function rate({ chunks }: FramerStream, once: () => void): number {
  const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const began = performance.now();
  let streams = 0;
  let tookMs = 0;
  do {
    once();
    streams += 1;
    tookMs = performance.now() - began;
  } while (tookMs < ROUND_MS);
  return (streams * bytes * 1000) / tookMs / BYTES_A_MB;
}

/** A framer may wipe what it is given, as it may be personal data: it gets a copy, as from a port. */
function framing({ name, chunks, frameCount, open }: FramerStream): void {
  const push = open();
  let frames = 0;
  for (const chunk of chunks) frames += push(chunk.slice());
  if (frames !== frameCount) throw new Error(`${name}: ${frames} frames of ${frameCount}`);
}

/** Kept until the next one, so that the copy is made. */
let copied = new Uint8Array();

function copying({ chunks }: FramerStream): void {
  for (const chunk of chunks) copied = chunk.slice();
  if (copied.length === 0) throw new Error('nothing was copied');
}
