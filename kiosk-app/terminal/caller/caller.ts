// The floating caller (软呼叫器) of a window terminal: what stands at the window, and what a press on the bar or a hot key does.
import { randomUUID } from 'node:crypto';
import type { CallerAction, CallerForm, CallerMessage, CallerNotice, CallerUpdate } from '../../wire/caller.ts';
import type { HallLink } from '../hall-link.ts';
import type { Log } from '../log.ts';
import type { WindowTerminalCore } from '../window-terminal.ts';
import { actionReasons, type Situation } from './button-rule.ts';
import type { CallerConfig } from './caller-config.ts';
import {
  commandFor,
  mayBeAnsweredByKey,
  questionBefore,
  stillOpen,
  type OpenQuestion,
  type WindowCommand,
} from './caller-questions.ts';
import { padHealth, questionShown, workShown } from './caller-view.ts';
import { ClerkSession } from './clerk-session.ts';
import { isFlashing } from './flash-rule.ts';
import { NO_HOT_KEYS, planHotKeys, registerHotKeys, type HotKeyRegistrar } from './hot-key-table.ts';
import { Presses } from './presses.ts';

export interface CallerParts {
  readonly terminalId: string;
  readonly hallUrl: string;
  readonly config: CallerConfig;
  /** The terminal's own link: it tells which window this is. */
  readonly hall: HallLink<'windowTerminal'>;
  readonly terminal: WindowTerminalCore;
  readonly log: Log;
  /** How long a press is kept and sent again, ms. */
  readonly patienceMs?: number;
}

/** What only a host with a desktop can do. */
export interface CallerHost {
  readonly hotKeys: HotKeyRegistrar;
  /** The hall's address of the clerk console, without any token. */
  openConsole(url: string): void;
}

/** Later than this a clerk has looked up, and calling somebody unawares is worse than one more press. */
const PATIENCE_MS = 20_000;
/** Longer than a desktop waits before it repeats a key that is held: a second at most, by the settings of Windows. */
const HELD_KEY_MS = 1_100;

export class Caller {
  readonly #parts: CallerParts;
  readonly #presses: Presses;
  readonly #session: ClerkSession;
  readonly #listeners = new Set<(message: CallerNotice) => void>();
  readonly #stopListening: () => void;
  readonly #keyHeardAt = new Map<CallerAction, number>();
  #question: OpenQuestion | null = null;
  #form: CallerForm = 'compact';
  /** The form before the bar was opened to sign in. */
  #formAfterSignIn: CallerForm | null = null;
  #hotKeys = NO_HOT_KEYS;
  #host: CallerHost | null = null;

  constructor(parts: CallerParts) {
    const { patienceMs = PATIENCE_MS } = parts;
    const changed = (): void => this.#changed();
    this.#parts = parts;
    this.#presses = new Presses({ patienceMs, now: () => performance.now(), changed });
    this.#session = new ClerkSession({ ...parts, patienceMs, changed, ended: () => this.#sessionEnded() });
    this.#stopListening = parts.terminal.onChange(changed);
  }

