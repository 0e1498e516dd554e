// The parts of the way from a wish at a terminal to the first byte of its ticket, each alone, on the same machine, lines and disk.
import { fork } from 'node:child_process';
import { closeSync, fsyncSync, mkdtempSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createPort } from '@jiaohao/drivers';
import type { Port } from '@jiaohao/drivers';
import { openPtyPair } from '@jiaohao/drivers/simulators';
import { quantile } from './figure.ts';
import { cardOf } from './people.ts';

const PARTS_A_ROUND = 5;
const TICKET_BYTES = 600;
const NOTE_BYTES = 200;
/** Of the terminal: before it asks the hall, and before the printer moves. */
const NOTES = 2;

/** Each in milliseconds. */
export interface OwnParts {
  /** A question that the terminal answers by itself, there and back. */
  readonly bridge: () => Promise<number>;
  /** A ticket asked of the hall and durable in it. */
  readonly issue: () => Promise<number>;
  /** How often something passes the device's line, one way. */
  readonly passages: number;
}

export class TicketParts {
  readonly #own: OwnParts;
  readonly #echo = fork(join(import.meta.dirname, 'reference/echo.ts'), [], { execArgv: [] });
  readonly #folder = mkdtempSync(join(tmpdir(), 'jiaohao-bench-notes-'));
  readonly #line: { readonly near: Port; readonly far: Port; close(): Promise<void> };

  private constructor(own: OwnParts, line: { near: Port; far: Port; close(): Promise<void> }) {
    this.#own = own;
    this.#line = line;
  }

  static async open(own: OwnParts): Promise<TicketParts> {
    const pair = await openPtyPair();
    const [near, far] = [pair.a, pair.b].map((path) => createPort(path, { baudRate: 115_200 })) as [Port, Port];
    await Promise.all([near.open(), far.open()]);
    const close = async (): Promise<void> => {
      await Promise.all([near.close(), far.close()]);
      await pair.close();
    };
    return new TicketParts(own, { near, far, close });
  }

  async sumMs(): Promise<number> {
    const bridge = await medianOf(PARTS_A_ROUND, this.#own.bridge);
    const crossing = await medianOf(PARTS_A_ROUND, () => timed(() => this.#crossAndBack()));
    const issue = await medianOf(PARTS_A_ROUND, this.#own.issue);
    const note = await medianOf(PARTS_A_ROUND, () => timed(() => this.#note()));
    const passage = await medianOf(PARTS_A_ROUND, () => this.#passage());
    return bridge + crossing + issue + NOTES * note + this.#own.passages * passage;
  }

  async close(): Promise<void> {
    this.#echo.disconnect();
    rmSync(this.#folder, { recursive: true });
    await this.#line.close();
  }

  #crossAndBack(): Promise<unknown> {
    const back = new Promise((resolve) => this.#echo.once('message', resolve));
    this.#echo.send({ type: 'cardRead', card: cardOf(0) });
    return back;
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

export async function medianOf(times: number, way: () => number | Promise<number>): Promise<number> {
  const took: number[] = [];
  for (let nth = 0; nth < times; nth++) took.push(await way());
  return quantile(took, 0.5);
}

export async function timed(what: () => unknown): Promise<number> {
  const began = performance.now();
  await what();
  return performance.now() - began;
}
