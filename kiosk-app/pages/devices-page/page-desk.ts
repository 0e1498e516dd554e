// What the installer's page knows: the newest view or that a PIN is wanted, and whether the program that sends it is still there.
import {
  DevicesPageNotice,
  type DevicesPageBridge,
  type DevicesPageView,
  type RunningTestMessage,
} from '../../wire/devices-page.ts';
import type { StaffView } from '../../wire/self-test.ts';

export type AskPin = Extract<StaffView, { state: 'askPin' }>;

export interface PageDesk {
  /** Null before the first, and while a PIN is wanted. */
  readonly view: () => DevicesPageView | null;
  /** Null where no PIN is wanted. */
  readonly askPin: () => AskPin | null;
  /** The program ended, or cannot be understood: what stands on the page is old. */
  readonly isLost: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
  readonly send: (message: RunningTestMessage) => void;
}

export function openPageDesk(
  bridge: DevicesPageBridge | undefined,
  onKeysTyped: (keys: readonly string[]) => void,
): PageDesk {
  let view: DevicesPageView | null = null;
  let askPin: AskPin | null = null;
  let isLost = bridge === undefined;
  const listeners = new Set<() => void>();
  bridge?.listen((message) => {
    const notice = DevicesPageNotice.safeParse(message);
    if (notice.data?.type === 'keysTyped') {
      onKeysTyped(notice.data.keys);
      return;
    }
    isLost = !notice.success;
    if (notice.success) {
      view = notice.data.type === 'view' ? notice.data.view : null;
      askPin = askPinOf(notice.data);
    }
    for (const listener of listeners) listener();
  });
  return {
    view: () => view,
    askPin: () => askPin,
    isLost: () => isLost,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: (message) => bridge?.send(message),
  };
}

function askPinOf(notice: DevicesPageNotice): AskPin | null {
  if (notice.type !== 'askPin') return null;
  const { trouble, isChecking } = notice;
  return { state: 'askPin', trouble, isChecking };
}
