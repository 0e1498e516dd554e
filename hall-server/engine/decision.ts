// What a rule answers: events and a result, or a refusal. Never both, never neither.
import type { Command, CommandResult, CommandType } from '@jiaohao/contracts/commands';
import type { EventBody } from '@jiaohao/contracts/events';
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import type { Principal } from '@jiaohao/contracts/principal';
import { REFUSAL_TEXTS } from '@jiaohao/contracts/refusals';
import type { Refusal, RefusalCode } from '@jiaohao/contracts/refusals';

/** A person as the rules know one: no name, no number. */
export interface PersonFacts {
  readonly personRef: string;
  readonly ageYears: number | null;
}

/** A rating as the rules know one: that something was written, not what. */
export type RatingFacts = Omit<Extract<Command, { type: 'recordEvaluation' }>, 'comment'> & {
  readonly commentRef?: string;
};

/** What there is of somebody, as the rules know it. */
export interface ErasureFacts {
  readonly type: 'erasePersonalData';
  readonly personRef: string | null;
  readonly commentRefs: readonly string[];
}

type PreparedType =
  'issueTicket' | 'configureHall' | 'markMissed' | 'callNext' | 'recordEvaluation' | 'erasePersonalData';

type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/** Commands as the rules see them: what hall.ts had to look up or take away has been done. */
export type EngineCommand =
  | Exclude<Command, { type: PreparedType }>
  | RatingFacts
  | ErasureFacts
  | {
      readonly type: 'issueTicket';
      readonly queueId: string | null;
      readonly serviceItemId: string | null;
      readonly person: PersonFacts | null;
      readonly notAfter: number | null;
    }
  | { readonly type: 'configureHall'; readonly config: HallConfig; readonly configHash: string }
  /** `isWatched`: a live display serves the window's zone. */
  | ((CommandOf<'markMissed'> | CommandOf<'callNext'>) & { readonly isWatched: boolean })
  | { readonly type: 'seeCall'; readonly callSeq: number; readonly displayId: string }
  | { readonly type: 'advanceTime' };

export type EngineCommandOf<T extends EngineCommand['type']> = Extract<EngineCommand, { type: T }>;

/** Today as the calendar of the hall has it; instants in epoch ms. */
export interface Today {
  readonly businessDay: string;
  readonly startsAt: number;
  readonly nextDayAt: number;
  /** Hours in which numbers are issued; empty on a day without hours. */
  readonly ticketing: readonly { readonly opensAt: number; readonly closesAt: number }[];
}

export interface Context {
  readonly who: Principal;
  readonly now: number;
  /** Null while no configuration says where the hall is. */
  readonly today: Today | null;
}

export type Decision =
  | { readonly ok: true; readonly events: readonly EventBody[]; readonly result: CommandResult }
  | { readonly ok: false; readonly refusal: Refusal };

export function decided<T extends CommandType>(events: readonly EventBody[], result: CommandResult<T>): Decision {
  return { ok: true, events, result };
}

export function refused(code: RefusalCode, held?: { ticketId: number; ticketNumber: string }): Decision {
  return { ok: false, refusal: refusalOf(code, held) };
}

export function refusalOf(code: RefusalCode, held?: { ticketId: number; ticketNumber: string }): Refusal {
  return { code, ...REFUSAL_TEXTS[code], ...(held === undefined ? {} : { held }) };
}
