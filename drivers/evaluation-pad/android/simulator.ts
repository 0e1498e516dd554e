// A behaving Android pad, with field tables of its own: dials, logs in after every dialling, shows a form when asked, sends what is tapped.
import { Listeners } from '../../listeners.ts';
import { PortKeeper } from '../../port/port-keeper.ts';
import type { Port } from '../../port/port.ts';

export interface AndroidPadSwitches {
  /** The published program's names of fields, or those of its description. */
  readonly spelling: 'code' | 'document';
  readonly windowNumber: string;
  readonly userCode: string;
  /** Every submission goes out so many times. */
  readonly submissions: number;
  /** Milliseconds between heart beats; 0: none. */
  readonly heartBeatMs: number;
  /** Loses its line the moment it is asked, so many times. */
  readonly dropsWhenAsked: number;
  /** Says this before every message. */
  readonly garbage: readonly string[];
  /** Method names as some programs write them. */
  readonly isSloppy: boolean;
  /** Never logs in by itself. */
  readonly isShy: boolean;
}

export interface PadReply {
  readonly request: string;
  readonly code: string;
  readonly result: unknown;
}

const PLAIN: AndroidPadSwitches = {
  spelling: 'code',
  windowNumber: '5',
  userCode: '1001',
  submissions: 1,
  heartBeatMs: 0,
  dropsWhenAsked: 0,
  garbage: [],
  isSloppy: false,
  isShy: false,
};
const KEPT = 500;

export class AndroidPadSimulator {
  /** What was answered, newest last. */
  replies: PadReply[] = [];
  /** Every frame that came, as it came, newest last. */
  heard: string[] = [];
  /** What the pad is told to do, e.g. `Reset`. */
  operates: string[] = [];
  readonly #port: Port;
  readonly #keeper: PortKeeper;
  readonly #listeners = new Listeners<void>();
  #switches: AndroidPadSwitches;
  #asked: string | null = null;
  #lastTap: (() => void) | null = null;
  #heart: NodeJS.Timeout | undefined;
  #stopListening: () => void = () => undefined;

  /** `port` dials: ws://host:port. */
  constructor(port: Port, switches: Partial<AndroidPadSwitches> = {}) {
    this.#port = port;
    this.#switches = { ...PLAIN, ...switches };
    this.#keeper = new PortKeeper(port, (change) => {
      clearInterval(this.#heart);
      if (change.type === 'opened') this.#dialled();
      this.#changed();
    });
  }

  start(): void {
    this.#stopListening = this.#port.onBytes((bytes) => this.#hear(Buffer.from(bytes).toString('utf8')));
    this.#keeper.start();
  }

  async stop(): Promise<void> {
    clearInterval(this.#heart);
    this.#stopListening();
    await this.#keeper.stop();
  }

  set(change: Partial<AndroidPadSwitches>): void {
    this.#switches = { ...this.#switches, ...change };
  }

  /** The rateId of the form that is on the pad; null without one. */
  get asked(): string | null {
    return this.#asked;
  }

  get isConnected(): boolean {
    return this.#port.isOpen;
  }

  /** Called after everything that comes and goes. */
  on(_event: 'change', listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  logIn(): void {
    const { spelling, windowNumber, userCode } = this.#switches;
    this.say(
      'Login',
      spelling === 'code' ? { winNum: windowNumber, userCode } : { WindowNumber: windowNumber, UserNumber: userCode },
    );
  }

  /** Somebody answers the form: one value for all four questions, or one for each. */
  tap(...values: readonly number[]): void {
    const rateId = this.#asked ?? 'no-form';
    const [attitude = 0, quality = attitude, efficiency = attitude, honest = attitude] = values;
    const { spelling, submissions } = this.#switches;
    const param =
      spelling === 'code'
        ? { rateId, attitude, quality, efficiency, honest: String(honest) }
        : { RateID: rateId, Content: String(attitude) };
    this.#lastTap = () => this.say('RateSubmit', param);
    this.#asked = null;
    for (let count = 0; count < submissions; count += 1) this.#lastTap();
  }

  /** The last answer goes out once more. */
  tapAgain(): void {
    this.#lastTap?.();
  }

  say(method: string, param?: unknown): void {
    const { garbage, isSloppy } = this.#switches;
    const spelled = isSloppy ? `  ${method.toUpperCase()} ` : method;
    for (const text of [
      ...garbage,
      JSON.stringify(param === undefined ? { method: spelled } : { method: spelled, param }),
    ]) {
      this.sayRaw(text);
    }
  }

  /** One text frame as it is; on a line that is gone it is lost, and the pad does not notice. */
  sayRaw(text: string): void {
    this.#port.write(Buffer.from(text)).catch(() => undefined);
  }

  /** The line is lost; the pad dials again by itself. */
  async drop(): Promise<void> {
    await this.#port.close();
  }

  #dialled(): void {
    const { heartBeatMs, isShy } = this.#switches;
    if (!isShy) this.logIn();
    if (heartBeatMs > 0) {
      this.#heart = setInterval(() => this.say('HeartBeat', { DateTime: '2026-01-05 09:00:00' }), heartBeatMs);
    }
  }

  #hear(text: string): void {
    this.heard = [...this.heard, text].slice(-KEPT);
    const frame = JSON.parse(text) as Record<string, unknown>;
    const param = (frame['param'] ?? {}) as Record<string, unknown>;
    if (frame['method'] === 'RateQuest') this.#beAsked(String(param['rateId'] ?? param['RateID']));
    else if (frame['method'] === 'RateOperate') {
      this.#asked = null;
      this.operates = [...this.operates, String(param['operate'])].slice(-KEPT);
    } else this.replies = [...this.replies, frame as unknown as PadReply].slice(-KEPT);
    this.#changed();
  }

  #beAsked(rateId: string): void {
    this.#asked = rateId;
    if (this.#switches.dropsWhenAsked === 0) return;
    this.set({ dropsWhenAsked: this.#switches.dropsWhenAsked - 1 });
    this.#asked = null;
    void this.drop();
  }

  #changed(): void {
    this.#listeners.tell();
  }
}
