// Issuing a durable ticket: how long for one client alone, how many a second for two hundred together.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Socket } from 'socket.io-client';
import { ask, connectBare, watch } from './bare-client.ts';
import { KIOSKS, displayId, kioskId, openBenchHall, queueId } from './bench-hall.ts';
import { measure, quantile } from './figure.ts';
import type { Figure } from './figure.ts';
import { startReference } from './reference-process.ts';

const TICKETS_A_ROUND = 150;
/** A hall's server has been at work since the morning: both sides have compiled what they run before anything counts. */
const WARM_UP_ROUNDS = 20;
const CLIENTS = KIOSKS;
const REQUESTS_A_ROUND = 4_000;
const BOARDS_ATTACHED = 10;

export async function issueOneClient(): Promise<Figure[]> {
  return withBoth('one', async (hall, reference) => {
    const own = await connectBare(hall.server.url, await hall.token('terminal', kioskId(0)));
    const bare = await connectBare(reference.url);
    for (let round = 0; round < WARM_UP_ROUNDS; round++) await Promise.all([latencies(own), latencies(bare)]);
    const wanted = [{ name: 'issue-one-client', unit: 'ms', limit: 2, kind: 'time' }] as const;
    const figures = await measure(
      wanted,
      () => latencies(own),
      () => latencies(bare),
    );
    own.disconnect();
    bare.disconnect();
    return figures;
  });
}

async function latencies(socket: Socket): Promise<number[]> {
  const took: number[] = [];
  for (let nth = 0; nth < TICKETS_A_ROUND; nth++) {
    const began = performance.now();
    await ask(socket, { type: 'issueTicket', queueId: queueId(nth) });
    took.push(performance.now() - began);
  }
  return [quantile(took, 0.5)];
}

export async function issue200Clients(): Promise<Figure[]> {
  return withBoth('group', async (hall, reference) => {
    const numbers = Array.from({ length: CLIENTS }, (_, at) => at);
    const own = await Promise.all(
      numbers.map(async (at) => connectBare(hall.server.url, await hall.token('terminal', kioskId(at)))),
    );
    const boards = await Promise.all(
      numbers.slice(0, BOARDS_ATTACHED).map(async (at) => {
        const board = await connectBare(hall.server.url, await hall.token('display', displayId(at)));
        await watch(board, ['boardCalls/hall', 'boardStatus/hall']);
        return board;
      }),
    );
    const bare = await Promise.all(numbers.map(() => connectBare(reference.url)));
    const wanted = [{ name: 'issue-200-clients', unit: 'requests/s', limit: 2, kind: 'rate' }] as const;
    const figures = await measure(
      wanted,
      () => closedLoop(own),
      () => closedLoop(bare),
    );
    for (const socket of [...own, ...boards, ...bare]) socket.disconnect();
    return figures;
  });
}

/** Every client asks again as soon as it is answered. */
async function closedLoop(sockets: readonly Socket[]): Promise<number[]> {
  let left = REQUESTS_A_ROUND;
  const began = performance.now();
  await Promise.all(
    sockets.map(async (socket, at) => {
      while (left > 0) {
        left -= 1;
        await ask(socket, { type: 'issueTicket', queueId: queueId(at) });
      }
    }),
  );
  return [REQUESTS_A_ROUND / ((performance.now() - began) / 1_000)];
}

async function withBoth(
  mode: 'one' | 'group',
  use: (
    hall: Awaited<ReturnType<typeof openBenchHall>>,
    reference: Awaited<ReturnType<typeof startReference>>,
  ) => Promise<Figure[]>,
): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-bench-bare-'));
  const hall = await openBenchHall();
  const reference = await startReference('acknowledge.ts', join(folder, 'bare.db'), mode);
  try {
    return await use(hall, reference);
  } finally {
    await Promise.all([hall.close(), reference.stop()]);
    rmSync(folder, { recursive: true });
  }
}
