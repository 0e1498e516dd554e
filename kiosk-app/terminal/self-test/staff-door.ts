// Staff at the glass: gesture, PIN, and the self-test behind them. An applicant always comes first.
import type { PageMessage, TerminalMessage } from '../../wire/page.ts';
import type { PinTrouble, StaffView, StaffWish } from '../../wire/self-test.ts';
import type { Log } from '../log.ts';
import type { StaffPin } from '../staff-pin.ts';
import type { SelfTest } from './self-test.ts';

export interface StaffDoorParts {
  readonly pin: StaffPin;
  readonly log: Log;
  /** An applicant has a number, or one is on its way. */
  readonly isServing: () => boolean;
  readonly openSelfTest: (onChange: () => void) => SelfTest;
}

/** Staff who gave the right PIN while an applicant is at the page wait so long. */
const OFFERED_MS = 120_000;

type State =
  | { readonly at: 'askPin'; readonly trouble: PinTrouble | null; readonly isChecking: boolean }
  | { readonly at: 'offered'; readonly expiry: NodeJS.Timeout }
  | { readonly at: 'selfTest'; readonly selfTest: SelfTest };

export class StaffDoor {
  readonly #parts: StaffDoorParts;
  readonly #listeners = new Set<(message: TerminalMessage) => void>();
  #state: State | null = null;

  constructor(parts: StaffDoorParts) {
    this.#parts = parts;
  }

  /** The kiosk is under test and takes nobody. */
  get isTesting(): boolean {
    return this.#state?.at === 'selfTest';
  }

  /** What staff have at the glass; null: nothing. */
  view(): StaffView | null {
    const state = this.#state;
    switch (state?.at) {
      case undefined:
        return null;
      case 'askPin':
        return { state: 'askPin', trouble: state.trouble, isChecking: state.isChecking };
      case 'offered':
        return { state: 'offered' };
      case 'selfTest':
        return { state: 'selfTest', ...state.selfTest.view() };
    }
  }

  listen(listener: (message: TerminalMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  handle(message: Extract<PageMessage, { type: 'staff' | 'staffPin' }>): void {
    if (message.type === 'staffPin') void this.#try(message.pin);
    else this.#wish(message.wish);
  }

  /** The PIN was right elsewhere: the page opens the test when no applicant is at it. */
  offer(): void {
    if (this.#state?.at === 'selfTest') return;
    this.#leave();
    const expiry = setTimeout(() => this.close(), OFFERED_MS);
    this.#enter({ at: 'offered', expiry });
  }

  close(): void {
    if (this.#state === null) return;
    this.#leave();
    this.#enter(null);
  }

  #wish(wish: StaffWish): void {
    const state = this.#state;
    switch (wish) {
      case 'gesture':
        if (state === null && !this.#parts.isServing()) this.#askPin();
        break;
      case 'open':
        if (state?.at === 'offered' && !this.#parts.isServing()) this.#open();
        break;
      case 'close':
        this.close();
        break;
      default:
        if (state?.at === 'selfTest') state.selfTest.carryOut(wish);
    }
  }

  #askPin(): void {
    this.#parts.log.info({}, 'Staff gesture');
    const trouble: PinTrouble | null = this.#parts.pin.isSet ? null : { type: 'noPin' };
    this.#enter({ at: 'askPin', trouble, isChecking: false });
  }

  async #try(pin: string): Promise<void> {
    if (this.#state?.at !== 'askPin' || this.#state.isChecking) return;
    const asking: State = { at: 'askPin', trouble: null, isChecking: true };
    this.#enter(asking);
    const trouble = await this.#parts.pin.check(pin);
    // Closed meanwhile, and perhaps opened again by somebody else.
    if (this.#state !== asking) return;
    if (trouble === null) this.offer();
    else this.#enter({ at: 'askPin', trouble, isChecking: false });
  }

  #open(): void {
    this.#leave();
    this.#parts.log.info({}, 'The self-test is opened');
    const selfTest = this.#parts.openSelfTest(() => this.#tell());
    this.#enter({ at: 'selfTest', selfTest });
  }

  #leave(): void {
    const state = this.#state;
    if (state?.at === 'offered') clearTimeout(state.expiry);
    if (state?.at !== 'selfTest') return;
    state.selfTest.close();
    this.#parts.log.info({}, 'The self-test is closed');
  }

  #enter(state: State | null): void {
    this.#state = state;
    this.#tell();
  }

  #tell(): void {
    const message: TerminalMessage = { type: 'staff', staff: this.view() };
    for (const listener of [...this.#listeners]) listener(message);
  }
}
