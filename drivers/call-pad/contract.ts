// What every call pad offers: keys as the clerk means them, a number and a count to look at, and a beep. It holds no queue state.
import type { DeviceStatus } from '../device-status.ts';

/** What a key can mean. `none` is a key without a meaning here. */
export const CALL_PAD_ACTIONS = [
  'next',
  'recall',
  'start',
  'finish',
  'missed',
  'giveUp',
  'hold',
  'resume',
  'transfer',
  'pause',
  'evaluate',
  'none',
] as const;
export type CallPadAction = (typeof CALL_PAD_ACTIONS)[number];

export interface CallPadDisplay {
  /** The number at the window, e.g. A012; null when nobody is there. */
  readonly ticketNumber: string | null;
  readonly waiting: number | null;
}

export type CallPadEvent =
  /** Pressed once, however often the pad had to say it. `key` as the pad sent it, in hex, for the log of an installer. */
  | { readonly type: 'key'; readonly action: CallPadAction; readonly key: string }
  | { readonly type: 'status'; readonly status: DeviceStatus };

export interface CallPad {
  readonly status: DeviceStatus;
  start(): void;
  stop(): Promise<void>;
  /** Shown as soon as the line is there, and again from time to time: a pad may lose power by itself. */
  show(display: CallPadDisplay): void;
  /** What was pressed was not carried out. Lost where the line is. */
  beep(): void;
  onEvent(listener: (event: CallPadEvent) => void): () => void;
}
