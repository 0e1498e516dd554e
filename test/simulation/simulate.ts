// One seeded run of the hall: days of people, clerks, retries, restarts, a full disk; every invariant at every step.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '@jiaohao/contracts/commands';
import { HallConfig } from '@jiaohao/contracts/hall-config';
import type { HallEvent } from '@jiaohao/contracts/events';
import { seededRandom } from '../random.ts';
import type { Random } from '../random.ts';
import { invariants } from './invariants.ts';
import type { Invariants } from './invariants.ts';
import { citizen, nextAct } from './people.ts';
import type { Act } from './people.ts';
import { SimulatedHall } from './simulated-hall.ts';

export interface SimulationResult {
  readonly broken: readonly string[];
  readonly events: number;
  readonly seen: ReadonlyMap<string, number>;
  readonly refusals: ReadonlyMap<string, number>;
}

const START_AT = Date.UTC(2026, 10, 23, 1);
const MINUTE_MS = 60_000;
/** Every so many steps all screens are compared with the views of the state. */
const SCREENS_EVERY = 3;

/** Sends about `steps` batches of requests. `broken` is empty when all is well; each sentence names a seq or a step. */
export async function simulate(seed: number, steps: number): Promise<SimulationResult> {
  const random = seededRandom(seed);
  const config = simulatedConfig(random);
  const checks = invariants(config);
  const refusals = new Map<string, number>();
  const events: HallEvent[] = [];
  const hall = new SimulatedHall(START_AT, (event) => {
    checks.observe(event);
    events.push(event);
  });
  try {
    await hall.configure(config);
    for (const { windowId } of config.windows) {
      await send(
        hall,
        [{ command: { type: 'signIn', windowId, staffNo: windowId.replace('w', '03') }, who: { kind: 'admin' } }],
        random,
        refusals,
      );
    }
    for (let step = 0; step < steps; step++) await oneStep(hall, random, config, checks, refusals, step);
    await finish(hall, checks, random, refusals);
    return {
      broken: [...checks.broken, ...personalData(events, hall)],
      events: events.length,
      seen: checks.seen,
      refusals,
    };
  } finally {
    hall.close();
  }
}

/** The demo hall cut to eight windows; who starts the serving, by key or inferred, is the seed's choice. */
function simulatedConfig(random: Random): HallConfig {
  const demo = HallConfig.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../data/halls/demo.json'), 'utf8')));
  const startServing = random.pick(['inferred', 'byKey'] as const);
  const kept = new Set(['w01', 'w04', 'w06', 'w09', 'w11', 'w15', 'w17', 'w19']);
  const windows = demo.windows.filter((window) => kept.has(window.windowId));
  return HallConfig.parse({
    ...demo,
    windows,
    terminals: demo.terminals.filter((terminal) => !('windowId' in terminal) || kept.has(terminal.windowId)),
    displays: demo.displays.filter((display) => display.kind === 'board' || kept.has(display.windowId)),
    policies: { ...demo.policies, startServing },
  });
}

async function oneStep(
  hall: SimulatedHall,
  random: Random,
  config: HallConfig,
  checks: Invariants,
  refusals: Map<string, number>,
  step: number,
) {
  hall.now += random.chance(0.02) ? random.below(240) * MINUTE_MS : random.below(20_000);
  if (random.chance(0.005)) hall.now -= 60 * MINUTE_MS;
  hall.isWatched = random.chance(0.5);
  const acts = Array.from({ length: 1 + random.below(6) }, () => nextAct(random, hall.writer.state, config));
  if (random.chance(0.02)) await reconfigure(hall, config, random, refusals, step);
  if (random.chance(0.003)) await withFullDisk(hall, refusals, checks, step);
  await send(hall, acts, random, refusals);
  for (const calls of hall.writer.state.boards.values()) {
    const call = calls[0];
    if (call !== undefined && random.chance(0.3)) await hall.see(call.callSeq, 'board-hall');
  }
  if (random.chance(0.02) && !hall.restart())
    checks.broken.push(`step ${step}: the journal gives another state than the one left`);
  const stale = step % SCREENS_EVERY === 0 ? hall.staleScreens() : [];
  if (stale.length > 0) checks.broken.push(`step ${step}: screens are not what the state shows: ${stale.join(' ')}`);
}

