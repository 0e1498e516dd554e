// A day from its model to its verdict: a real server with a fast clock, clients at work, the API's own account judged, a restart compared.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awaitsRating, openOnScreens, readApi, readViews } from './api-snapshot.ts';
import type { ApiSnapshot } from './api-snapshot.ts';
import { checkDay } from './checker.ts';
import type { DayFigures } from './checker.ts';
import type { DayModel } from './day-model.ts';
import { HallClient } from './hall-client.ts';
import { daySchedule, replayHall } from './hall-plan.ts';
import type { DaySchedule, ReplayHall } from './hall-plan.ts';
import { HallTime } from './hall-time.ts';
import { Floor, runBoard, runClerk, runKiosk } from './people-at-work.ts';
import { startServer } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';

export interface ReplayResult extends DayFigures {
  readonly replayEqualsLive: boolean;
  readonly problems: readonly string[];
  readonly speed: number;
  readonly shiftMs: number;
}

/** Real time in which the last ratings lapse at any speed. */
const LAPSE_REAL_MS_MAX = 120_000;

/** Throws NotReplayable before anything is started. */
export async function replayDay(model: DayModel, wantedSpeed: number | null, say: (line: string) => void) {
  const hall = replayHall(model);
  const schedule = daySchedule(model, wantedSpeed);
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-replay-'));
  try {
    const configFile = join(folder, 'hall.json');
    writeFileSync(configFile, JSON.stringify(hall.config));
    const tokens = await prepareHall(folder, configFile, hall, schedule);
    return await playAndJudge({ folder, configFile, hall, schedule, tokens, model, say });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Tokens {
  readonly clerks: readonly string[];
  readonly kiosks: readonly string[];
  readonly board: string;
}

/** At the day's first minute and normal speed: the hall takes its configuration, everybody gets a token. */
async function prepareHall(
  dataFolder: string,
  configFile: string,
  hall: ReplayHall,
  { midnightAt }: DaySchedule,
): Promise<Tokens> {
  const server = await startServer({ dataFolder, configFile, clockStartAt: midnightAt });
  try {
    const token = async (kind: string, id: string) => {
      const answer = await server.post('/api/v1/credentials', { kind, id });
      return (answer as { token: string }).token;
    };
    return {
      clerks: await Promise.all(hall.windows.map(({ staffNo }) => token('clerk', staffNo))),
      kiosks: await Promise.all(hall.kioskIds.map((kioskId) => token('terminal', kioskId))),
      board: await token('display', hall.displayId),
    };
  } finally {
    await server.stop();
  }
}

interface Played {
  readonly folder: string;
  readonly configFile: string;
  readonly hall: ReplayHall;
  readonly schedule: DaySchedule;
  readonly tokens: Tokens;
  readonly model: DayModel;
  readonly say: (line: string) => void;
}

async function playAndJudge(played: Played): Promise<ReplayResult> {
  const { folder, configFile, schedule, model } = played;
  const start = { dataFolder: folder, configFile };
  const fast = await startServer({ ...start, clockStartAt: schedule.clockStartAt, clockSpeed: schedule.speed });
  let live: ApiSnapshot;
  try {
    await Promise.race([playDay(fast, played), fast.died]);
    await ratingsLapsed(fast);
    live = await readApi(fast);
  } finally {
    await fast.stop();
  }
  const lastAt = live.events.at(-1)?.at ?? schedule.clockStartAt;
  const again = await startServer({ ...start, clockStartAt: lastAt });
  let restarted: ApiSnapshot;
  try {
    restarted = await readApi(again);
  } finally {
    await again.stop();
  }
  return judge(model, schedule, live, restarted);
}

function judge(model: DayModel, schedule: DaySchedule, live: ApiSnapshot, restarted: ApiSnapshot): ReplayResult {
  const { figures, problems } = checkDay(live.events, live.config);
  const changed = differentViews(live.views, restarted.views);
  const isSameJournal = JSON.stringify(live.events) === JSON.stringify(restarted.events);
  const wrongCount = figures.issued === model.visitors.length ? [] : [`${model.visitors.length} visitors in the model`];
  return {
    ...figures,
    openTickets: Math.max(figures.openTickets, openOnScreens(live.views)),
    replayEqualsLive: changed.length === 0 && isSameJournal,
    problems: [
      ...problems,
      ...wrongCount,
      ...changed.map((topic) => `${topic} is another view after the restart`),
      ...(isSameJournal ? [] : ['the events are others after the restart']),
    ],
    speed: schedule.speed,
    shiftMs: schedule.shiftMs,
  };
}

/** Topics whose view is not the same text in both. */
export function differentViews(live: ReadonlyMap<string, string>, restarted: ReadonlyMap<string, string>): string[] {
  return [...new Set([...live.keys(), ...restarted.keys()])].filter(
    (topic) => live.get(topic) !== restarted.get(topic),
  );
}

async function playDay(server: ServerProcess, played: Played): Promise<void> {
  const { hall, schedule, tokens, model, say } = played;
  const time = new HallTime(schedule.speed);
  const floor = new Floor(model.visitors.length);
  const clients: HallClient[] = [];
  const connect = async (name: string, token = '') => {
    const client = await HallClient.connect(server.url, token, name, time);
    clients.push(client);
    return { client, floor, time };
  };
  const board = await connect('board', tokens.board);
  await board.client.watch(['boardCalls/hall']);
  const clerks = await Promise.all(
    hall.windows.map(async ({ windowId, staffNo }, nth) => {
      const clerk = await connect(`clerk-${staffNo}`, tokens.clerks[nth]);
      await clerk.client.do({ type: 'signIn', windowId, staffNo });
      await clerk.client.watch([`clerkCalls/${windowId}`]);
      return { clerk, windowId };
    }),
  );
  const kiosks = await Promise.all(hall.kioskIds.map((kioskId, nth) => connect(kioskId, tokens.kiosks[nth])));
  const opensAt = schedule.originAt + model.opensMs;
  if (time.now() > opensAt) say('Everybody was at work only after the opening: the first waits are too long.');
  const stopTelling = tellProgress(floor, time, schedule, model, say);
  try {
    await Promise.all([
      runBoard(board),
      ...clerks.map(({ clerk, windowId }) => runClerk(clerk, windowId)),
      ...kiosks.map((kiosk, nth) =>
        runKiosk(
          kiosk,
          model.visitors.filter((_, at) => at % kiosks.length === nth),
          schedule.originAt,
        ),
      ),
    ]);
  } finally {
    stopTelling();
    for (const client of clients) client.close();
  }
}

function tellProgress(
  floor: Floor,
  time: HallTime,
  { originAt }: DaySchedule,
  model: DayModel,
  say: (line: string) => void,
) {
  const timer = setInterval(() => {
    const hours = ((time.now() - originAt) / 3_600_000).toFixed(1);
    say(`${hours} h of the day: ${floor.left} of ${model.visitors.length} have left`);
  }, 10_000);
  return () => clearInterval(timer);
}

/** Nobody rates in a replay: when the last asking has lapsed, the hall has nothing left to do by itself. */
async function ratingsLapsed(server: ServerProcess): Promise<void> {
  const endMs = performance.now() + LAPSE_REAL_MS_MAX;
  while (awaitsRating(await readViews(server))) {
    if (performance.now() > endMs) throw new Error('The last ratings have not lapsed.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
