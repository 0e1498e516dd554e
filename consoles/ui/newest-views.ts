// What a page knows of the hall: per topic the newest view by seq, never an older one over a newer.
import type { AnyView, Topic, TopicKind, ViewOf } from '@jiaohao/contracts/views';

export type ViewStore = ReadonlyMap<Topic, { readonly view: AnyView; readonly connectionNo: number }>;

/**
 * The store with `view` in it, or the same store when a newer one is there. A new connection may begin again at a lower seq (a hall
 * restored from a backup): within one connection the order is that of seq, the first view of a later connection always counts.
 */
export function keepNewest(store: ViewStore, topic: Topic, view: AnyView, connectionNo: number): ViewStore {
  const known = store.get(topic);
  if (known !== undefined) {
    if (known.connectionNo > connectionNo) return store;
    if (known.connectionNo === connectionNo && known.view.seq > view.seq) return store;
  }
  return new Map(store).set(topic, { view, connectionNo });
}

/** The newest view of a topic; undefined until the hall has sent one. */
export function viewOf<K extends TopicKind>(store: ViewStore, kind: K, id: string): ViewOf<K> | undefined {
  // A topic's kind decides its view's shape: contracts/views.ts, shared by page and hall at one PROTOCOL_VERSION.
  return store.get(`${kind}/${id}`)?.view as ViewOf<K> | undefined;
}
