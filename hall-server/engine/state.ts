// The whole hall in memory: what the events so far have made of it. Only evolve changes it.
import type { DeviceCondition } from '@jiaohao/contracts/commands';
import type { EvaluationState } from '@jiaohao/contracts/evaluation';
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import type { PriorityClass, TicketState } from '@jiaohao/contracts/ticket';
import type { HallIndex } from './hall-index.ts';
import type { WaitingLine } from './waiting-line.ts';

export interface Ticket {
  readonly ticketId: number;
  readonly ticketNumber: string;
  readonly queueId: string;
  readonly serviceItemId: string | null;
  readonly personRef: string | null;
  readonly priorityClass: PriorityClass;
  readonly issuedAt: number;
  state: TicketState;
  /** The printing under way or done last; above 1 the paper says 补打. */
  attempt: number;
  printing: 'pending' | 'printed' | 'failed';
  windowId: string | null;
  callSeq: number | null;
  callCount: number;
  calledAt: number | null;
  isSeen: boolean;
  startedAt: number | null;
  missedAt: number | null;
  evaluationId: number | null;
}

export interface Evaluation {
  readonly evaluationId: number;
  readonly ticketId: number;
  readonly ticketNumber: string;
  readonly windowId: string;
  readonly staffNo: string | null;
  state: EvaluationState;
  asking: number;
  requestedAt: number;
  lapsedAt: number | null;
}

/** What a clerk's figures of the day are drawn from. */
export interface ClerkFigures {
  finished: number;
  servingMsTotal: number;
  evaluationsRequested: number;
  evaluationsRecorded: number;
  pausedMs: number;
}

export interface WindowState {
  readonly windowId: string;
  staffNo: string | null;
  paused: { readonly reason: string; readonly sinceAt: number } | null;
  /** Called or being served here now. */
  openTicketId: number | null;
  lastServedTicketId: number | null;
  /** The newest evaluation asked at this window. */
  evaluationId: number | null;
  /** Calls in a row that were priority while an ordinary ticket waited (rule Q12). */
  priorityRun: number;
}

export interface QueueState {
  readonly queueId: string;
  readonly ordinary: WaitingLine;
  readonly priority: WaitingLine;
  lastNumber: number;
  /** Serving times of the day, for the estimate (rule Q17). */
  servings: { count: number; meanMs: number };
  /** Missed tickets that may return, oldest first. */
  readonly missed: Set<number>;
}

/** A call as boards know it. */
export interface BoardCall {
  readonly callSeq: number;
  readonly ticketId: number;
  readonly ticketNumber: string;
  readonly windowLabel: string;
  readonly calledAt: number;
  readonly callCount: number;
  readonly startedAt: number | null;
}

export interface Day {
  readonly businessDay: string;
  readonly isOpen: boolean;
  /** Opened by hand on a day without hours, numbers are issued as long as it is open (rule Q2). */
  readonly cause: 'calendar' | 'staff';
}

export interface ReportedDevice {
  readonly terminalId: string;
  readonly device: DeviceCondition;
  /** When it was reported so first; only news is an event (rule Q24). */
  readonly sinceAt: number;
}

export interface State {
  seq: number;
  lastAt: number;
  config: HallConfig | null;
  configHash: string | null;
  index: HallIndex;
  day: Day | null;
  isTicketing: boolean;
  queues: Map<string, QueueState>;
  windows: Map<string, WindowState>;
  tickets: Map<number, Ticket>;
  /** By staffNo; since the day opened. */
  figures: Map<string, ClerkFigures>;
  /** `personRef queueId` of every open ticket with an ID card -> ticketId (rule Q6). */
  holding: Map<string, number>;
  evaluations: Map<number, Evaluation>;
  /** Evaluations that wait for an answer, the one asked first in front; at most one a window. */
  pendingEvaluations: Set<number>;
  /** Newest calls first, per zoneId and for `hall`. */
  boards: Map<string, BoardCall[]>;
  /** Waits of the last calls of the hall, for the load gauge. */
  recentWaitsMs: number[];
  /** Newest report of every device, by `deviceKey`. */
  devices: Map<string, ReportedDevice>;
}
