// What the server holds in memory after ten thousand tickets, each issued, printed, called and served.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Socket } from 'socket.io-client';
import { ask, connectBare } from './bare-client.ts';
import { WINDOWS, kioskId, openBenchHall, queueId, staffNo, windowId } from './bench-hall.ts';
import { measure } from './figure.ts';
import type { Figure } from './figure.ts';

const TICKETS = 10_000;
const LIMIT_MIB = 200;

export async function rss10kTickets(): Promise<Figure[]> {
  const wanted = [{ name: 'rss-10k-tickets', unit: 'MiB', limit: 1, kind: 'time' }] as const;
  return measure(
    wanted,
    async () => [await rssMib()],
    () => Promise.resolve([LIMIT_MIB]),
  );
}

async function rssMib(): Promise<number> {
  const hall = await openBenchHall();
  try {
    const kiosk = await connectBare(hall.server.url, await hall.token('terminal', kioskId(0)));
    const windows = Array.from({ length: WINDOWS }, (_, at) => at);
    const clerks = await Promise.all(
      windows.map(async (at) => {
        const clerk = await connectBare(hall.server.url, await hall.token('clerk', staffNo(at)));
        await ask(clerk, { type: 'signIn', windowId: windowId(at), staffNo: staffNo(at) });
        return clerk;
      }),
    );
    for (let issued = 0; issued < TICKETS; issued += WINDOWS) await turn(kiosk, clerks);
    const rss = rssOf(hall.server.pid);
    for (const socket of [kiosk, ...clerks]) socket.disconnect();
    return rss;
  } finally {
    await hall.close();
  }
}

/** One ticket for every window, and every window calls. */
async function turn(kiosk: Socket, clerks: readonly Socket[]): Promise<void> {
  await Promise.all(
    clerks.map(async (_, at) => {
      const answer = await ask(kiosk, { type: 'issueTicket', queueId: queueId(at) });
      const { ticketId } = (answer as { result: { ticket: { ticketId: number } } }).result.ticket;
      await ask(kiosk, { type: 'confirmTicketPrinted', ticketId });
    }),
  );
  await Promise.all(clerks.map((clerk, at) => ask(clerk, { type: 'callNext', windowId: windowId(at) })));
}

/** Resident set of a process in MiB. */
function rssOf(pid: number): number {
  const status = `/proc/${pid}/status`;
  const kib = existsSync(status)
    ? /VmRSS:\s+(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  return Number(kib) / 1024;
}
