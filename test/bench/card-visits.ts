// People who lay a card and take a ticket at a terminal program on its serial lines: hall, terminal and devices as processes of their own, no browser.
import type { Port } from '@jiaohao/drivers';
import { startHall } from '../journeys/hall-program.ts';
import type { HallProgram } from '../journeys/hall-program.ts';
import { startKiosk } from '../journeys/simulated-kiosk.ts';
import type { SimulatedKiosk } from '../journeys/simulated-kiosk.ts';
import { PageStandIn } from './page-stand-in.ts';
import { cardOf } from './people.ts';

export const QUEUE_ID = 'social';
/** People go to each in turn: a queue has 9999 numbers a day (rule Q8), and more people come. */
const QUEUE_IDS = [QUEUE_ID, 'medical'] as const;
const ESC = 0x1b;
/** Of a terminal at which nothing more happens; it holds no names. */
const TOLD_OF_LOG = 2000;
/** Only the reply that holds a card is so long. */
const CARD_REPLY_BYTES = 1295;

export interface CardVisits {
  readonly hall: HallProgram;
  readonly kiosk: SimulatedKiosk;
  readonly page: PageStandIn;
  /**
   * One person: card laid, ticket out, card lifted. Milliseconds from the card's last byte to the ticket's first; NaN for a ticket that
   * was not printed, as on a machine too busy for the printer's answers to come in time.
   */
  readonly visit: () => Promise<number>;
}

export async function withCardVisits<T>(use: (visits: CardVisits) => Promise<T>): Promise<T> {
  const closing: (() => unknown)[] = [];
  try {
    const hall = await startHall();
    closing.push(() => hall.remove());
    const times = { cardAt: NaN, ticketAt: NaN };
    const kiosk = await startKiosk(hall, 'kiosk-1', (port) =>
      tellingWrites(port, (bytes) => {
        if (bytes.length === CARD_REPLY_BYTES) times.cardAt = performance.now();
      }),
    );
    closing.push(() => kiosk.stop());
    kiosk.printerPort.onBytes((bytes) => {
      if (Number.isNaN(times.ticketAt) && bytes.includes(ESC)) times.ticketAt = performance.now();
    });
    const page = await PageStandIn.open(kiosk.page);
    closing.push(() => page.close());
    await page.ready();
    let people = 0;
    const visit = async (): Promise<number> => {
      times.ticketAt = NaN;
      const isPrinted = await takeWithCard(kiosk, page, people++);
      return isPrinted ? times.ticketAt - times.cardAt : NaN;
    };
    return await use({ hall, kiosk, page, visit }).catch((cause: unknown) => {
      const log = kiosk.program.log().slice(-TOLD_OF_LOG);
      throw new Error(`After ${people} people. The terminal's log ends with:\n${log}`, { cause });
    });
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}

/** As the page does it whose person chose before laying the card. */
async function takeWithCard({ reader }: SimulatedKiosk, page: PageStandIn, nth: number): Promise<boolean> {
  const laid = page.cardIs('laid');
  reader.lay(cardOf(nth));
  await laid;
  const outcome = await page.takeTicket({ queueId: QUEUE_IDS[nth % QUEUE_IDS.length] ?? QUEUE_ID, withCard: true });
  if (outcome !== 'printed' && outcome !== 'notPrinted') throw new Error(`Visit ${nth + 1} ended with ${outcome}.`);
  const lifted = page.cardIs('lifted');
  reader.lift();
  page.say({ type: 'personLeft' });
  await lifted;
  return outcome === 'printed';
}

/** The same port, which tells what is given to it just before it is. */
function tellingWrites(port: Port, tell: (bytes: Uint8Array) => void): Port {
  return {
    name: port.name,
    get isOpen() {
      return port.isOpen;
    },
    bitsPerSecond: port.bitsPerSecond,
    open: () => port.open(),
    write: (bytes) => {
      tell(bytes);
      return port.write(bytes);
    },
    onBytes: (listener) => port.onBytes(listener),
    onClosed: (listener) => port.onClosed(listener),
    close: () => port.close(),
  };
}
