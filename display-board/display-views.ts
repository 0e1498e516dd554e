// The newest view of each kind that a display watches. What does not parse is not shown, what is older is dropped.
import './no-eval.ts';
import { viewSchemas } from '@jiaohao/contracts/views';
import type { Topic, ViewOf } from '@jiaohao/contracts/views';

export const DISPLAY_KINDS = ['boardCalls', 'boardStatus', 'windowScreenCalls', 'windowScreenStatus'] as const;
export type DisplayKind = (typeof DISPLAY_KINDS)[number];

/** Null until the first valid view of the kind. A display watches one topic of a kind. */
export type DisplayViews = { readonly [K in DisplayKind]: ViewOf<K> | null };

export const NO_VIEWS: DisplayViews = {
  boardCalls: null,
  boardStatus: null,
  windowScreenCalls: null,
  windowScreenStatus: null,
};

export type Reception =
  | { readonly kind: 'kept'; readonly views: DisplayViews }
  /** Older than what is shown. */
  | { readonly kind: 'old' }
  /** Not a view of a kind that displays know. */
  | { readonly kind: 'bad' };

/** Takes a view as it came from the wire; never throws. An equal seq replaces: counts age without an event. */
export function receiveView(views: DisplayViews, topic: Topic, raw: unknown): Reception {
  const kind = DISPLAY_KINDS.find((each) => topic.startsWith(`${each}/`));
  if (kind === undefined) return { kind: 'bad' };
  const parsed = viewSchemas[kind].safeParse(raw);
  if (!parsed.success) return { kind: 'bad' };
  const known = views[kind];
  if (known !== null && parsed.data.seq < known.seq) return { kind: 'old' };
  return { kind: 'kept', views: { ...views, [kind]: parsed.data } };
}
