// Every page and state of the kiosk, and how a person comes to it.
import { REFUSAL_TEXTS } from '@jiaohao/contracts/refusals';
import type { IssuedTicket } from '@jiaohao/contracts/ticket';
import type { KioskView } from '@jiaohao/contracts/views';
import type { KioskUpdate, PageMessage, TakeTicketOutcome } from '../../../kiosk-app/wire/page.ts';
import { kioskUpdate, PHONE_LINK, pictureTicket, pictureView } from './kiosk-hall.ts';
import type { KioskStage } from './kiosk-stage.ts';

/** What the hall brings to a state. */
export interface Scenery {
  readonly view: KioskView;
  readonly ticket: IssuedTicket;
}

export const PICTURE: Scenery = { view: pictureView(), ticket: pictureTicket() };

type Reach = (on: Visit) => Promise<void>;

/** One person at the stage: a touch counts only when the last is far enough away. */
export class Visit {
  readonly stage: KioskStage;
  readonly scenery: Scenery;

  readonly isLarge: boolean;

  constructor(stage: KioskStage, scenery: Scenery = PICTURE, isLarge = false) {
    this.stage = stage;
    this.scenery = scenery;
    this.isLarge = isLarge;
  }

  update(changes: Partial<KioskUpdate> = {}): Promise<void> {
    return this.stage.tell({ type: 'update', update: kioskUpdate({ view: this.scenery.view, ...changes }) });
  }

  card(state: 'laid' | 'lifted' | 'layAgain' | 'unsupported'): Promise<void> {
    return this.stage.tell({ type: 'card', notice: { state } });
  }

  /** Touches the first control that `selector` finds and that can be used. */
  async touch(selector: string): Promise<void> {
    await this.stage.pass(700);
    await this.stage.glass.tap(this.stage.page.locator(`${selector}[aria-disabled="false"]`).first());
  }

