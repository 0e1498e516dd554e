// One Onbon strip kept as it should be: text, power, brightness, clock. The text is sent again at every poll, so that a
// strip that lost power, however shortly, shows the right one; the same area id makes that invisible on one that did not.
import { DeviceError } from '../../device-error.ts';
import type { DeviceStatus } from '../../device-status.ts';
import { Listeners } from '../../listeners.ts';
import type { PortChange } from '../../port/port-keeper.ts';
import type { LedStrip, StripContent } from '../contract.ts';
import { fitPages } from '../fit-text.ts';
import type { StripLine } from '../line.ts';
import { BROADCAST_ADDRESS, decodeOnbonFrame, encodeOnbonFrame, HOST_ADDRESS } from './codec.ts';
import { replyOf } from './commands.ts';
import { columnsOfStrip } from './page-text.ts';
import { Duties, type Duty } from './duties.ts';
import type { OnbonSettings } from './settings.ts';

type Outcome = 'taken' | 'refused' | 'noReply' | 'portLost';

export class OnbonStrip implements LedStrip {
  readonly #line: StripLine;
  readonly #settings: OnbonSettings;
  readonly #duties: Duties;
  readonly #listeners = new Listeners<DeviceStatus>();
  readonly #station = { onPort: (change: PortChange) => this.#portChanged(change) };
  #status: DeviceStatus = { state: 'starting' };
  #isRunning = false;
  #isLineOpen = false;
  #isWorking = false;
  #wake: () => void = () => undefined;
  /** Commands in a row that nobody answered. */
  #silences = 0;

  /** `wallClock` for power, brightness and the card's clock: the local time of this computer. */
  constructor(line: StripLine, settings: OnbonSettings, wallClock: () => Date = () => new Date()) {
    this.#line = line;
    this.#settings = settings;
    this.#duties = new Duties(settings, wallClock);
  }

  get status(): DeviceStatus {
    return this.#status;
  }

  get shown(): readonly string[] | null {
    return this.#duties.shown;
  }

  onStatus(listener: (status: DeviceStatus) => void): () => void {
    return this.#listeners.add(listener);
  }

  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#line.attach(this.#station);
    if (this.#line.newestChange !== null) this.#portChanged(this.#line.newestChange);
  }

  async stop(): Promise<void> {
    if (!this.#isRunning) return;
    this.#isRunning = false;
    this.#isLineOpen = false;
    this.#wake();
    await this.#line.detach(this.#station);
  }

  show({ wordings, colour }: StripContent): void {
    this.#duties.show(fitPages(wordings, columnsOfStrip(this.#settings)), colour);
    this.#wake();
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    while (this.#isLineOpen) {
      const duty = this.#duties.due(performance.now());
      if (duty === null) await this.#rest(this.#duties.nextDueAtMs - performance.now());
      else this.#done(duty, await this.#command(duty));
    }
    this.#isWorking = false;
  }

  #done(duty: Duty, outcome: Outcome): void {
    switch (outcome) {
      case 'taken':
      case 'refused':
        this.#silences = 0;
        this.#duties.answered(duty, outcome === 'taken', performance.now());
        this.#become(
          this.#duties.isRefused ? { state: 'fault', code: 'deviceRefused' } : { state: 'ready', warning: null },
        );
        break;
      case 'noReply':
        this.#silences += 1;
        if (this.#silences < this.#settings.tries && this.#status.state !== 'fault') return;
        this.#duties.lost(performance.now());
        this.#become({ state: 'fault', code: 'noReply' });
        break;
      case 'portLost':
        // The line tells that to all its strips.
        break;
    }
  }

  async #command(duty: Duty): Promise<Outcome> {
    const { screenAddress, deviceType, answerTimeoutMs } = this.#settings;
    const bytes = encodeOnbonFrame({ destination: screenAddress, source: HOST_ADDRESS, deviceType, data: duty.data });
    const timeoutMs = answerTimeoutMs + this.#line.lineTimeMs(bytes.length);
    try {
      const answer = await this.#line.ask({ bytes, timeoutMs, accepts: (frame) => this.#isOurs(frame) }, duty.isUrgent);
      return replyOf(decodeOnbonFrame(answer).data).type === 'taken' ? 'taken' : 'refused';
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error;
      return error.code === 'portLost' ? 'portLost' : 'noReply';
    }
  }

  /** An acknowledgement from this card to a host; what another card of the line says late is not. */
  #isOurs(frame: Uint8Array): boolean {
    const { destination, source, data } = decodeOnbonFrame(frame);
    const { screenAddress } = this.#settings;
    const isFromUs = screenAddress === BROADCAST_ADDRESS || source === screenAddress || source === BROADCAST_ADDRESS;
    return destination === HOST_ADDRESS && isFromUs && replyOf(data).type !== 'other';
  }

  #rest(forMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, forMs));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #portChanged(change: PortChange): void {
    this.#isLineOpen = change.type === 'opened';
    this.#duties.lost(-Infinity);
    this.#silences = 0;
    if (change.type === 'opened') {
      this.#become({ state: 'starting' });
      void this.#work();
    } else {
      this.#wake();
      this.#become({ state: 'fault', code: change.error.code });
    }
  }

  #become(status: DeviceStatus): void {
    if (JSON.stringify(status) === JSON.stringify(this.#status)) return;
    this.#status = status;
    this.#listeners.tell(status);
  }
}
