// What one applicant's visit at the kiosk can be: the states of the pages, what happens to them, and what stands on the glass.
import type { Refusal } from '@jiaohao/contracts/refusals';
import type { IssuedTicket } from '@jiaohao/contracts/ticket';
import type { TypedIdNumberMistake } from '@jiaohao/contracts/typed-id-number';
import type {
  Asked,
  CardNotice,
  KioskUpdate,
  PageMessage,
  Printing,
  ReprintRequest,
  TakeTicketOutcome,
  TakeTicketRequest,
} from '../wire/page.ts';
import type { Language } from './language-file.ts';

/** What the applicant wants a number for. */
export type Target = { readonly queueId: string } | { readonly serviceItemId: string };

/** A question to the terminal that has been sent; `askId` pairs it with its answer. */
export type Ask =
  | { readonly type: 'take'; readonly askId: number; readonly request: TakeTicketRequest }
  | {
      readonly type: 'reprint';
      readonly askId: number;
      readonly request: ReprintRequest;
      /** Null when only the held number is known (refusal `alreadyHolding`). */
      readonly ticket: IssuedTicket | null;
    };

export type PrintTrouble =
  | { readonly type: 'failed'; readonly code: string }
  /** Something may be on the paper. */
  | { readonly type: 'unknown' }
  /** The printer reported success, the applicant sees no paper (没出票). */
  | { readonly type: 'missing' }
  /** The reprint was not answered; the first printing failed. */
  | { readonly type: 'noAnswer' }
  | { readonly type: 'refused'; readonly refusal: Refusal };

/** A page that waits for the applicant. */
export type RestingPage =
  | { readonly type: 'start' }
  | { readonly type: 'chooseItem'; readonly pageIndex: number }
  /** `listPage`: the page of service items that the way back leads to; null = the start. */
  | { readonly type: 'layCard'; readonly target: Target; readonly listPage: number | null }
  /** `number`: what is typed so far. It is gone with the page. */
  | {
      readonly type: 'typeNumber';
      readonly target: Target;
      readonly listPage: number | null;
      readonly number: string;
      readonly mistake: TypedIdNumberMistake | null;
    }
  | { readonly type: 'taken'; readonly ticket: IssuedTicket }
  | { readonly type: 'notPrinted'; readonly ticket: IssuedTicket; readonly trouble: PrintTrouble }
  | { readonly type: 'refused'; readonly refusal: Refusal; readonly target: Target | null }
  /** The hall did not answer in time; the same request may be sent once more. */
  | { readonly type: 'noAnswer'; readonly ask: Ask };

export type Page =
  | RestingPage
  /** Asked, not yet answered: the page behind stays on the glass, its control shows that it works. */
  | { readonly type: 'taking'; readonly ask: Ask; readonly behind: RestingPage }
  | { readonly type: 'printing'; readonly ask: Ask; readonly ticket: IssuedTicket };

export type TypeSize = 'normal' | 'large';

export interface Journey {
  readonly page: Page;
  readonly overlay: 'help' | 'idleWarning' | null;
  readonly language: Language;
  /** 大字版: larger letters, fewer things, high contrast; for one person. */
  readonly typeSize: TypeSize;
  /** `used`: it lies there, but a request was sent with it or its person left; it counts again when it is laid again. */
  readonly card: 'none' | 'laid' | 'used';
  /** What the last card on the reader came to; stays until one is read. */
  readonly cardTrouble: 'layAgain' | 'unsupported' | 'scanAgain' | 'noDocument' | 'cardGone' | null;
  readonly readFailures: number;
  readonly lastAskId: number;
  readonly update: KioskUpdate | null;
  /** The host of this page went away; an update brings it back. */
  readonly isTerminalLost: boolean;
}

export const PAD_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'X', '0', 'delete'] as const;
export type PadKey = (typeof PAD_KEYS)[number];

