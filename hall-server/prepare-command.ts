// Before the rules: personal data becomes a surrogate and an age, a configuration its hash, a display's presence a fact.
import type { Command } from '@jiaohao/contracts/commands';
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import type { RefusalCode } from '@jiaohao/contracts/refusals';
import { ageYearsOn } from './calendar.ts';
import type { EngineCommand, Today } from './engine/decision.ts';
import { cardFacts } from './id-card-facts.ts';
import { canonicalJson, configHashOf } from './journal/canonical-json.ts';
import type { Journal } from './journal/event-journal.ts';

export interface Surroundings {
  readonly journal: Journal;
  readonly today: Today | null;
  readonly now: number;
  /** Whether a live display serves the window's zone. */
  readonly isWatched: (windowId: string) => boolean;
}

export type Prepared =
  | {
      readonly ok: true;
      readonly command: EngineCommand;
      /** Writes what the command needs outside the journal, once it is decided. */
      readonly save: () => void;
    }
  | { readonly ok: false; readonly code: RefusalCode };

export function prepareCommand(command: Command, around: Surroundings): Prepared {
  switch (command.type) {
    case 'issueTicket':
      return prepareIssue(command, around);
    case 'configureHall':
      return plain({ ...command, config: canonical(command.config), configHash: configHashOf(command.config) });
    case 'markMissed':
    case 'callNext':
      return plain({ ...command, isWatched: around.isWatched(command.windowId) });
    default:
      return plain(command);
  }
}

/** In the order of keys in which the journal will give it back: a restart shows the same text. */
function canonical(config: HallConfig): HallConfig {
  return JSON.parse(canonicalJson(config)) as HallConfig;
}

function plain(command: EngineCommand): Prepared {
  return { ok: true, command, save: () => undefined };
}

function prepareIssue(command: Extract<Command, { type: 'issueTicket' }>, around: Surroundings): Prepared {
  const issue = {
    type: 'issueTicket',
    queueId: command.queueId ?? null,
    serviceItemId: command.serviceItemId ?? null,
    notAfter: command.notAfter ?? null,
  } as const;
  if (command.idCard === undefined) return plain({ ...issue, person: null });
  const facts = cardFacts(command.idCard.idNumber, command.idCard.birth);
  if (facts === null) return { ok: false, code: 'idCardInvalid' };
  const { personRef, save } = around.journal.resolvePerson(
    { idNumber: facts.idNumber, name: command.idCard.name },
    around.now,
  );
  const ageYears =
    facts.birth === null || around.today === null ? null : ageYearsOn(around.today.businessDay, facts.birth);
  return { ok: true, command: { ...issue, person: { personRef, ageYears } }, save };
}
