// After a restart: settles with the hall what the terminal was doing when it ended. Nothing is printed; nobody waits for it.
import { setTimeout as delay } from 'node:timers/promises';
import { askUntilSettled } from './ask-until-settled.ts';
import type { AskedTicket } from './kept-ticket.ts';
import { reportPrinting, TERMINAL_RESTARTED } from './print-ticket.ts';
import { issueCommand, TOUCH_IS_GOOD_FOR_MS } from './take-ticket.ts';
import type { TicketDesk } from './ticket-desk.ts';

const LOOK_AGAIN_MS = 500;

/** Resolves when everything kept is settled or handed on to its own report, or the terminal ends. */
export async function recoverTickets(desk: TicketDesk): Promise<void> {
  const left = desk.kept.items();
  if (left.length > 0) desk.log.warn({ requests: left.length }, 'Requests of an earlier run are settled');
  await Promise.all(
    left.map(async (kept) => {
      switch (kept.stage) {
        case 'asked':
          await settleAsked(desk, kept);
          break;
        case 'printing': {
          // The job may have reached the printer: only the next attempt, marked, may be printed.
          const { requestId, ticketId, attempt } = kept;
          const over = { requestId, ticketId, attempt, failure: 'unknown', code: TERMINAL_RESTARTED } as const;
          reportPrinting(desk, { stage: 'failed', ...over });
          break;
        }
        case 'printed':
        case 'failed':
          reportPrinting(desk, kept);
      }
    }),
  );
}

/**
 * Asked again only when the touch has expired: then the hall either gives the first answer (a number was made, and is
 * reported as not printed) or refuses, and no number is made for somebody who left. Without its card a request cannot be
 * repeated; the same card finds the number. A page that outlived the terminal may ask again itself meanwhile: then it is
 * no longer ours to settle.
 */
async function settleAsked(desk: TicketDesk, asked: AskedTicket): Promise<void> {
  const { requestId, touchedAt } = asked;
  while (desk.hall.state !== 'up' || desk.hall.now() <= touchedAt + TOUCH_IS_GOOD_FOR_MS) {
    await delay(LOOK_AGAIN_MS, null, { signal: desk.closing }).catch(() => null);
    if (desk.closing.aborted) return;
  }
  const isOurs = desk.kept.items().includes(asked) && !desk.running.has(requestId);
  if (!isOurs) return;
  if (asked.withCard) {
    desk.kept.remove(requestId);
    return;
  }
  const reply = await askUntilSettled(desk.hall, issueCommand(asked, null), desk.log, desk.closing);
  if (reply === null) return;
  if (!reply.ok) {
    desk.kept.remove(requestId);
    return;
  }
  const { ticketId, attempt } = reply.result.ticket;
  const over = { requestId, ticketId, attempt, failure: 'notPrinted', code: TERMINAL_RESTARTED } as const;
  reportPrinting(desk, { stage: 'failed', ...over });
}
