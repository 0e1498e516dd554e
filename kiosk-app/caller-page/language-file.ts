// What a language of the floating caller is: one file in languages/ with every text. A further language is one further file and nothing else.
import type { EvaluationState } from '@jiaohao/contracts/evaluation';
import type { RefusalCode } from '@jiaohao/contracts/refusals';
import type { WindowPhase } from '@jiaohao/contracts/views';
import type { CallerAction, CallerControl, CallerTrouble, CallerUpdate, PauseReason } from '../wire/caller.ts';

export type OwnTrouble = Exclude<CallerTrouble, RefusalCode>;

export interface CallerTexts {
  readonly htmlLang: string;
  readonly title: string;
  readonly windowOf: (label: string) => string;
  readonly noWindow: string;
  readonly link: Readonly<Record<CallerUpdate['link'], string>>;
  readonly lostSince: (time: string) => string;
  readonly hostLost: string;
  readonly waiting: (people: number) => string;
  readonly phase: Readonly<Record<WindowPhase, string>>;
  readonly pauseReason: Readonly<Record<PauseReason, string>>;
  readonly noTicket: Readonly<Record<'free' | 'paused' | 'closed', string>>;
  readonly notSeen: string;
  readonly evaluation: Readonly<Record<EvaluationState, string>>;
  readonly longest: (minutes: number) => string;
  readonly priority: string;
  readonly callNext: string;
  readonly call: (no: string) => string;
  readonly finish: (no: string) => string;
  readonly miss: (no: string) => string;
  readonly finishFirst: (no: string) => string;
  readonly missFirst: (no: string) => string;
  readonly finishOnly: string;
  readonly missOnly: string;
  /** Short, for the controls. */
  readonly action: Readonly<Record<Exclude<CallerAction, 'callNext'> | 'resume', string>>;
  /** Whole, where a sentence names a control. */
  readonly control: Readonly<Record<CallerControl, string>>;
  readonly working: string;
  readonly more: string;
  readonly less: string;
  readonly look: string;
  readonly askMissed: (no: string) => string;
  readonly askMissedNotSeen: string;
  readonly askPause: string;
  readonly missedYes: string;
  readonly back: string;
  readonly dismiss: string;
  readonly signIn: Readonly<
    Record<'open' | 'staffNo' | 'password' | 'submit' | 'submitting' | 'fillIn' | 'signedOut' | 'signOut', string>
  >;
  readonly fullConsole: string;
  readonly pad: Readonly<Record<'absent' | 'starting' | 'ready' | 'fault', string>>;
  readonly unsent: (ratings: number) => string;
  readonly key: (action: string, label: string) => string;
  readonly keyTaken: (action: string, label: string) => string;
  readonly keySame: (action: string, other: string, label: string) => string;
  readonly trouble: Readonly<Record<OwnTrouble, string>>;
  /** Words of a refusal come with the contracts in Chinese and English: which of the two, or own ones. */
  readonly refusal: (code: RefusalCode) => string;
}
