// One round over a terminal's evaluation pads: all are asked at once, and whoever walks along the windows presses a key at each. Nothing of it is an evaluation.
import type { DevicesNotice, DeviceSetting } from '../../wire/devices.ts';
import type { SelfTestWork } from '../../wire/self-test.ts';
import type { DevicesLink } from '../devices-link.ts';

type Pads = Pick<DevicesLink, 'askForTest' | 'cancelAsk'>;

/** Time to walk along a line of windows. */
const ROUND_MS = 60_000;

export class PadRound {
  readonly #devices: Pads;
  readonly #onChange: (work: SelfTestWork['evaluationPads']) => void;
  readonly #open = new Map<number, string | undefined>();
  #rated = 0;
  #of = 0;
  /** No evaluation of a hall comes near: a pad that remembers numbers takes none for a test's. */
  #lastId = Math.floor(Date.now() / 1000);

  constructor(devices: Pads, onChange: (work: SelfTestWork['evaluationPads']) => void) {
    this.#devices = devices;
    this.#onChange = onChange;
  }

  /** Nothing where a round runs, or where there are no evaluation pads among these. */
  ask(settings: readonly DeviceSetting[]): void {
    const pads = settings.filter(({ kind }) => kind === 'evaluationPad');
    if (this.#open.size > 0 || pads.length === 0) return;
    this.#rated = 0;
    this.#of = pads.length;
    for (const { windowId } of pads) {
      this.#lastId += 1;
      this.#open.set(this.#lastId, windowId);
      this.#devices.askForTest(this.#lastId, ROUND_MS, windowId);
    }
    this.#tell();
  }

  heard({ type, evaluationId }: Extract<DevicesNotice, { type: 'rated' | 'lapsed' }>): void {
    if (!this.#open.delete(evaluationId)) return;
    if (type === 'rated') this.#rated += 1;
    this.#tell();
  }

  /** Pads that still wait are disarmed. */
  end(): void {
    if (this.#open.size === 0) return;
    for (const windowId of this.#open.values()) this.#devices.cancelAsk(windowId);
    this.#open.clear();
    this.#tell();
  }

  #tell(): void {
    this.#onChange({ state: this.#open.size > 0 ? 'asking' : 'over', rated: this.#rated, of: this.#of });
  }
}
