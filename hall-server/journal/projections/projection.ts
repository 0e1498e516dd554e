// What a projection is: for one read model, one small function for each event type that touches it.
import type { EventOf, EventType } from '@jiaohao/contracts/events';

/** Called in the order of seq, in a transaction of the read models. Total: an update may hit no row. */
export type Projection = { readonly [T in EventType]?: (event: EventOf<T>, segment: number) => void };
