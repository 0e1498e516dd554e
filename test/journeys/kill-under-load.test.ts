// kill -9 of the server under load: nothing that was acknowledged is lost, nothing is doubled, and every request can be asked again.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ROOT } from './child-process.ts';
import { startHall } from './hall-program.ts';
import type { Answer, HallProgram } from './hall-program.ts';

const CLIENTS = 20;
const KILLS = 3;
const ACKNOWLEDGED_BEFORE_KILL = 150;

let hall: HallProgram | null = null;
afterEach(async () => hall?.remove());

interface Issued {
  readonly requestId: string;
  readonly ticketNumber: string;
  readonly ticketId: number;
}

describe('kill -9 under load', () => {
  it('loses no acknowledged ticket, doubles none, and answers repeated requests as before', async () => {
    hall = await startHall();
    const acknowledged: Issued[] = [];
    const unanswered = new Set<string>();
    for (let kill = 0; kill < KILLS; kill++) {
      await loadUntilKilled(hall, kill, acknowledged, unanswered);
      await hall.startAgain();
    }

    for (const issued of [...acknowledged]) {
      const again = ticketOf(await issue(hall, issued.requestId));
      expect(again).toMatchObject({ ticketId: issued.ticketId, ticketNumber: issued.ticketNumber });
    }
    for (const requestId of unanswered) expect((await issue(hall, requestId)).status).toBe(200);

    const numbers = (await hall.events())
      .filter((event) => event['type'] === 'TicketIssued')
      .map((event) => event['ticketNumber']);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toHaveLength(acknowledged.length + unanswered.size);
    await hall.stop();
    const audit = spawnSync(process.execPath, [join(ROOT, 'hall-server/audit.ts'), '--data', hall.folder], {
      encoding: 'utf8',
    });
    expect(audit.stdout + audit.stderr).toContain('sound');
    expect(audit.status).toBe(0);
  });
});

/** Closed loop of clients; the process is killed in the middle of it, and what had no answer is noted. */
async function loadUntilKilled(
  server: HallProgram,
  kill: number,
  acknowledged: Issued[],
  unanswered: Set<string>,
): Promise<void> {
  let isDead = false;
  let answered = 0;
  const client = async (number: number) => {
    for (let at = 0; !isDead; at++) {
      const requestId = `kill-${kill}-client-${number}-${at}`;
      try {
        const ticket = ticketOf(await issue(server, requestId));
        acknowledged.push({ requestId, ...ticket });
        if (++answered === ACKNOWLEDGED_BEFORE_KILL) {
          isDead = true;
          await server.kill();
        }
      } catch {
        // The line broke before an answer came: the hall may or may not have done it. Asked again later.
        unanswered.add(requestId);
      }
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
}

function issue(server: HallProgram, requestId: string): Promise<Answer> {
  return server.command({ requestId, type: 'issueTicket', queueId: 'general' });
}

function ticketOf(answer: Answer): { ticketId: number; ticketNumber: string } {
  const ticket = answer.body['ticket'] as { ticketId: number; ticketNumber: string } | undefined;
  if (answer.status !== 200 || ticket === undefined)
    throw new Error(`no ticket: ${answer.status} ${JSON.stringify(answer.body)}`);
  return { ticketId: ticket.ticketId, ticketNumber: ticket.ticketNumber };
}
