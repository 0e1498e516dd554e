// What a projection is: for one read model, one small function for each event type that touches it.
import type { EventOf, EventType } from '@jiaohao/contracts/events';

/** Called in the order of seq, inside the transaction that appends the event. Total: an update may hit no row. */
export type Projection = { readonly [T in EventType]?: (event: EventOf<T>, segment: number) => void };
