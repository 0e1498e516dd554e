// One window's call pad: its keys are commands at that window, for the clerk who is signed in there; its display follows the views.
import { randomUUID } from 'node:crypto';
import type { WindowTerminal } from '@jiaohao/contracts/views';
import type { CallPadAction, CallPadDisplay } from '../../wire/devices.ts';
import type { AskHall } from '../hall-link.ts';
import type { HallRequest } from '../hall-reply.ts';
import type { Log } from '../log.ts';

export interface CallPadDeskParts {
  readonly hall: AskHall;
  /** The newest of this window; null before the first. */
  readonly view: () => WindowTerminal | null;
  readonly waiting: () => number | null;
  readonly pad: { show(display: CallPadDisplay): void; beep(): void };
  readonly log: Log;
  readonly closing: AbortSignal;
}

/** A key that the hall has not answered by then is given up and beeped at: it must not be carried out when nobody expects it. */
const ANSWER_WITHIN_MS = 3_000;
const DARK: CallPadDisplay = { ticketNumber: null, waiting: null };

export class CallPadDesk {
  readonly #parts: CallPadDeskParts;
  #isBusy = false;

  constructor(parts: CallPadDeskParts) {
    this.#parts = parts;
  }

  /** To be called after every change of views or link, and when the devices process is new. A dark display says that keys do nothing. */
  viewed(): void {
    const { hall, view, waiting, pad } = this.#parts;
    const seen = hall.state === 'up' ? view() : null;
    pad.show(seen === null ? DARK : { ticketNumber: seen.ticketNumber, waiting: waiting() });
  }

  async pressed(action: CallPadAction, key: string): Promise<void> {
    const { hall, view, pad, log } = this.#parts;
    if (action === 'none') return;
    const seen = view();
    const request = seen === null ? null : requestFor(action, seen);
    // Two keys at once are one too many: what the second would do depends on what the first has done.
    if (request === null || hall.state !== 'up' || this.#isBusy) {
      log.info({ key, action, hallLink: hall.state, isBusy: this.#isBusy }, 'A key of the call pad does nothing now');
      pad.beep();
      return;
    }
    this.#isBusy = true;
    await this.#ask(request, key);
    this.#isBusy = false;
  }

  async #ask(request: HallRequest, key: string): Promise<void> {
    const { hall, pad, log, closing } = this.#parts;
    const reply = await hall.ask(request, AbortSignal.any([closing, AbortSignal.timeout(ANSWER_WITHIN_MS)]));
    if (reply?.ok === true || closing.aborted) return;
    const code = reply === null ? 'noAnswer' : 'error' in reply ? reply.error.code : reply.refusal.code;
    // One key pauses and resumes. A view does not tell which while somebody is still at the window; the hall does.
    if (request.type === 'pauseWindow' && code === 'windowPaused') {
      await this.#ask({ requestId: randomUUID(), windowId: request.windowId, type: 'resumeWindow' }, key);
      return;
    }
    log.info({ key, type: request.type, code }, 'The hall did not do what the call pad asked');
    pad.beep();
  }
}

/** Null for what no command of the hall means yet, or cannot be said on a pad (where to transfer). */
function requestFor(action: CallPadAction, { windowId, openTicketId }: WindowTerminal): HallRequest | null {
  const about = { requestId: randomUUID(), windowId };
  const aboutTicket = { ...about, openTicketId };
  switch (action) {
    case 'next':
      return { ...aboutTicket, type: 'callNext' };
    case 'recall':
      return { ...aboutTicket, type: 'recall' };
    case 'start':
      return { ...aboutTicket, type: 'startServing' };
    case 'finish':
      return { ...aboutTicket, type: 'finishServing' };
    case 'missed':
    // 弃号: somebody called did not come. The hall knows one thing to do with him, and that can be taken back (rule Q15).
    case 'giveUp':
      return { ...aboutTicket, type: 'markMissed' };
    case 'evaluate':
      return { ...about, type: 'requestEvaluation' };
    case 'pause':
      return { ...about, type: 'pauseWindow' };
    case 'hold':
    case 'resume':
    case 'transfer':
    case 'none':
      return null;
  }
}
