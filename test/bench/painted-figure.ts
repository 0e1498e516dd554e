// From the clerk's press to the frame on a real board in Chromium, beside an empty page that paints a bare broadcast.
import type { Page } from 'playwright-core';
import type { Socket } from 'socket.io-client';
import { BOARD, startScreens } from '../journeys/chromium.ts';
import { ask, connectBare, requestId, watch } from './bare-client.ts';
import { QUEUES, displayId, kioskId, openBenchHall, queueId, staffNo, windowId } from './bench-hall.ts';
import type { BenchHall } from './bench-hall.ts';
import { measure, quantile } from './figure.ts';
import type { Figure } from './figure.ts';
import { startReference } from './reference-process.ts';

const PRESSES_A_ROUND = 20;
const WARM_UP_ROUNDS = 2;
const TICKETS_A_QUEUE = 40;
/** Of different length, so that the presses meet the frames at every phase. */
const PAUSES_MS = [41, 47, 53, 59];
const FRAME_MS_MAX = 20_000;

/** Both sides wait for the same two frames; the durable commit and the drawing of a whole board may cost as much again. */
const WANTED = [{ name: 'call-to-painted', unit: 'ms', limit: 2, kind: 'time' }] as const;

export async function callToPainted(): Promise<Figure[]> {
  const screens = await startScreens();
  const hall = await openBenchHall();
  const reference = await startReference('paint.ts');
  const sockets: Socket[] = [];
  try {
    const token = await hall.token('display', displayId(0));
    const board = await screens.open(`${hall.server.url}/board/#token=${token}`, BOARD);
    const own = await ourPress(hall, sockets);
    await screens.open(reference.url, BOARD);
    const bare = await barePress(reference.url, sockets);
    const ours = async () => {
      const took = await presses(own);
      await untilStill(board);
      return took;
    };
    for (let round = 0; round < WARM_UP_ROUNDS; round++) {
      await ours();
      await presses(bare);
    }
    const figures = await measure(WANTED, ours, () => presses(bare));
    if (screens.troubles.length > 0) throw new Error(`The board's page: ${screens.troubles.join('; ')}`);
    return figures;
  } finally {
    for (const socket of sockets) socket.disconnect();
    await screens.close();
    await Promise.all([hall.close(), reference.stop()]);
  }
}

/** Presses, and resolves when the page has said that the call is painted. */
type Press = () => Promise<void>;

async function presses(press: Press): Promise<number[]> {
  const took: number[] = [];
  for (let nth = 0; nth < PRESSES_A_ROUND; nth++) {
    const began = performance.now();
    await press();
    took.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, PAUSES_MS[nth % PAUSES_MS.length]));
  }
  return [quantile(took, 0.5)];
}

/** The border of a call fades for some seconds: the reference must not share the machine with it. */
async function untilStill(board: Page): Promise<void> {
  await board.evaluate('Promise.allSettled(document.getAnimations().map((each) => each.finished)).then(() => true)');
}

async function ourPress(hall: BenchHall, sockets: Socket[]): Promise<Press> {
  const connect = async (kind: 'terminal' | 'clerk', id: string) => {
    const socket = await connectBare(hall.server.url, await hall.token(kind, id));
    sockets.push(socket);
    return socket;
  };
  const kiosk = await connect('terminal', kioskId(0));
  const tickets = Array.from({ length: QUEUES * TICKETS_A_QUEUE }, (_, at) => at);
  await Promise.all(tickets.map((at) => ask(kiosk, { type: 'issueTicket', queueId: queueId(at) })));
  const clerks: Socket[] = [];
  for (let at = 0; at < QUEUES; at++) {
    const clerk = await connect('clerk', staffNo(at));
    await ask(clerk, { type: 'signIn', windowId: windowId(at), staffNo: staffNo(at) });
    await watch(clerk, [`clerkCalls/${windowId(at)}`, `clerkStatus/${windowId(at)}`]);
    clerks.push(clerk);
  }
  let next = 0;
  return () => {
    const at = next++ % QUEUES;
    const clerk = clerks[at];
    if (clerk === undefined) throw new Error(`No clerk at window ${at}.`);
    return painted(clerk, () =>
      clerk.emit('command', { requestId: requestId(), type: 'callNext', windowId: windowId(at) }, () => undefined),
    );
  };
}

async function barePress(url: string, sockets: Socket[]): Promise<Press> {
  const console = await connectBare(url);
  sockets.push(console);
  let next = 0;
  return () => painted(console, () => console.emit('press', ++next));
}

/** The receipt that follows the press; the hall sends it for the first display of a call, and here is only one. */
function painted(console: Socket, press: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Nothing was painted within ${FRAME_MS_MAX} ms.`)), FRAME_MS_MAX);
    console.once('receipts', () => {
      clearTimeout(timer);
      resolve();
    });
    press();
  });
}
