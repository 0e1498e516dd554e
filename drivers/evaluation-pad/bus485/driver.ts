// The serial evaluation pad with a key per level: armed by a request, it gives one rating or lapses.
import type { DeviceStatus } from '../../device-status.ts';
import type { BusFrame } from '../../bus-485/codec.ts';
import type { BusLine } from '../../bus-485/line.ts';
import { StationStatus } from '../../bus-485/station-status.ts';
import { Listeners } from '../../listeners.ts';
import type { PortChange } from '../../port/port-keeper.ts';
import type { EvaluationPad, EvaluationPadEvent, EvaluationRequest } from '../contract.ts';
import { resultValueOf, startEvaluation } from './codec.ts';
import type { Bus485PadSettings } from './settings.ts';

export class Bus485Pad implements EvaluationPad {
  readonly #line: BusLine;
  readonly #settings: Bus485PadSettings;
  readonly #listeners = new Listeners<EvaluationPadEvent>();
  readonly #status = new StationStatus((status) => this.#tell({ type: 'status', status }));
  #isRunning = false;
  #asked: { evaluationId: number; timer: NodeJS.Timeout } | null = null;

  constructor(line: BusLine, settings: Bus485PadSettings) {
    this.#line = line;
    this.#settings = settings;
  }

  get status(): DeviceStatus {
    return this.#status.now;
  }

  onEvent(listener: (event: EvaluationPadEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Throws RangeError when another pad has this address on this line. */
  start(): void {
    if (this.#isRunning) return;
    this.#line.attach(this.#settings.address, {
      onFrame: (frame) => this.#heard(frame),
      onPort: (change) => this.#portChanged(change),
      onConflict: () => this.#status.conflicting(),
    });
    this.#isRunning = true;
    if (this.#line.newestChange !== null) this.#portChanged(this.#line.newestChange);
  }

  async stop(): Promise<void> {
    if (!this.#isRunning) return;
    this.#isRunning = false;
    this.cancel();
    this.#status.stop();
    await this.#line.detach(this.#settings.address);
  }

  ask({ evaluationId, timeoutMs }: EvaluationRequest): void {
    this.cancel();
    const timer = setTimeout(() => {
      this.#asked = null;
      this.#tell({ type: 'lapsed', evaluationId });
    }, timeoutMs);
    this.#asked = { evaluationId, timer };
    this.#line.send(startEvaluation(this.#settings.address));
  }

  /** The bus has no frame that puts the pad's lights out; a key pressed from now on is acknowledged and records nothing. */
  cancel(): void {
    if (this.#asked === null) return;
    clearTimeout(this.#asked.timer);
    this.#asked = null;
  }

  #heard(frame: BusFrame): void {
    const value = resultValueOf(frame);
    const rating = value === null ? undefined : this.#settings.levels.get(value);
    if (rating === undefined || this.#asked === null) return;
    const { evaluationId } = this.#asked;
    this.cancel();
    this.#tell({ type: 'rated', evaluationId, rating });
  }

  #portChanged(change: PortChange): void {
    this.#status.portChanged(change);
    // The pad may have lost power with the line: an open request is shown to it again.
    if (change.type === 'opened' && this.#asked !== null) this.#line.send(startEvaluation(this.#settings.address));
  }

  #tell(event: EvaluationPadEvent): void {
    this.#listeners.tell(event);
  }
}
