// From the last byte of a card at the reader's line to the first byte of its ticket at the printer's, beside the sum of the parts of that way.
import { fork } from 'node:child_process';
import { closeSync, fsyncSync, mkdtempSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createPort } from '@jiaohao/drivers';
import type { Port } from '@jiaohao/drivers';
import { openPtyPair } from '@jiaohao/drivers/simulators';
import type { Socket } from 'socket.io-client';
import { ask, connectBare } from './bare-client.ts';
import { QUEUE_ID, withCardVisits } from './card-visits.ts';
import { measure, quantile } from './figure.ts';
import type { Figure } from './figure.ts';
import type { PageStandIn } from './page-stand-in.ts';
import { cardOf } from './people.ts';

const CARDS_A_ROUND = 3;
const PARTS_A_ROUND = 5;
const TICKET_BYTES = 600;
const NOTE_BYTES = 200;
/** A card with a request behind it and a question with its answer: the reply, the ticket, four questions and four answers. */
const PASSAGES = 10;
const NOTES = 2;
/** Far from the people of the kiosk: the same card would find its number again. */
const OTHER_PEOPLE_FROM = 500_000;

/** What is between the parts: reading the card, layout and bytes of the ticket, checks of messages, and turns of four processes on two cores. */
const WANTED = [{ name: 'card-to-printer', unit: 'ms', limit: 3, kind: 'time' }] as const;

export function cardToPrinter(): Promise<Figure[]> {
  return withCardVisits(async ({ hall, page, visit }) => {
    const other = await connectBare(hall.url(), await hall.credential('terminal', 'kiosk-2'));
    const parts = await Parts.open(page, other);
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

async function medianOf(times: number, way: () => number | Promise<number>): Promise<number> {
  const took: number[] = [];
  for (let nth = 0; nth < times; nth++) took.push(await way());
  return quantile(took, 0.5);
}

/** Each part of the way alone, on the same machine, lines and disk. */
class Parts {
  readonly #page: PageStandIn;
  readonly #other: Socket;
  readonly #echo = fork(join(import.meta.dirname, 'reference/echo.ts'), [], { execArgv: [] });
  readonly #folder = mkdtempSync(join(tmpdir(), 'jiaohao-bench-notes-'));
  readonly #line: { readonly near: Port; readonly far: Port; close(): Promise<void> };
  #people = OTHER_PEOPLE_FROM;

  private constructor(page: PageStandIn, other: Socket, line: { near: Port; far: Port; close(): Promise<void> }) {
    this.#page = page;
    this.#other = other;
    this.#line = line;
  }

  static async open(page: PageStandIn, other: Socket): Promise<Parts> {
    const pair = await openPtyPair();
    const [near, far] = [pair.a, pair.b].map((path) => createPort(path, { baudRate: 115_200 })) as [Port, Port];
    await Promise.all([near.open(), far.open()]);
    const close = async (): Promise<void> => {
      await Promise.all([near.close(), far.close()]);
      await pair.close();
    };
    return new Parts(page, other, { near, far, close });
  }

  async sumMs(): Promise<number> {
    const bridge = await medianOf(PARTS_A_ROUND, () => timed(() => this.#askTerminal()));
    const crossing = await medianOf(PARTS_A_ROUND, () => timed(() => this.#crossAndBack()));
    const issue = await medianOf(PARTS_A_ROUND, () => timed(() => this.#issue()));
    const note = await medianOf(PARTS_A_ROUND, () => timed(() => this.#note()));
    const passage = await medianOf(PARTS_A_ROUND, () => this.#passage());
    return bridge + crossing + issue + NOTES * note + PASSAGES * passage;
  }

  async close(): Promise<void> {
    this.#echo.disconnect();
    rmSync(this.#folder, { recursive: true });
    await this.#line.close();
  }

  /** Answered by the terminal itself: no card lies there. */
  #askTerminal(): Promise<unknown> {
    return this.#page.takeTicket({ queueId: QUEUE_ID, withCard: true });
  }

  #crossAndBack(): Promise<unknown> {
    const back = new Promise((resolve) => this.#echo.once('message', resolve));
    this.#echo.send({ type: 'cardRead', card: cardOf(this.#people) });
    return back;
  }

  #issue(): Promise<unknown> {
    const { idNumber, name, birth } = cardOf(this.#people++);
    const iso = `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`;
    return ask(this.#other, { type: 'issueTicket', queueId: QUEUE_ID, idCard: { idNumber, name, birth: iso } });
  }

  /** As the terminal keeps what the hall has not answered. */
  #note(): void {
    const file = join(this.#folder, 'note');
    const handle = openSync(`${file}.next`, 'w');
    writeSync(handle, 'x'.repeat(NOTE_BYTES));
    fsyncSync(handle);
    closeSync(handle);
    renameSync(`${file}.next`, file);
  }

  async #passage(): Promise<number> {
    const { near, far } = this.#line;
    const arrived = new Promise<void>((resolve) => {
      const stop = far.onBytes(() => {
        stop();
        resolve();
      });
    });
    const tookMs = await timed(async () => {
      await near.write(new Uint8Array(TICKET_BYTES));
      await arrived;
    });
    // The rest must not be taken for the beginning of the next.
    await delay(20);
    return tookMs;
  }
}

async function timed(what: () => unknown): Promise<number> {
  const began = performance.now();
  await what();
  return performance.now() - began;
}