  async answer(outcome: TakeTicketOutcome): Promise<void> {
    await this.stage.tell({ type: 'answer', id: (await this.#lastAsk()).id, outcome });
  }

  async printing(): Promise<void> {
    const { requestId } = (await this.#lastAsk()).request;
    await this.stage.tell({ type: 'printing', printing: { requestId, ticket: this.scenery.ticket } });
  }

  async #lastAsk(): Promise<Extract<PageMessage, { type: 'takeTicket' | 'reprint' }>> {
    for (const message of (await this.stage.said()).reverse()) {
      if ('request' in message) return message;
    }
    throw new Error('nothing was asked');
  }
}

const choose: Reach = (on) => on.touch('.choose-way');
const layCard: Reach = async (on) => {
  await choose(on);
  await on.touch('.item');
};
/** The hall lets the ID number be typed, and the reader fails. */
function padFirst({ view }: Scenery, idCard: 'required' | 'optional'): Partial<KioskUpdate> {
  const queues = view.queues.map((queue) => ({ ...queue, idCard }));
  return {
    view: { ...view, queues, withoutReader: 'numberPad' },
    reader: { state: 'fault', code: 'portLost' },
  };
}
const typeNumber: Reach = async (on) => {
  await layCard(on);
  await on.update(padFirst(on.scenery, 'required'));
};
const take: Reach = async (on) => {
  await layCard(on);
  await on.touch('.without-card');
};
const taken: Reach = async (on) => {
  await take(on);
  await on.answer({ type: 'printed', ticket: on.scenery.ticket });
};
const failed: Reach = async (on) => {
  await on.update({ printer: { state: 'fault', code: 'paperOut' } });
  await take(on);
  // The only page with a QR symbol.
  const ticket = { phoneLink: PHONE_LINK, ...on.scenery.ticket };
  await on.answer({ type: 'notPrinted', ticket, printing: 'failed', code: 'paperOut' });
};

/** Reached from the start page with the first update shown. */
export const KIOSK_STATES = {
  start: async () => {},
  'start-no-printer': (on) => on.update({ printer: { state: 'fault', code: 'paperOut' } }),
  'start-no-reader': (on) => on.update({ reader: { state: 'fault', code: 'portLost' } }),
  'start-card-left': async (on) => {
    await on.card('laid');
    await on.answer({ type: 'printed', ticket: on.scenery.ticket });
    await on.touch('.footer .filled');
    // Large type left with its person; the next asks for it too.
    if (on.isLarge) await on.touch('.footer-place:nth-child(2) .button');
  },
  'start-no-general': (on) => on.update({ view: { ...on.scenery.view, comprehensiveQueueId: null } }),
  'start-taking': async (on) => {
    await on.card('laid');
    await on.stage.pass(3_500);
  },
  choose,
  'choose-card-laid': async (on) => {
    await choose(on);
    await on.card('laid');
  },
  'choose-no-reader': async (on) => {
    await on.update({ reader: { state: 'fault', code: 'portLost' } });
    await choose(on);
  },
  'choose-nothing': async (on) => {
    await on.update({ view: { ...on.scenery.view, serviceItems: [] } });
    await choose(on);
  },
  'lay-card': layCard,
  'lay-card-again': async (on) => {
    await layCard(on);
    await on.card('layAgain');
  },
  'lay-card-no-reader': async (on) => {
    await layCard(on);
    await on.update({ reader: { state: 'fault', code: 'portLost' } });
  },
  'lay-card-must-ask': async (on) => {
    await layCard(on);
    const queues = on.scenery.view.queues.map((queue) => ({ ...queue, idCard: 'required' as const }));
    await on.update({ view: { ...on.scenery.view, queues }, reader: { state: 'absent', code: null } });
  },
  'lay-card-offers-pad': async (on) => {
    await layCard(on);
    await on.update(padFirst(on.scenery, 'optional'));
  },
  'type-number': typeNumber,
  'type-number-typed': async (on) => {
    await typeNumber(on);
    for (const place of [1, 1, 11, 1, 11, 5, 1, 9]) await on.touch(`.pad-key:nth-child(${place})`);
  },
  'type-number-mistake': async (on) => {
    await typeNumber(on);
    for (const place of '110105194912310021') {
      const key = place === '0' ? 11 : Number(place);
      await on.touch(`.pad-key:nth-child(${key})`);
    }
    await on.touch('.pad-confirm');
  },
  taking: async (on) => {
    await take(on);
    await on.stage.pass(400);
  },
  printing: async (on) => {
    await take(on);
    await on.printing();
  },
  taken,
  'taken-free': async (on) => {
    await take(on);
    await on.answer({ type: 'printed', ticket: { ...on.scenery.ticket, peopleAhead: 0, estimatedWaitMs: null } });
  },
  'taken-next': async (on) => {
    await take(on);
    await on.answer({ type: 'printed', ticket: { ...on.scenery.ticket, peopleAhead: 0 } });
  },
  trouble: failed,
  'trouble-printer-back': async (on) => {
    await failed(on);
    await on.update({ printer: { state: 'ready', code: null } });
  },
  'trouble-missing': async (on) => {
    await taken(on);
    await on.touch('.footer .button');
  },
  'refused-card': async (on) => {
    await take(on);
    await on.answer({ type: 'refused', refusal: { code: 'idCardRequired', ...REFUSAL_TEXTS.idCardRequired } });
  },
  'refused-held': async (on) => {
    await take(on);
    const held = { ticketId: 5, ticketNumber: on.scenery.ticket.ticketNumber };
    await on.answer({
      type: 'refused',
      refusal: { code: 'alreadyHolding', ...REFUSAL_TEXTS.alreadyHolding, held },
    });
  },
  'no-answer': async (on) => {
    await take(on);
    await on.answer({ type: 'linkLost' });
  },
  help: async (on) => {
    await layCard(on);
    await on.touch('.footer-place:nth-child(2) .button');
  },
  'idle-warning': async (on) => {
    await choose(on);
    await on.stage.skip(on.isLarge ? 119_000 : 59_000);
    await on.stage.pass(2_000);
  },
  closed: (on) => on.update({ view: { ...on.scenery.view, isTicketing: false } }),
  'closed-all-day': (on) => on.update({ view: { ...on.scenery.view, isTicketing: false, hoursToday: [] } }),
  'out-of-service': (on) => on.update({ hallLink: 'down' }),
  'desk-no-printer': (on) =>
    on.update({
      view: { ...on.scenery.view, withoutPrinter: 'desk' },
      printer: { state: 'fault', code: 'paperOut' },
    }),
  'desk-no-reader': (on) =>
    on.update({
      view: { ...on.scenery.view, withoutReader: 'desk' },
      reader: { state: 'fault', code: 'portLost' },
    }),
  'terminal-lost': (on) => on.stage.tell({ lost: true }),
} as const satisfies Readonly<Record<string, Reach>>;

export type KioskState = keyof typeof KIOSK_STATES;
export const ALL_STATES = Object.keys(KIOSK_STATES) as KioskState[];

interface Wishes {
  readonly scenery?: Scenery;
  readonly isLarge?: boolean;
  /** How many touches on the language button: 0 Chinese, 1 English, 2 a third language. */
  readonly languageTouches?: number;
}

/** From the start page, as everybody finds it, to a state. */
export async function reach(stage: KioskStage, state: KioskState, wishes: Wishes = {}): Promise<void> {
  const visit = new Visit(stage, wishes.scenery, wishes.isLarge);
  await visit.update();
  await visit.card('lifted');
  await stage.leaveAlone();
  for (let touches = wishes.languageTouches ?? 0; touches > 0; touches -= 1)
    await visit.touch('.footer-place:nth-child(3) .button');
  if (wishes.isLarge === true) await visit.touch('.footer-place:nth-child(2) .button');
  await KIOSK_STATES[state](visit);
  await stage.page.evaluate(() => document.fonts.ready.then(() => true));
}
