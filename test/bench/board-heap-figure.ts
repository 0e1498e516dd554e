// What a board's page holds after 100,000 calls, beside the same page after its first thousand; the bench stands in the hall's place.
import type { BoardCalls, BoardStatus } from '@jiaohao/contracts/views';
import { BOARD, startScreens } from '../journeys/chromium.ts';
import { HALL_TIME, openHallStage } from '../journeys/support/hall-stage.ts';
import type { HallStage } from '../journeys/support/hall-stage.ts';
import { figureOf } from './figure.ts';
import type { Figure } from './figure.ts';
import { FLAT_LIMIT, PageHeap } from './page-heap.ts';

const CALLS = 100_000;
const FIRST_CALLS = 1_000;
/** As many as a hall lists for its boards. */
const LISTED = 12;
/** Sent together; the next follow when the board has painted the last of these. */
const BURST = 250;
/** The waiting counts come with fewer messages than the calls do. */
const CALLS_A_STATUS = 10;
const BURST_MS_MAX = 120_000;
/** Of the hall's time, not of ours: a call old enough to be history when the next burst comes. */
const BETWEEN_CALLS_MS = 100;

/** The same layout drawn in few dots: what is held in memory is the page's, and dots cost only time. */
const SIZE = { ...BOARD, deviceScaleFactor: 0.1 };

const WANTED = { name: 'board-memory', unit: 'MiB', limit: FLAT_LIMIT, kind: 'time' } as const;

export async function boardMemory(): Promise<Figure[]> {
  const stage = await openHallStage({
    who: { kind: 'display', displayId: 'd1' },
    place: { zoneId: null, windowId: null },
  });
  const screens = await startScreens();
  try {
    stage.show('boardStatus/hall', STATUS);
    stage.beat();
    const page = await screens.open(`${stage.url}/board/#token=bench`, SIZE);
    const heap = await PageHeap.of(page);
    const feed = new CallFeed(stage);
    await feed.upTo(FIRST_CALLS);
    const first = await heap.samplesMib();
    await feed.upTo(CALLS);
    const all = await heap.samplesMib();
    if (screens.troubles.length > 0) throw new Error(`The board's page: ${screens.troubles.join('; ')}`);
    return [figureOf(WANTED, all, first)];
  } finally {
    await screens.close();
    await stage.close();
  }
}

const STATUS: BoardStatus = {
  seq: 1,
  hallName: { zh: '测试大厅', en: 'Bench hall' },
  zoneName: null,
  timeZone: 'Asia/Shanghai',
  isDayOpen: true,
  isTicketing: true,
  queues: Array.from({ length: 7 }, (_, at) => ({
    queueId: `q${at + 1}`,
    name: { zh: `队列 ${at + 1}`, en: `Queue ${at + 1}` },
    waiting: at,
    estimatedWaitMs: at * 60_000,
  })),
};

class CallFeed {
  readonly #stage: HallStage;
  #calls: BoardCalls['calls'] = [];
  #callSeq = 0;

  constructor(stage: HallStage) {
    this.#stage = stage;
  }

  async upTo(callSeq: number): Promise<void> {
    while (this.#callSeq < callSeq) {
      for (let left = Math.min(BURST, callSeq - this.#callSeq); left > 0; left -= 1) this.#call();
      await this.#painted();
    }
  }

  #call(): void {
    this.#callSeq += 1;
    const at = HALL_TIME + this.#callSeq * BETWEEN_CALLS_MS;
    const call = {
      callSeq: this.#callSeq,
      ticketNumber: `A${String(this.#callSeq % 1_000).padStart(3, '0')}`,
      windowLabel: String((this.#callSeq % 40) + 1),
      calledAt: at,
      callCount: 1,
      startedAt: null,
    };
    this.#calls = [call, ...this.#calls].slice(0, LISTED);
    if (this.#callSeq % BURST === 1) this.#stage.beat(at);
    this.#stage.show('boardCalls/hall', { seq: this.#callSeq, calls: this.#calls });
    if (this.#callSeq % CALLS_A_STATUS === 0)
      this.#stage.show('boardStatus/hall', { ...STATUS, seq: this.#callSeq + 1 });
  }

  /** What the board said so far is forgotten here, as a hall forgets it. */
  async #painted(): Promise<void> {
    const giveUpAt = Date.now() + BURST_MS_MAX;
    const { said } = this.#stage;
    const isLast = ({ message }: { message: unknown }) =>
      (message as { callSeq?: number } | null)?.callSeq === this.#callSeq;
    while (!said.some(isLast)) {
      if (Date.now() > giveUpAt) throw new Error(`Call ${this.#callSeq} was not painted within ${BURST_MS_MAX} ms.`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    said.length = 0;
  }
}
