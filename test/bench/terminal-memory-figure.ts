// What a terminal's two processes hold in memory after ten thousand cards and tickets, beside after the first thousand.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { withCardVisits } from './card-visits.ts';
import type { CardVisits } from './card-visits.ts';
import { figureOf } from './figure.ts';
import type { Figure } from './figure.ts';
import { FLAT_LIMIT } from './page-heap.ts';

interface Length {
  readonly name: string;
  readonly first: number;
  readonly all: number;
}

const WHOLE: Length = { name: 'terminal-memory', first: 1_000, all: 10_000 };
/** `--short`: shows that it works and what a leak of every visit would do, in minutes. */
const SHORT: Length = { name: 'terminal-memory-short', first: 500, all: 2_000 };

/** More than these few, and what is measured is no kiosk at work. */
const UNPRINTED_MAX = 0.01;
const SAMPLES = 7;
/** For the garbage to be collected in between. */
const SAMPLE_APART_MS = 300;
const PRELOAD = `--import=${join(import.meta.dirname, 'preload-quick-looks.ts')}`;

export async function terminalMemory(isShort: boolean): Promise<Figure[]> {
  const { name, first, all } = isShort ? SHORT : WHOLE;
  // The hall's process takes it too, which changes nothing in it.
  process.env['NODE_OPTIONS'] = `${process.env['NODE_OPTIONS'] ?? ''} ${PRELOAD}`.trim();
  return withCardVisits(async (visits) => {
    await visitTimes(visits, first);
    const before = await samplesMib(visits);
    await visitTimes(visits, all - first);
    const after = await samplesMib(visits);
    return [figureOf({ name, unit: 'MiB', limit: FLAT_LIMIT, kind: 'time' }, after, before)];
  });
}

async function visitTimes({ visit }: CardVisits, times: number): Promise<void> {
  let unprinted = 0;
  for (let nth = 0; nth < times; nth++) {
    if (Number.isNaN(await visit())) unprinted += 1;
    if (unprinted > UNPRINTED_MAX * times) throw new Error(`${unprinted} tickets of ${nth + 1} were not printed.`);
  }
}

/** Resident sets of the terminal and of its devices process together. */
async function samplesMib({ kiosk, page }: CardVisits): Promise<number[]> {
  const devicesPid = Number(/"devicesPid":(\d+)/.exec(kiosk.program.log())?.[1]);
  const pids = [devicesPid, statusOf(devicesPid, /PPid:\s+(\d+)/)];
  const samples: number[] = [];
  for (let nth = 0; nth < SAMPLES; nth++) {
    for (const pid of pids) process.kill(pid, 'SIGUSR2');
    await delay(SAMPLE_APART_MS);
    samples.push(pids.reduce((sum, pid) => sum + statusOf(pid, /VmRSS:\s+(\d+) kB/) / 1024, 0));
  }
  // On a machine that is busy with other things a collection may stand still for so long that the hall's connection lapses.
  await page.ready();
  return samples;
}

function statusOf(pid: number, what: RegExp): number {
  return Number(what.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
