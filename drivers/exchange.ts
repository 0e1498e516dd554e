// Request and reply over a line without sequence numbers: one command in flight, and a reply that comes after its
// command was given up is never taken for the next one's. Pure: it says what to do, exchange-runner.ts does it.

export interface ExchangeCommand {
  readonly bytes: Uint8Array;
  readonly timeoutMs: number;
  /** False for a frame that cannot be this command's reply (a late one of an earlier command): it is dropped. */
  accepts(frame: Uint8Array): boolean;
}

export interface ExchangeSettings {
  /** After a timeout the line must be silent for so long before the next command goes out. */
  readonly quietMs: number;
  /** A line that never falls silent is used again after so many bytes. */
  readonly drainLimitBytes: number;
}

export type ExchangeState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'waiting'; readonly command: ExchangeCommand }
  /** A command timed out; `next` waits until its late reply can no longer come. */
  | { readonly phase: 'draining'; readonly drainedByteCount: number; readonly next: ExchangeCommand | null };

export type ExchangeInput =
  | { readonly type: 'send'; readonly command: ExchangeCommand }
  | { readonly type: 'received'; readonly frames: readonly Uint8Array[]; readonly byteCount: number }
  | { readonly type: 'timeUp' }
  | { readonly type: 'lineLost' };

export type ExchangeStep =
  | { readonly do: 'write'; readonly bytes: Uint8Array }
  /** Replaces a timer that runs. */
  | { readonly do: 'setTimer'; readonly afterMs: number }
  | { readonly do: 'clearTimer' }
  | { readonly do: 'deliver'; readonly frame: Uint8Array }
  | { readonly do: 'drop'; readonly frame: Uint8Array }
  | { readonly do: 'fail'; readonly code: 'noReply' | 'portLost' };

export interface ExchangeResult {
  readonly state: ExchangeState;
  readonly steps: readonly ExchangeStep[];
}

export const IDLE: ExchangeState = { phase: 'idle' };

/** Throws (a bug of the caller) when a command is sent before the one before it was answered or failed. */
export function exchange(state: ExchangeState, input: ExchangeInput, settings: ExchangeSettings): ExchangeResult {
  switch (input.type) {
    case 'send':
      return send(state, input.command);
    case 'received':
      return received(state, input.frames, input.byteCount, settings);
    case 'timeUp':
      return timeUp(state, settings);
    case 'lineLost':
      return lineLost(state);
  }
}

function send(state: ExchangeState, command: ExchangeCommand): ExchangeResult {
  switch (state.phase) {
    case 'idle':
      return begin(command);
    case 'draining':
      if (state.next === null) return { state: { ...state, next: command }, steps: [] };
      break;
    case 'waiting':
      break;
  }
  throw new Error('a command is in flight already');
}

function begin(command: ExchangeCommand): ExchangeResult {
  return {
    state: { phase: 'waiting', command },
    steps: [
      { do: 'write', bytes: command.bytes },
      { do: 'setTimer', afterMs: command.timeoutMs },
    ],
  };
}

function received(
  state: ExchangeState,
  frames: readonly Uint8Array[],
  byteCount: number,
  settings: ExchangeSettings,
): ExchangeResult {
  const reply = state.phase === 'waiting' ? frames.find((frame) => state.command.accepts(frame)) : undefined;
  const drops = frames.filter((frame) => frame !== reply).map((frame): ExchangeStep => ({ do: 'drop', frame }));
  if (reply !== undefined) {
    return { state: IDLE, steps: [...drops, { do: 'clearTimer' }, { do: 'deliver', frame: reply }] };
  }
  if (state.phase !== 'draining') return { state, steps: drops };
  const drainedByteCount = state.drainedByteCount + byteCount;
  if (drainedByteCount > settings.drainLimitBytes) {
    const after = drained(state.next);
    return { state: after.state, steps: [...drops, { do: 'clearTimer' }, ...after.steps] };
  }
  return {
    state: { ...state, drainedByteCount },
    steps: [...drops, { do: 'setTimer', afterMs: settings.quietMs }],
  };
}

function timeUp(state: ExchangeState, settings: ExchangeSettings): ExchangeResult {
  switch (state.phase) {
    case 'idle':
      return { state, steps: [] };
    case 'waiting':
      return {
        state: { phase: 'draining', drainedByteCount: 0, next: null },
        steps: [
          { do: 'setTimer', afterMs: settings.quietMs },
          { do: 'fail', code: 'noReply' },
        ],
      };
    case 'draining':
      return drained(state.next);
  }
}

function drained(next: ExchangeCommand | null): ExchangeResult {
  return next === null ? { state: IDLE, steps: [] } : begin(next);
}

function lineLost(state: ExchangeState): ExchangeResult {
  const hasCaller = state.phase === 'waiting' || (state.phase === 'draining' && state.next !== null);
  return {
    state: IDLE,
    steps: hasCaller ? [{ do: 'clearTimer' }, { do: 'fail', code: 'portLost' }] : [{ do: 'clearTimer' }],
  };
}