  /** A host with a desktop takes the bar: keys are registered, the console is opened by it. Returns the function that gives all back. */
  attach(host: CallerHost): () => void {
    const plan = planHotKeys(this.#parts.config.hotKeys);
    this.#host = host;
    this.#hotKeys = registerHotKeys(plan, host.hotKeys, (action) => this.#hotKeyPressed(action));
    this.#changed();
    return () => {
      this.#hotKeys.release();
      this.#hotKeys = NO_HOT_KEYS;
      this.#host = null;
      this.#changed();
    };
  }

  /** A clerk is signed in at the bar, or signing in. */
  get hasClerk(): boolean {
    return this.#session.shown.state !== 'signedOut';
  }

  /** Everything the bar is drawn from, now. */
  update(): CallerUpdate {
    const { terminalId, hall, terminal, config } = this.#parts;
    const situation = this.#session.situation();
    const { unsentRatings, pad } = terminal.status();
    return {
      terminalId,
      windowLabel: hall.view?.windowLabel ?? null,
      language: config.language,
      ...linkShown(this.#session.link),
      timeZone: situation?.status.timeZone ?? null,
      session: this.#session.shown,
      work: situation === null ? null : workShown(situation),
      working: this.#presses.working,
      question: situation === null ? null : questionShown(this.#questionOpen(situation), situation),
      notice: this.#presses.notice,
      isFlashing: situation !== null && isFlashing(situation),
      form: this.#form,
      hotKeys: this.#hotKeys.states,
      pad: padHealth(pad),
      unsentRatings,
      consoleUrl: this.#host === null ? this.#consoleUrl() : null,
    };
  }

  /** After every change. Returns the function that stops listening. */
  listen(listener: (message: CallerNotice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** One message of the page. Never throws. */
  handle(message: CallerMessage): void {
    switch (message.type) {
      case 'press':
        return this.#pressed(message.action, message.requestId, message.ticketId);
      case 'confirmMissed':
        return this.#missedConfirmed(message.requestId, message.ticketId);
      case 'pause':
        this.#question = null;
        return this.#ask('pauseOrResume', { type: 'pauseWindow', reason: message.reason }, message.requestId);
      case 'dismiss':
        this.#question = null;
        return this.#presses.say(null);
      case 'signIn':
        return void this.#signIn(message.staffNo, message.password);
      case 'signOut':
        return this.#signOut(message.requestId);
      case 'setForm':
        // Opened to sign in, it closes again behind the clerk.
        this.#formAfterSignIn = this.#session.place === null && message.form === 'open' ? this.#form : null;
        return this.setForm(message.form);
      case 'openConsole':
        this.#host?.openConsole(this.#consoleUrl());
    }
  }

  /** Also for a host that remembers the form of the last run. */
  setForm(form: CallerForm): void {
    this.#form = form;
    this.#changed();
  }

  close(): void {
    this.#stopListening();
    this.#listeners.clear();
    this.#hotKeys.release();
    this.#session.close();
  }

  /** From another program: the key asks the same as the control on the bar, about the ticket that is there now. */
  #hotKeyPressed(action: CallerAction): void {
    const situation = this.#session.situation();
    if (this.#isHeld(action) || situation === null) return;
    const requestId = randomUUID();
    // The question stands on the bar; the same key once more is its answer, so that no focus is taken from the other program.
    const question = this.#questionOpen(situation);
    if (question?.action !== action || !mayBeAnsweredByKey(question, performance.now()))
      this.#pressed(action, requestId, ticketIdAt(situation));
    else if (action === 'markMissed') this.#missedConfirmed(requestId, question.ticketId);
    else this.handle({ type: 'pause', requestId, reason: 'away' });
  }

  /** A key that is held may be told again and again: all of it is one press. */
  #isHeld(action: CallerAction): boolean {
    const now = performance.now();
    const isHeld = now - (this.#keyHeardAt.get(action) ?? -Infinity) < HELD_KEY_MS;
    this.#keyHeardAt.set(action, now);
    return isHeld;
  }

  #pressed(action: CallerAction, requestId: string, ticketId: number | null): void {
    const situation = this.#session.situation();
    if (situation === null || !this.#presses.mayPress(action, requestId)) return;
    const reason = actionReasons(situation)[action];
    const trouble = reason ?? (ticketId === ticketIdAt(situation) ? null : 'changedMeanwhile');
    if (trouble !== null) return this.#presses.say({ trouble, control: action });
    this.#question = questionBefore(action, situation.calls, performance.now());
    if (this.#question === null) this.#ask(action, commandFor(action, ticketId), requestId);
    else this.#presses.say(null);
  }

  #missedConfirmed(requestId: string, ticketId: number | null): void {
    const situation = this.#session.situation();
    this.#question = null;
    if (situation === null || ticketId !== ticketIdAt(situation))
      this.#presses.say({ trouble: 'changedMeanwhile', control: 'markMissed' });
    else this.#ask('markMissed', { type: 'markMissed', openTicketId: ticketId }, requestId);
  }

  #ask(action: CallerAction, command: WindowCommand, requestId: string): void {
    const { place } = this.#session;
    if (place === null || !this.#presses.mayPress(action, requestId)) return;
    void this.#presses.ask(place.socket, action, { ...command, windowId: place.windowId, requestId });
  }

  async #signIn(staffNo: string, password: string): Promise<void> {
    if (!(await this.#session.signIn(staffNo, password)) || this.#formAfterSignIn === null) return;
    this.#form = this.#formAfterSignIn;
    this.#formAfterSignIn = null;
    this.#changed();
  }

  #signOut(requestId: string): void {
    if (!this.#presses.mayPress('signOut', requestId)) return;
    if (this.#session.link.state !== 'up') this.#presses.say({ trouble: 'linkLost', control: 'signOut' });
    else
      void this.#session.signOut(({ socket, windowId }) =>
        this.#presses.ask(socket, 'signOut', { type: 'signOut', windowId, requestId }),
      );
  }

  #sessionEnded(): void {
    this.#question = null;
    this.#presses.forget();
    this.#changed();
  }

  /** A question that the hall has overtaken (another ticket, the link lost) is not asked any more. */
  #questionOpen(situation: Situation): OpenQuestion | null {
    return this.#question !== null && stillOpen(this.#question, situation) ? this.#question : null;
  }

  #consoleUrl(): string {
    return new URL('/clerk/', this.#parts.hallUrl).href;
  }

  #changed(): void {
    const message: CallerNotice = { type: 'update', update: this.update() };
    for (const listener of [...this.#listeners]) listener(message);
  }
}

function linkShown({
  state,
  lostAt,
  clockOffsetMs,
}: ClerkSession['link']): Pick<CallerUpdate, 'link' | 'lostAt' | 'clockOffsetMs'> {
  return { link: state, lostAt, clockOffsetMs };
}

function ticketIdAt({ calls }: Situation): number | null {
  return calls.ticket?.ticketId ?? null;
}
