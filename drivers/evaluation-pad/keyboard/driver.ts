// A pad that types like a keyboard: its keys count only while it is asked, only as fast as a device types, and only as a level that is known.
import { WedgeDetector, type WedgeResult } from '../../document-scanner/wedge.ts';
import type { DeviceStatus } from '../../device-status.ts';
import { Listeners } from '../../listeners.ts';
import { PortKeeper } from '../../port/port-keeper.ts';
import type { Port } from '../../port/port.ts';
import type { EvaluationPad, EvaluationPadEvent, EvaluationRequest } from '../contract.ts';
import { KeyPressReader } from './codec.ts';
import type { KeyboardPadSettings } from './settings.ts';

/** Keys may be read so much later than they were pressed; what lies between them is told by their own times. */
const READ_LATE_MS = 100;

interface Asked {
  readonly evaluationId: number;
  readonly timer: NodeJS.Timeout;
  /** New with each request: what was typed before it is not part of its answer. */
  readonly detector: WedgeDetector;
}

export class KeyboardPad implements EvaluationPad {
  readonly #port: Port;
  readonly #settings: KeyboardPadSettings;
  readonly #keeper: PortKeeper;
  readonly #listeners = new Listeners<EvaluationPadEvent>();
  #reader = new KeyPressReader();
  #status: DeviceStatus = { state: 'starting' };
  #asked: Asked | null = null;
  #silence: NodeJS.Timeout | undefined;
  #stopListening: () => void = () => undefined;

  constructor(port: Port, settings: KeyboardPadSettings) {
    this.#port = port;
    this.#settings = settings;
    this.#keeper = new PortKeeper(port, (change) => {
      this.#reader = new KeyPressReader();
      const isOpen = change.type === 'opened';
      this.#status = isOpen ? { state: 'ready', warning: null } : { state: 'fault', code: change.error.code };
      this.#tell({ type: 'status', status: this.#status });
    });
  }

  get status(): DeviceStatus {
    return this.#status;
  }

  onEvent(listener: (event: EvaluationPadEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  start(): void {
    this.#stopListening();
    this.#stopListening = this.#port.onBytes((bytes) => this.#typed(bytes));
    this.#keeper.start();
  }

  async stop(): Promise<void> {
    this.#stopListening();
    this.cancel();
    await this.#keeper.stop();
    this.#status = { state: 'starting' };
  }

  /** Nothing is shown: such a pad has no way to hear. */
  ask({ evaluationId, timeoutMs }: EvaluationRequest): void {
    this.cancel();
    const timer = setTimeout(() => {
      this.cancel();
      this.#tell({ type: 'lapsed', evaluationId });
    }, timeoutMs);
    this.#asked = { evaluationId, timer, detector: new WedgeDetector(this.#settings.wedge) };
  }

  cancel(): void {
    clearTimeout(this.#silence);
    if (this.#asked === null) return;
    clearTimeout(this.#asked.timer);
    this.#asked = null;
  }

  #typed(bytes: Uint8Array): void {
    for (const press of this.#reader.push(bytes)) {
      if (this.#asked === null) continue;
      clearTimeout(this.#silence);
      this.#silence = setTimeout(() => this.#fellSilent(), this.#settings.wedge.maxGapMs + READ_LATE_MS);
      this.#take(this.#asked.detector.key(press));
    }
  }

  #fellSilent(): void {
    if (this.#asked !== null) this.#take(this.#asked.detector.idle());
  }

  /** What was typed as by a person is nobody's: it goes no further. */
  #take({ scanned }: WedgeResult): void {
    for (const each of scanned) {
      const rating = each.kind === 'code' ? this.#settings.levels.get(each.text) : undefined;
      if (rating === undefined || this.#asked === null) continue;
      const { evaluationId } = this.#asked;
      this.cancel();
      this.#tell({ type: 'rated', evaluationId, rating });
    }
  }

  #tell(event: EvaluationPadEvent): void {
    this.#listeners.tell(event);
  }
}
