// Everything that the hall says of itself over HTTP at one moment: its configuration, all its events, every view.
import { z } from 'zod';
import { EventBody, EventEnvelope } from '@jiaohao/contracts/events';
import type { HallEvent } from '@jiaohao/contracts/events';
import { HallConfig } from '@jiaohao/contracts/hall-config';
import { viewSchemas } from '@jiaohao/contracts/views';
import type { ServerProcess } from './server-process.ts';

export interface ApiSnapshot {
  readonly config: HallConfig;
  readonly events: readonly HallEvent[];
  /** Topic -> the view's JSON text. */
  readonly views: ReadonlyMap<string, string>;
}

const EventPage = z.object({
  events: z.array(z.looseObject(EventEnvelope.shape)),
  lastSeq: z.int(),
  hasMore: z.boolean(),
});
const TopicList = z.object({ topics: z.array(z.string()) });
const HeldTickets = z.object({ ticket: z.object({ ticketNumber: z.string() }).nullable() });

export async function readApi(server: ServerProcess): Promise<ApiSnapshot> {
  const views = await readViews(server);
  return { config: HallConfig.parse(await server.get('/api/v1/config')), events: await readEvents(server), views };
}

export async function readViews(server: ServerProcess): Promise<ReadonlyMap<string, string>> {
  const { topics } = TopicList.parse(await server.get('/api/v1/views'));
  const views = new Map<string, string>();
  for (const topic of topics) views.set(topic, JSON.stringify(await server.get(`/api/v1/views/${topic}`)));
  return views;
}

async function readEvents(server: ServerProcess): Promise<HallEvent[]> {
  const events: HallEvent[] = [];
  for (let after = 0, hasMore = true; hasMore;) {
    const page = EventPage.parse(await server.get(`/api/v1/events?after=${after}`));
    events.push(...page.events.map(parseEvent));
    after = page.lastSeq;
    hasMore = page.hasMore;
  }
  return events;
}

function parseEvent({ seq, at, who, ...body }: z.infer<typeof EventPage>['events'][number]): HallEvent {
  return { ...EventBody.parse(body), seq, at, who };
}

/** How many tickets the screens still show as waiting or at a window. */
export function openOnScreens(views: ReadonlyMap<string, string>): number {
  let open = 0;
  for (const [topic, text] of views) {
    const view: unknown = JSON.parse(text);
    if (topic === 'kiosk/hall') open += viewSchemas.kiosk.parse(view).waiting;
    if (topic.startsWith('clerkCalls/') && HeldTickets.parse(view).ticket !== null) open += 1;
  }
  return open;
}

/** Whether some window still waits for a rating: until then the hall has something to do by itself. */
export function awaitsRating(views: ReadonlyMap<string, string>): boolean {
  return [...views].some(
    ([topic, text]) =>
      topic.startsWith('clerkCalls/') &&
      viewSchemas.clerkCalls.parse(JSON.parse(text)).evaluation?.state === 'requested',
  );
}