export type Touch =
  /** The hero of a hall with a comprehensive queue, or the ID strip. */
  | { readonly type: 'oneKey' }
  | { readonly type: 'openItems' }
  | { readonly type: 'turnPage'; readonly pageIndex: number }
  | { readonly type: 'chooseItem'; readonly serviceItemId: string }
  | { readonly type: 'withoutCard' }
  | { readonly type: 'useCard' }
  | { readonly type: 'openPad' }
  | { readonly type: 'padKey'; readonly key: PadKey }
  /** `today`: YYYY-MM-DD in the hall. */
  | { readonly type: 'confirmNumber'; readonly today: string }
  | { readonly type: 'reprint' }
  | { readonly type: 'noPaper' }
  | { readonly type: 'tryAgain' }
  /** The number is taken or remembered. */
  | { readonly type: 'done' }
  /** Gives up: on the idle warning and on refusals. */
  | { readonly type: 'home' }
  /** The way back, also Esc. */
  | { readonly type: 'back' }
  | { readonly type: 'help' }
  | { readonly type: 'goOn' }
  | { readonly type: 'swapLanguage' }
  | { readonly type: 'swapTypeSize' };

export type Input =
  | Touch
  | { readonly type: 'update'; readonly update: KioskUpdate }
  | { readonly type: 'terminalLost' }
  | { readonly type: 'card'; readonly state: CardNotice['state'] }
  | { readonly type: 'printing'; readonly printing: Printing }
  /** This page took the place of one that had asked. */
  | { readonly type: 'takenOver'; readonly asked: Asked }
  | { readonly type: 'answer'; readonly askId: number; readonly outcome: TakeTicketOutcome }
  /** The time that `time-limit.ts` gives for what is on the glass is over. */
  | { readonly type: 'timeUp' };

/** What an applicant's journey says to the terminal. */
export type JourneyMessage = Extract<PageMessage, { type: 'takeTicket' | 'reprint' | 'personLeft' }>;

export interface Step {
  readonly journey: Journey;
  readonly messages: readonly JourneyMessage[];
}

export const INITIAL_JOURNEY: Journey = {
  page: { type: 'start' },
  overlay: null,
  language: 'zh',
  typeSize: 'normal',
  card: 'none',
  cardTrouble: null,
  readFailures: 0,
  lastAskId: 0,
  update: null,
  isTerminalLost: false,
};

export type HallState = 'starting' | 'open' | 'closed' | 'linkLost' | 'terminalLost';

export function hallStateOf(journey: Journey): HallState {
  if (journey.isTerminalLost) return 'terminalLost';
  const update = journey.update;
  if (update === null) return 'starting';
  if (update.hallLink === 'down') return 'linkLost';
  if (update.view === null || update.hallLink === 'starting') return 'starting';
  return update.view.isDayOpen && update.view.isTicketing ? 'open' : 'closed';
}

export type Screen = 'loading' | 'outOfService' | 'closed' | 'help' | 'idleWarning' | Page['type'];

/** A number on the glass, or one on its way, is never covered by the state of the hall. */
function isAboutNumber(page: Page): boolean {
  return page.type === 'taking' || page.type === 'printing' || page.type === 'taken' || page.type === 'notPrinted';
}

/** What stands on the glass. A short loss of the link covers the page and gives it back. */
export function screenOf(journey: Journey): Screen {
  if (journey.overlay !== null) return journey.overlay;
  if (isAboutNumber(journey.page)) return journey.page.type;
  switch (hallStateOf(journey)) {
    case 'starting':
      return 'loading';
    case 'linkLost':
    case 'terminalLost':
      return 'outOfService';
    case 'closed':
      return 'closed';
    case 'open':
      return journey.page.type === 'start' && failedForAll(journey.update) !== null
        ? 'outOfService'
        : journey.page.type;
  }
}

/**
 * The device without which nobody begins here, by the hall's rule, and that fails now. Whoever has begun goes on. A device
 * that this kiosk never had does not fail.
 */
export function failedForAll(update: KioskUpdate | null): 'printer' | 'reader' | null {
  const view = update?.view ?? null;
  if (update === null || view === null) return null;
  if (view.withoutPrinter === 'desk' && update.printer.state === 'fault') return 'printer';
  if (view.withoutReader === 'desk' && update.reader.state === 'fault') return 'reader';
  return null;
}

/** Whether the queue behind a wish gives numbers without an ID card; unknown wishes are left to the hall to judge. */
export function allowsNoCard(update: KioskUpdate | null, target: Target): boolean {
  const view = update?.view ?? null;
  if (view === null) return false;
  const queueId =
    'queueId' in target
      ? target.queueId
      : view.serviceItems.find((item) => item.serviceItemId === target.serviceItemId)?.queueId;
  return view.queues.find((queue) => queue.queueId === queueId)?.idCard === 'optional';
}
