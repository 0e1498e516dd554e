// From "this view is another now" to the sockets that watch it: calls at once, status at most twice a second, nothing for nobody.
import type { AnyView, Topic, TopicKind } from '@jiaohao/contracts/views';
import type { Hall } from '../hall-door.ts';
import type { GatewayClock } from './clock.ts';
import { splitTopic } from './permissions.ts';
import { statusThrottle } from './status-throttle.ts';

/** Who watches, and one way to reach all of them with one encoding. */
export interface Audience {
  isWatched(topic: Topic): boolean;
  send(topic: Topic, view: AnyView): void;
}

/** In the order in which they go out: what the applicant looks at comes first. The other kinds are status. */
const CALLS_KINDS: readonly TopicKind[] = [
  'boardCalls',
  'windowScreenCalls',
  'clerkCalls',
  'windowTerminal',
  'pad',
  'ticket',
];

export interface ViewFeed {
  close(): void;
}

export function startViewFeed(
  hall: Pick<Hall, 'view' | 'onChanged'>,
  audience: Audience,
  clock: GatewayClock,
  onBug: (error: unknown) => void,
): ViewFeed {
  /** A bug in one view must not keep the others from their screens, nor the hall from its next command. */
  function sendNow(topic: Topic): void {
    try {
      const view = hall.view(topic);
      if (view !== null) audience.send(topic, view);
    } catch (error) {
      onBug(error);
    }
  }

  const throttle = statusThrottle(clock, (topic) => {
    if (audience.isWatched(topic)) sendNow(topic);
  });

  const unsubscribe = hall.onChanged((dirty) => {
    const calls: Topic[][] = CALLS_KINDS.map(() => []);
    const status: Topic[] = [];
    for (const topic of dirty) {
      if (!audience.isWatched(topic)) continue;
      const rank = CALLS_KINDS.indexOf(splitTopic(topic).kind);
      (calls[rank] ?? status).push(topic);
    }
    for (const topics of calls) topics.forEach(sendNow);
    status.forEach((topic) => throttle.mark(topic));
  });

  return {
    close() {
      unsubscribe();
      throttle.close();
    },
  };
}