/** The administrator takes a window away or gives it back, while people wait and are served; what is in use is refused. */
async function reconfigure(
  hall: SimulatedHall,
  config: HallConfig,
  random: Random,
  refusals: Map<string, number>,
  step: number,
): Promise<void> {
  const taken = random.chance(0.5) ? null : random.pick(['w04', 'w11', 'w17']);
  const command: Command = {
    type: 'configureHall',
    config: {
      ...config,
      windows: config.windows.filter((window) => window.windowId !== taken),
      terminals: config.terminals.filter((terminal) => terminal.role !== 'window' || terminal.windowId !== taken),
      displays: config.displays.filter((display) => display.kind === 'board' || display.windowId !== taken),
    },
  };
  const [answer] = await hall.send([{ command, who: { kind: 'admin' }, requestId: `configure-${step}` }]);
  if (answer?.ok === false) refusals.set(answer.refusal.code, (refusals.get(answer.refusal.code) ?? 0) + 1);
}

/** Some requests are sent twice with the same id; both must have the same answer. */
async function send(
  hall: SimulatedHall,
  acts: readonly Act[],
  random: Random,
  refusals: Map<string, number>,
): Promise<void> {
  const requests = acts.map((act) => ({
    ...act,
    requestId: `r${Math.floor(random.next() * 2 ** 48)
      .toString(36)
      .padStart(10, '0')}`,
  }));
  const repeated = requests.filter(() => random.chance(0.1));
  const answers = await hall.send([...requests, ...repeated]);
  repeated.forEach((request, at) => {
    const first = answers[requests.indexOf(request)];
    const second = answers[requests.length + at];
    if (first?.ok === true && JSON.stringify(first) !== JSON.stringify(second))
      throw new Error(`two answers to one request: ${request.command.type}`);
  });
  for (const answer of answers) {
    if (!answer.ok) refusals.set(answer.refusal.code, (refusals.get(answer.refusal.code) ?? 0) + 1);
  }
}

/** More numbers than a full disk can hold are asked for: all are refused, nothing changes, and it goes on when there is space again. */
async function withFullDisk(hall: SimulatedHall, refusals: Map<string, number>, checks: Invariants, step: number) {
  hall.journal.limitPages(1);
  const before = hall.writer.state.seq;
  const command = { type: 'issueTicket', queueId: 'general' } as const;
  const requests = Array.from({ length: 400 }, (_, at) => ({
    command,
    who: { kind: 'admin' } as const,
    requestId: `full-${step}-${at}`,
  }));
  const answers = await hall.send(requests);
  hall.journal.limitPages(2 ** 30);
  const isFull = hall.writer.isStorageFull;
  hall.writer.isStorageFull = false;
  if (!isFull) return;
  refusals.set('storageFull', (refusals.get('storageFull') ?? 0) + 1);
  const isUntouched = hall.writer.state.seq === before && answers.every((answer) => !answer.ok);
  if (!isUntouched) checks.broken.push(`step ${step}: something was done on a full disk`);
}

async function finish(
  hall: SimulatedHall,
  checks: Invariants,
  random: Random,
  refusals: Map<string, number>,
): Promise<void> {
  await send(hall, [{ command: { type: 'closeDay' }, who: { kind: 'admin' } }], random, refusals);
  if (!hall.restart()) checks.broken.push('at the end: the journal gives another state than the one left');
  const differences = hall.journal.rebuildReadModels();
  if (differences.length > 0)
    checks.broken.push(`read models differ from the events: ${JSON.stringify(differences[0])}`);
}

/** No name and no ID number of anybody in events or on screens. */
function personalData(events: readonly HallEvent[], hall: SimulatedHall): string[] {
  const text = JSON.stringify(events) + [...hall.screens.values()].join('');
  const person = citizen(seededRandom(0));
  return [person.idNumber.slice(0, 14), person.name.slice(0, 2)]
    .filter((part) => text.includes(part))
    .map((part) => `personal data (${part}…) in events or views`);
}
