// A start after a busy day: process to listening, against a process that reads, parses and hashes the same rows.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '@jiaohao/contracts/commands';
import type { Principal } from '@jiaohao/contracts/principal';
import { hallClock } from '../../hall-server/clock.ts';
import { Journal } from '../../hall-server/journal/event-journal.ts';
import { openHall } from '../../hall-server/open-hall.ts';
import type { OpenedHall } from '../../hall-server/open-hall.ts';
import { startServer } from '../replay/server-process.ts';
import { NOON_AT, WINDOWS, benchConfig, kioskId, queueId, staffNo, windowId } from './bench-hall.ts';
import { measure } from './figure.ts';
import type { Figure } from './figure.ts';
import { runReference } from './reference-process.ts';

const EVENTS = 100_000;
const ADMIN: Principal = { kind: 'admin' };

export async function start100kEvents(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-bench-start-'));
  try {
    await fillJournal(folder);
    const wanted = [{ name: 'start-100k-events', unit: 'ms', limit: 3, kind: 'time' }] as const;
    return await measure(
      wanted,
      async () => [await startMs(folder)],
      async () => [await runReference('read-rows.ts', join(folder, 'hall.db'))],
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function startMs(dataFolder: string): Promise<number> {
  const began = performance.now();
  const server = await startServer({ dataFolder, clockStartAt: NOON_AT });
  const tookMs = performance.now() - began;
  await server.stop();
  return tookMs;
}

/** One business day of tickets issued, printed, called and served with one key, through the hall itself. */
async function fillJournal(folder: string): Promise<void> {
  const end = (error: unknown): never => {
    throw error;
  };
  const hall = openHall({
    journal: Journal.open({ folder }),
    clock: hallClock(NOON_AT, 0.001),
    onFatal: end,
    onBug: end,
  });
  const asked = new Asking(hall);
  await asked.do([{ type: 'configureHall', config: benchConfig() }], ADMIN);
  for (let at = 0; at < WINDOWS; at++) {
    await asked.do([{ type: 'signIn', windowId: windowId(at), staffNo: staffNo(at) }], ADMIN);
  }
  const windows = Array.from({ length: WINDOWS }, (_, at) => at);
  while (hall.health().seq < EVENTS) {
    const kiosk: Principal = { kind: 'terminal', terminalId: kioskId(0) };
    const issued = await asked.do(
      windows.map((at) => ({ type: 'issueTicket', queueId: queueId(at) })),
      kiosk,
    );
    const printed = issued.flatMap((result): Command[] =>
      'ticket' in result && result.ticket !== null
        ? [{ type: 'confirmTicketPrinted', ticketId: result.ticket.ticketId }]
        : [],
    );
    await asked.do(printed, kiosk);
    await asked.do(
      windows.map((at) => ({ type: 'callNext', windowId: windowId(at) })),
      ADMIN,
    );
  }
  hall.close();
}

class Asking {
  readonly #hall: OpenedHall;
  #requests = 0;

  constructor(hall: OpenedHall) {
    this.#hall = hall;
  }

  /** Commands of one turn share a transaction. */
  async do(commands: readonly Command[], who: Principal) {
    const answers = await Promise.all(
      commands.map((command) => this.#hall.execute({ requestId: `fill-${++this.#requests}-request`, command, who })),
    );
    return answers.map((answer) => {
      if (!answer.ok) throw new Error(`The hall refused: ${answer.refusal.code}`);
      return answer.result;
    });
  }
}
