// What the installer's page knows: the newest view, and whether the program that sends it is still there.
import {
  DevicesPageNotice,
  type DevicesPageBridge,
  type DevicesPageMessage,
  type DevicesPageView,
} from '../../wire/devices-page.ts';

export interface PageDesk {
  /** Null before the first. */
  readonly view: () => DevicesPageView | null;
  /** The program ended, or cannot be understood: what stands on the page is old. */
  readonly isLost: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
  readonly send: (message: DevicesPageMessage) => void;
}

export function openPageDesk(
  bridge: DevicesPageBridge | undefined,
  onKeysTyped: (keys: readonly string[]) => void,
): PageDesk {
  let view: DevicesPageView | null = null;
  let isLost = bridge === undefined;
  const listeners = new Set<() => void>();
  bridge?.listen((message) => {
    const notice = DevicesPageNotice.safeParse(message);
    if (notice.data?.type === 'keysTyped') {
      onKeysTyped(notice.data.keys);
      return;
    }
    isLost = !notice.success;
    if (notice.success) view = notice.data.view;
    for (const listener of listeners) listener();
  });
  return {
    view: () => view,
    isLost: () => isLost,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: (message) => bridge?.send(message),
  };
}
