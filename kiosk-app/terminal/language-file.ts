// What a language of the terminal itself is: one file in languages/ with every text. A further language is one further file and nothing else.
import type { DeviceKind } from '@jiaohao/contracts/commands';
import type { HallProblem } from './first-start/check-with-hall.ts';
import type { FirstField, FirstSettings } from './first-start/settings.ts';

export interface TerminalLanguage {
  /** BCP 47, for `lang`: which glyphs, which voice. */
  readonly tag: string;
  /** In which language the hall's own words (names of services and zones) stand beside it: they come in these two. */
  readonly hallWords: 'zh' | 'en';
  /** Names in braces are fields of a ticket (ticket-fields.ts). */
  readonly ticket: {
    readonly number: string;
    readonly priority: string;
    readonly reprint: string;
    readonly waiting: string;
    readonly waitingValue: string;
    /** Nobody is ahead, but no window is free. */
    readonly next: string;
    readonly estimate: string;
    readonly estimateValue: string;
    readonly free: string;
    readonly called: string;
    readonly missed: string;
    readonly area: string;
    readonly areaValue: string;
    readonly floor: (floor: number) => string;
    readonly issued: string;
    readonly channel: string;
    readonly onSite: string;
    /** Beside the symbol of a ticket's page. */
    readonly scan: string;
    readonly noPhone: string;
    readonly validity: string;
    readonly complaints: string;
  };
  /** 128 dots hold 8 hanzi or 16 letters: longer words take turns. */
  readonly strip: {
    readonly come: (number: string, window: string) => string;
    readonly comeShort: (number: string, window: string) => string;
    readonly please: (number: string) => string;
    readonly to: (window: string) => string;
    readonly window: (window: string) => string;
    readonly serving: string;
    readonly free: string;
    readonly paused: string;
    readonly closed: string;
  };
  /** On the self-test's page of paper, and on the strips and pads that it tries. */
  readonly selfTest: {
    readonly title: string;
    readonly short: string;
    readonly noTicket: string;
    readonly terminal: string;
    readonly time: string;
    readonly rareCharacters: string;
  };
  /** The page of a terminal that serves several windows. */
  readonly linePage: {
    readonly titles: Readonly<Record<'pads' | 'strip', string>>;
    readonly selfTest: string;
    readonly hall: string;
    readonly window: string;
    readonly device: string;
    readonly port: string;
    readonly state: string;
    readonly kinds: Readonly<Record<DeviceKind, string>>;
    readonly link: Readonly<Record<'starting' | 'up' | 'down', string>>;
    readonly states: Readonly<Record<'starting' | 'ready' | 'fault', string>>;
    readonly ended: string;
  };
  /** Read by an installer, once. */
  readonly firstStart: {
    readonly title: string;
    readonly save: string;
    readonly done: string;
    readonly cannotWrite: string;
    readonly alreadySetUp: string;
    readonly devicesLater: string;
    readonly labels: Readonly<Record<FirstField, string>>;
    readonly mistakes: Readonly<Record<FirstField, string>>;
    readonly roles: Readonly<Record<FirstSettings['role'], string>>;
    readonly problems: Readonly<Record<HallProblem, string>>;
  };
}
