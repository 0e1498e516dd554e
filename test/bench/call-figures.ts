// From the clerk's press to the last of fifty boards, with two hundred consoles connected.
import type { Socket } from 'socket.io-client';
import { ask, connectBare, requestId, watch } from './bare-client.ts';
import {
  BOARDS,
  QUEUES,
  WINDOWS,
  displayId,
  kioskId,
  openBenchHall,
  queueId,
  staffNo,
  windowId,
} from './bench-hall.ts';
import type { BenchHall } from './bench-hall.ts';
import { measure, quantile } from './figure.ts';
import type { Figure } from './figure.ts';
import { startReference } from './reference-process.ts';

const PRESSES_A_ROUND = 100;
/** A hall's server has been at work since the morning: both sides have compiled what they run before anything counts. */
const WARM_UP_ROUNDS = 8;
/** A press finds a hall that has done with the one before; the same pause for the reference. */
const PAUSE_MS = 10;
const TICKETS_A_QUEUE = 300;

export async function callToBoards(): Promise<Figure[]> {
  const hall = await openBenchHall();
  const reference = await startReference('broadcast.ts');
  try {
    const own = await ourBoards(hall);
    const bare = await bareBoards(reference.url);
    const wanted = [
      { name: 'call-to-boards-p50', unit: 'ms', limit: 1.5, kind: 'time' },
      { name: 'call-to-boards-p99', unit: 'ms', limit: 2, kind: 'time' },
    ] as const;
    for (let round = 0; round < WARM_UP_ROUNDS; round++) {
      await presses(own);
      await presses(bare);
    }
    const figures = await measure(
      wanted,
      () => presses(own),
      () => presses(bare),
    );
    for (const socket of [...own.sockets, ...bare.sockets]) socket.disconnect();
    return figures;
  } finally {
    await Promise.all([hall.close(), reference.stop()]);
  }
}

interface Pressable {
  readonly sockets: readonly Socket[];
  /** Presses, and resolves when the last board has been sent that call. */
  readonly press: () => Promise<void>;
}

async function presses({ press }: Pressable): Promise<number[]> {
  const took: number[] = [];
  for (let nth = 0; nth < PRESSES_A_ROUND; nth++) {
    const began = performance.now();
    await press();
    took.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return [quantile(took, 0.5), quantile(took, 0.99)];
}

async function ourBoards(hall: BenchHall): Promise<Pressable> {
  const { url } = hall.server;
  const connect = async (kind: 'terminal' | 'display' | 'clerk', id: string) =>
    connectBare(url, await hall.token(kind, id));
  const kiosk = await connect('terminal', kioskId(0));
  const tickets = Array.from({ length: QUEUES * TICKETS_A_QUEUE }, (_, at) => at);
  await Promise.all(tickets.map((at) => ask(kiosk, { type: 'issueTicket', queueId: queueId(at) })));
  const boards = await connectAll(BOARDS, async (at) => {
    const board = await connect('display', displayId(at));
    await watch(board, ['boardCalls/hall', 'boardStatus/hall']);
    return board;
  });
  const consoles = await connectAll(WINDOWS, async (at) => {
    const clerk = await connect('clerk', staffNo(at));
    await ask(clerk, { type: 'signIn', windowId: windowId(at), staffNo: staffNo(at) });
    await watch(clerk, [`clerkCalls/${windowId(at)}`, `clerkStatus/${windowId(at)}`]);
    return clerk;
  });
  let next = 0;
  const press = () => {
    const at = next++ % WINDOWS;
    const label = String(at + 1);
    const shown = lastOf(
      boards,
      ({ topic, view }) => topic === 'boardCalls/hall' && view?.calls[0]?.windowLabel === label,
    );
    consoles[at]?.emit(
      'command',
      { requestId: requestId(), type: 'callNext', windowId: windowId(at) },
      () => undefined,
    );
    return shown;
  };
  return { sockets: [kiosk, ...boards, ...consoles], press };
}

/** What a board is sent: by the hall a topic and its view, by the reference the number of the press. */
interface CallsMessage {
  readonly topic?: string;
  readonly view?: { readonly calls: readonly { readonly windowLabel: string }[] };
  readonly press?: number;
}

async function bareBoards(url: string): Promise<Pressable> {
  const boards = await connectAll(BOARDS, async () => {
    const board = await connectBare(url);
    await board.emitWithAck('board');
    return board;
  });
  const consoles = await connectAll(WINDOWS, () => connectBare(url));
  let next = 0;
  const press = () => {
    const number = next++;
    const shown = lastOf(boards, ({ press }) => press === number);
    consoles[number % WINDOWS]?.emit('press', number);
    return shown;
  };
  return { sockets: [...boards, ...consoles], press };
}

function connectAll(count: number, connect: (at: number) => Promise<Socket>): Promise<Socket[]> {
  return Promise.all(Array.from({ length: count }, (_, at) => connect(at)));
}

/** Resolves when every board has been sent such a view. */
function lastOf(boards: readonly Socket[], isSuch: (message: CallsMessage) => boolean): Promise<void> {
  return new Promise((resolve) => {
    let missing = boards.length;
    for (const board of boards) {
      const onView = (message: CallsMessage) => {
        if (!isSuch(message)) return;
        board.off('view', onView);
        missing -= 1;
        if (missing === 0) resolve();
      };
      board.on('view', onView);
    }
  });
}
