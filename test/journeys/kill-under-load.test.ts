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

/** Windows of the queue that is asked for, each with its clerk, calling and finishing by turns while numbers are taken. */
const WORKED = [
  { windowId: 'w09', staffNo: '0309' },
  { windowId: 'w11', staffNo: '0311' },
];

/** What the hall has answered to the windows: each must be in the journal once, as answered. */
interface Worked {
  readonly calls: { readonly callSeq: number; readonly ticketId: number }[];
  readonly ratings: { readonly evaluationId: number; readonly rating: number }[];
}

interface Issued {
  readonly requestId: string;
  readonly ticketNumber: string;
  readonly ticketId: number;
}

describe('kill -9 under load', () => {
  it('loses no acknowledged ticket, call or rating, doubles none, and answers repeated requests as before', async () => {
    hall = await startHall();
    const acknowledged: Issued[] = [];
    const unanswered = new Set<string>();
    const worked: Worked = { calls: [], ratings: [] };
    for (const at of WORKED) await hall.command({ type: 'signIn', ...at, actingFor: { staffNo: at.staffNo } });
    for (let kill = 0; kill < KILLS; kill++) {
      await loadUntilKilled(hall, kill, acknowledged, unanswered, worked);
      await hall.startAgain();
    }

    for (const issued of [...acknowledged]) {
      const again = ticketOf(await issue(hall, issued.requestId));
      expect(again).toMatchObject({ ticketId: issued.ticketId, ticketNumber: issued.ticketNumber });
    }
    for (const requestId of unanswered) expect((await issue(hall, requestId)).status).toBe(200);

    const events = await hall.events();
    expectKept(events, worked);
    const numbers = events.filter((event) => event['type'] === 'TicketIssued').map((event) => event['ticketNumber']);
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

function expectKept(events: readonly Readonly<Record<string, unknown>>[], { calls, ratings }: Worked): void {
  const ofType = (type: string) => events.filter((event) => event['type'] === type);
  const called = ofType('TicketCalled').map(({ callSeq, ticketId }) => ({ callSeq, ticketId }));
  const recorded = ofType('EvaluationRecorded').map(({ evaluationId, rating }) => ({ evaluationId, rating }));
  expect(calls.length).toBeGreaterThan(0);
  expect(ratings.length).toBeGreaterThan(0);
  expect(called).toEqual(expect.arrayContaining(calls));
  expect(recorded).toEqual(expect.arrayContaining(ratings));
  expect(new Set(called.map(({ ticketId }) => ticketId)).size).toBe(called.length);
  expect(new Set(recorded.map(({ evaluationId }) => evaluationId)).size).toBe(recorded.length);
}

/** Closed loop of clients; the process is killed in the middle of it, and what had no answer is noted. */
async function loadUntilKilled(
  server: HallProgram,
  kill: number,
  acknowledged: Issued[],
  unanswered: Set<string>,
  worked: Worked,
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
  const clerks = WORKED.map(({ windowId }) => workUntil(server, windowId, worked, () => isDead));
  await Promise.all([...clerks, ...Array.from({ length: CLIENTS }, (_, number) => client(number))]);
}

/** Calls, finishes and rates, noting what was answered, until the line breaks. */
async function workUntil(server: HallProgram, windowId: string, { calls, ratings }: Worked, isDead: () => boolean) {
  for (let rating = 1; !isDead(); rating = (rating % 5) + 1) {
    try {
      const { ticket } = (await server.command({ type: 'callNext', windowId })).body as {
        ticket?: { callSeq: number; ticketId: number } | null;
      };
      if (ticket !== undefined && ticket !== null) calls.push({ callSeq: ticket.callSeq, ticketId: ticket.ticketId });
      const { evaluation } = (await server.command({ type: 'finishServing', windowId })).body as {
        evaluation?: { evaluationId: number; ticketId: number } | null;
      };
      if (evaluation === undefined || evaluation === null) continue;
      const { status } = await server.command({ type: 'recordEvaluation', ...evaluation, rating });
      if (status === 200) ratings.push({ evaluationId: evaluation.evaluationId, rating });
    } catch {
      // The line broke before an answer came: nothing is promised.
    }
  }
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
