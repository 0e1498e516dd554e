// What a hall board shows: calls, and how many wait. Never a name, never why somebody goes first.
import type { BoardCalls, BoardStatus } from '@jiaohao/contracts/views';
import { HALL_BOARD } from '../board-calls.ts';
import { present } from '../invariant.ts';
import type { State } from '../state.ts';
import { estimatedWaitMs, peopleAheadOfNew, waitingIn } from '../waiting.ts';

export function boardCalls(state: State, board: string): BoardCalls | null {
  if (!isBoard(state, board)) return null;
  return {
    seq: state.seq,
    calls: (state.boards.get(board) ?? []).map(
      ({ callSeq, ticketNumber, windowLabel, calledAt, callCount, startedAt }) => ({
        callSeq,
        ticketNumber,
        windowLabel,
        calledAt,
        callCount,
        startedAt,
      }),
    ),
  };
}

export function boardStatus(state: State, board: string): BoardStatus | null {
  if (!isBoard(state, board) || state.config === null) return null;
  const queues = board === HALL_BOARD ? state.config.queues : (state.index.queuesOfZone.get(board) ?? []);
  return {
    seq: state.seq,
    hallName: state.config.hall.name,
    zoneName: state.index.zones.get(board)?.name ?? null,
    timeZone: state.config.hall.timeZone,
    isDayOpen: state.day?.isOpen === true,
    isTicketing: state.isTicketing,
    queues: queues.map(({ queueId, name }) => ({ queueId, name, ...queueLoad(state, queueId) })),
  };
}

/** Waiting now, and the estimate for an ordinary applicant who would come now. */
export function queueLoad(state: State, queueId: string): { waiting: number; estimatedWaitMs: number | null } {
  const queue = present(state.queues.get(queueId), 'queue');
  return {
    waiting: waitingIn(queue),
    estimatedWaitMs: estimatedWaitMs(state, queue, peopleAheadOfNew(state, queue, 'ordinary')),
  };
}

function isBoard(state: State, board: string): boolean {
  return state.config !== null && (board === HALL_BOARD || state.index.zones.has(board));
}
