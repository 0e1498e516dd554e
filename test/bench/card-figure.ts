// From the last byte of a card at the reader's line to the first byte of its ticket at the printer's, beside the sum of the parts of that way.
import { ask, connectBare } from './bare-client.ts';
import { QUEUE_ID, withCardVisits } from './card-visits.ts';
import { measure } from './figure.ts';
import type { Figure } from './figure.ts';
import { cardOf } from './people.ts';
import { medianOf, TicketParts, timed } from './ticket-parts.ts';

const CARDS_A_ROUND = 3;
/** A card with a request behind it and a question with its answer: the reply, the ticket, four questions and four answers. */
const PASSAGES = 10;
/** Far from the people of the kiosk: the same card would find its number again. */
const OTHER_PEOPLE_FROM = 500_000;

/** What is between the parts: reading the card, layout and bytes of the ticket, checks of messages, and turns of four processes on two cores. */
const WANTED = [{ name: 'card-to-printer', unit: 'ms', limit: 3, kind: 'time' }] as const;

export function cardToPrinter(): Promise<Figure[]> {
  return withCardVisits(async ({ hall, page, visit }) => {
    const other = await connectBare(hall.url(), await hall.credential('terminal', 'kiosk-2'));
    let people = OTHER_PEOPLE_FROM;
    const issue = (): Promise<unknown> => {
      const { idNumber, name, birth } = cardOf(people++);
      const iso = `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`;
      return ask(other, { type: 'issueTicket', queueId: QUEUE_ID, idCard: { idNumber, name, birth: iso } });
    };
    const parts = await TicketParts.open({
      // No card lies there.
      bridge: () => timed(() => page.takeTicket({ queueId: QUEUE_ID, withCard: true })),
      issue: () => timed(issue),
      passages: PASSAGES,
    });
    try {
      // The first of a process compiles its code.
      for (let nth = 0; nth < CARDS_A_ROUND; nth++) await visit();
      const ways = async () => [await medianOf(CARDS_A_ROUND, () => printed(visit))];
      return await measure(WANTED, ways, async () => [await parts.sumMs()]);
    } finally {
      other.disconnect();
      await parts.close();
    }
  });
}

async function printed(visit: () => Promise<number>): Promise<number> {
  const tookMs = await visit();
  if (Number.isNaN(tookMs)) throw new Error('A ticket was not printed.');
  return tookMs;
}
