// Between the core of a terminal that runs and its devices: a window under test has its keys shown and not carried out, and gets back what the hall shows. A rating always comes first.
import type { DevicesNotice, DevicesOrder } from '../../wire/devices.ts';
import type { DevicesLink } from '../devices-link.ts';
import type { SelfTestParts } from './self-test.ts';

/** What a core of windows needs of its devices. */
export type ServedDevices = Pick<DevicesLink, 'ask' | 'cancelAsk' | 'show' | 'onNotice' | 'status'>;

type ShowOrder = Extract<DevicesOrder, { type: 'showOnPad' | 'beepPad' | 'showOnStrip' }>;
type Listener = (notice: DevicesNotice) => void;

/** The window of a terminal that has one only. */
const OWN_WINDOW = '';

export class TestGate implements ServedDevices {
  /** For the self-test: past the gate. */
  readonly tested: SelfTestParts['devices'];
  readonly #devices: DevicesLink;
  readonly #coreListeners = new Set<Listener>();
  readonly #testListeners = new Set<Listener>();
  /** What the core wants shown, newest, by kind and window. */
  readonly #wanted = new Map<string, ShowOrder>();
  /** Askings of the hall that are open, by window. */
  readonly #asked = new Map<string, number>();
  /** Askings of the test that are open, by window. */
  readonly #tries = new Map<string, number>();
  /** Every one that was ever asked: an answer may come after its asking was replaced. */
  readonly #testIds = new Set<number>();
  #underTest: string | null = null;

  constructor(devices: DevicesLink) {
    this.#devices = devices;
    devices.onNotice((notice) => this.#heard(notice));
    this.tested = {
      print: (job) => devices.print(job),
      test: (order) => devices.test(order),
      show: (order) => devices.show(order),
      onNotice: (listener) => listenIn(this.#testListeners, listener),
      askForTest: (evaluationId, timeoutMs, windowId) => this.#try(evaluationId, timeoutMs, windowId),
      cancelAsk: (windowId) => {
        if (this.#tries.delete(windowId ?? OWN_WINDOW)) devices.cancelAsk(windowId);
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
    this.#asked.set(window, evaluationId);
    const tried = this.#tries.get(window);
    this.#tries.delete(window);
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

  #heard(notice: DevicesNotice): void {
    if (notice.type === 'rated' || notice.type === 'lapsed') {
      for (const open of [this.#asked, this.#tries]) {
        const window = windowOf(notice);
        if (open.get(window) === notice.evaluationId) open.delete(window);
      }
    }
    tell(this.#testListeners, notice);
    if (this.#isForCore(notice)) tell(this.#coreListeners, notice);
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
