// What every evaluation pad offers: asked once, it answers with one level, or lapses. It holds no queue state.
import type { DeviceStatus } from '../device-status.ts';

export type Rating = 1 | 2 | 3 | 4 | 5;

export interface EvaluationRequest {
  readonly evaluationId: number;
  /** After this long without a key the pad is disarmed and the request lapses. */
  readonly timeoutMs: number;
}

export type EvaluationPadEvent =
  | { readonly type: 'rated'; readonly evaluationId: number; readonly rating: Rating }
  | { readonly type: 'lapsed'; readonly evaluationId: number }
  | { readonly type: 'status'; readonly status: DeviceStatus };

export interface EvaluationPad {
  readonly status: DeviceStatus;
  start(): void;
  stop(): Promise<void>;
  /** Arms the pad; a request still open is replaced without an event (the caller lapsed it). Keys while nothing is asked record nothing. */
  ask(request: EvaluationRequest): void;
  /** Disarms without an event. */
  cancel(): void;
  onEvent(listener: (event: EvaluationPadEvent) => void): () => void;
}
