// Between the core of a terminal that runs and its devices: a window under test has its keys shown and not carried out, and gets back what the hall shows. A rating always comes first.
import type { DevicesNotice, DevicesOrder } from '../../wire/devices.ts';
import type { DevicesLink } from '../devices-link.ts';
import type { SelfTestParts } from './self-test.ts';

/** What a core of windows needs of its devices. */
export type ServedDevices = Pick<DevicesLink, 'ask' | 'cancelAsk' | 'show' | 'onNotice' | 'status'>;

type ShowOrder = Extract<DevicesOrder, { type: 'showOnPad' | 'beepPad' | 'showOnStrip' }>;
type Listener = (notice: DevicesNotice) => void;
type Rated = Extract<DevicesNotice, { type: 'rated' }>;

interface HallAsking {
  readonly evaluationId: number;
  /** Monotonic ms. */
  readonly lapsesAt: number;
}

/** The window of a terminal that has one only. */
const OWN_WINDOW = '';

/** A pad's lights are the same for a test and for an applicant: so long after a test's asking its technician may still press. */
const STRAY_KEY_MS = 5_000;

export class TestGate implements ServedDevices {
  /** For the self-test: past the gate. */
  readonly tested: SelfTestParts['devices'];
  readonly #devices: DevicesLink;
  readonly #now: () => number;
  readonly #coreListeners = new Set<Listener>();
  readonly #testListeners = new Set<Listener>();
  /** What the core wants shown, newest, by kind and window. */
  readonly #wanted = new Map<string, ShowOrder>();
  /** Askings of the hall that are open, by window. */
  readonly #asked = new Map<string, HallAsking>();
  /** Askings of the test that are open, by window. */
  readonly #tries = new Map<string, number>();
  /** When the newest asking of the test ended, by window; gone with the first key after it. */
  readonly #triedUntil = new Map<string, number>();
  /** Every one that was ever asked: an answer may come after its asking was replaced. */
  readonly #testIds = new Set<number>();
  #underTest: string | null = null;

  /** `now`: monotonic ms. */
  constructor(devices: DevicesLink, now: () => number = () => performance.now()) {
    this.#devices = devices;
    this.#now = now;
    devices.onNotice((notice) => this.#heard(notice));
    this.tested = {
      print: (job) => devices.print(job),
      test: (order) => devices.test(order),
      show: (order) => devices.show(order),
      onNotice: (listener) => listenIn(this.#testListeners, listener),
      askForTest: (evaluationId, timeoutMs, windowId) => this.#try(evaluationId, timeoutMs, windowId),
      cancelAsk: (windowId) => {
        if (this.#tryEnded(windowId ?? OWN_WINDOW)) devices.cancelAsk(windowId);
      },
    };
  }

  get underTest(): string | null {
    return this.#underTest;
  }

  /** Takes a window under test and gives back the one before; null gives it back alone. */
  take(windowId: string | null): void {
    const before = this.#underTest;
    this.#underTest = windowId;
    if (before === null || before === windowId) return;
    for (const order of this.#wanted.values()) if (windowOf(order) === before) this.#devices.show(order);
  }

  /** The hall waits for an applicant's key there: its pad is not to be tried. */
  isRatingAsked(windowId: string): boolean {
    return this.#asked.has(windowId);
  }

  status(...about: Parameters<DevicesLink['status']>): ReturnType<DevicesLink['status']> {
    return this.#devices.status(...about);
  }

  onNotice(listener: Listener): () => void {
    return listenIn(this.#coreListeners, listener);
  }

  show(order: ShowOrder): void {
    const window = windowOf(order);
    if (order.type !== 'beepPad') this.#wanted.set(`${order.type} ${window}`, order);
    if (window !== this.#underTest) this.#devices.show(order);
  }

  /** Carried out under test too: it takes the pad from the test. */
  ask(evaluationId: number, timeoutMs: number, windowId?: string): void {
    const window = windowId ?? OWN_WINDOW;
    this.#asked.set(window, { evaluationId, lapsesAt: this.#now() + timeoutMs });
    const tried = this.#tries.get(window);
    this.#tryEnded(window);
    this.#devices.ask(evaluationId, timeoutMs, windowId);
    if (tried !== undefined) tell(this.#testListeners, { type: 'lapsed', evaluationId: tried });
  }

  cancelAsk(windowId?: string): void {
    const window = windowId ?? OWN_WINDOW;
    this.#asked.delete(window);
    if (!this.#tries.has(window)) this.#devices.cancelAsk(windowId);
  }

  #try(evaluationId: number, timeoutMs: number, windowId: string | undefined): void {
    const window = windowId ?? OWN_WINDOW;
    if (this.#asked.has(window)) return;
    this.#testIds.add(evaluationId);
    this.#tries.set(window, evaluationId);
    this.#devices.askForTest(evaluationId, timeoutMs, windowId);
  }

  /** False where none was open. */
  #tryEnded(window: string): boolean {
    if (!this.#tries.delete(window)) return false;
    this.#triedUntil.set(window, this.#now());
    return true;
  }

  #heard(notice: DevicesNotice): void {
    const stray = notice.type === 'rated' ? this.#strayAnswered(notice) : null;
    if (notice.type === 'rated' && stray !== null) {
      this.#askOnceMore(stray, notice);
      return;
    }
    if (notice.type === 'rated' || notice.type === 'lapsed') {
      const window = windowOf(notice);
      if (this.#asked.get(window)?.evaluationId === notice.evaluationId) this.#asked.delete(window);
      if (this.#tries.get(window) === notice.evaluationId) this.#tryEnded(window);
    }
    tell(this.#testListeners, notice);
    if (this.#isForCore(notice)) tell(this.#coreListeners, notice);
  }

  /** The hall's asking that it answers, where it may be the key of whoever tried the pad a moment ago. */
  #strayAnswered(notice: Rated): HallAsking | null {
    const window = windowOf(notice);
    const asking = this.#asked.get(window);
    const triedUntil = this.#triedUntil.get(window);
    if (triedUntil === undefined || asking?.evaluationId !== notice.evaluationId) return null;
    this.#triedUntil.delete(window);
    return this.#now() - triedUntil <= STRAY_KEY_MS ? asking : null;
  }

  /** For the rest of its time. */
  #askOnceMore({ evaluationId, lapsesAt }: HallAsking, { windowId }: Rated): void {
    const leftMs = Math.ceil(lapsesAt - this.#now());
    if (leftMs >= 1) this.#devices.ask(evaluationId, leftMs, windowId);
    else this.#heard({ type: 'lapsed', evaluationId, ...(windowId === undefined ? {} : { windowId }) });
  }

  #isForCore(notice: DevicesNotice): boolean {
    switch (notice.type) {
      case 'callPadKey':
        return windowOf(notice) !== this.#underTest;
      case 'rated':
      case 'lapsed':
        return !this.#testIds.has(notice.evaluationId);
      default:
        return true;
    }
  }
}

function windowOf({ windowId }: { readonly windowId?: string }): string {
  return windowId ?? OWN_WINDOW;
}

function listenIn(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(listeners: ReadonlySet<Listener>, notice: DevicesNotice): void {
  for (const listener of [...listeners]) listener(notice);
}
