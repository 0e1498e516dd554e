// Before the rules: personal data becomes a surrogate and an age, a configuration its hash, a display's presence a fact.
import type { Command, DataSubject } from '@jiaohao/contracts/commands';
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import type { RefusalCode } from '@jiaohao/contracts/refusals';
import { typedIdNumberMistake } from '@jiaohao/contracts/typed-id-number';
import { ageYearsOn } from './calendar.ts';
import type { EngineCommand, Today } from './engine/decision.ts';
import { cardFacts } from './id-card-facts.ts';
import { canonicalJson, configHashOf } from './journal/canonical-json.ts';
import type { Journal } from './journal/event-journal.ts';
import type { DataSubject as StoredSubject } from './journal/personal-data.ts';
import type { PersonPaper } from './journal/persons.ts';

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
    case 'recordEvaluation':
      return prepareRating(command, around);
    case 'erasePersonalData':
      return prepareErasure(command, around);
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

/** The words of a free text stay here, as an ID card's do. */
function prepareRating(
  { comment, ...rating }: Extract<Command, { type: 'recordEvaluation' }>,
  around: Surroundings,
): Prepared {
  const text = comment?.trim() ?? '';
  if (text === '') return plain(rating);
  const { commentRef, save } = around.journal.sealComment(text, around.now);
  return { ok: true, command: { ...rating, commentRef }, save };
}

function prepareIssue(command: Extract<Command, { type: 'issueTicket' }>, around: Surroundings): Prepared {
  const issue = {
    type: 'issueTicket',
    queueId: command.queueId ?? null,
    serviceItemId: command.serviceItemId ?? null,
    notAfter: command.notAfter ?? null,
  } as const;
  const paper = paperOf(command, around.today);
  if (paper === null) return plain({ ...issue, person: null });
  if (paper === 'invalid') return { ok: false, code: 'idCardInvalid' };
  const { personRef, save } = around.journal.resolvePerson(paper, around.now);
  const { birth } = paper;
  const ageYears = birth === null || around.today === null ? null : ageYearsOn(around.today.businessDay, birth);
  return { ok: true, command: { ...issue, person: { personRef, ageYears } }, save };
}

/** Whose data it is stays here; the rules learn what there is of it. */
function prepareErasure(
  { type, of }: Extract<Command, { type: 'erasePersonalData' }>,
  { journal: { personalData } }: Surroundings,
): Prepared {
  const found = personalData.find(subjectOf(of));
  return { ok: true, command: { type, ...found }, save: () => personalData.erase(found) };
}

function subjectOf(of: DataSubject): StoredSubject {
  if ('idNumber' in of) return { kind: 'paper', paper: { idNumber: of.idNumber } };
  if ('ticket' in of) return { kind: 'ticket', ...of.ticket };
  if ('evaluationId' in of) return { kind: 'evaluation', ...of };
  const { kind, issuer, number } = of.document;
  return { kind: 'paper', paper: { paper: kind, issuer, idNumber: number } };
}

type IdentityPaper = PersonPaper & { readonly birth: string | null };

/** The ID card, other paper or typed number of a request; null where it has none. */
function paperOf(
  { idCard, document, typedIdNumber }: Extract<Command, { type: 'issueTicket' }>,
  today: Today | null,
): IdentityPaper | 'invalid' | null {
  if (typedIdNumber !== undefined) return typedPaper(typedIdNumber, today);
  if (document !== undefined) {
    const { kind, issuer, number, name, birth = null } = document;
    return { paper: kind, issuer, idNumber: number, name, birth };
  }
  if (idCard === undefined) return null;
  const facts = cardFacts(idCard.idNumber, idCard.birth);
  return facts === null ? 'invalid' : { idNumber: facts.idNumber, name: idCard.name, birth: facts.birth };
}

/** Rule Q30: the person of the card with this number, of whom nothing is known: nobody has seen the card. */
function typedPaper(idNumber: string, today: Today | null): IdentityPaper | 'invalid' {
  // Without a day no number is issued anyway.
  const mistake = today === null ? null : typedIdNumberMistake(idNumber, today.businessDay);
  return mistake === null ? { idNumber, name: null, birth: null } : 'invalid';
}
