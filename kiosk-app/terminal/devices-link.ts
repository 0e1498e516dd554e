// The core's side of the devices process: starts it, restarts it in bounded steps, and answers for its devices while it is gone.
import type { DeviceKind } from '@jiaohao/contracts/commands';
import {
  ALIVE_MS,
  BAD_SETTING,
  DEVICES_LOST,
  DevicesNotice,
  type Channel,
  type DeviceSetting,
  type DevicesOrder,
  type DeviceStatusNow,
  type PrintJob,
  type PrintOutcome,
  type ScannerKey,
} from '../wire/devices.ts';
import type { Log } from './log.ts';

export interface DevicesLinkOptions {
  /** A new devices process, or its equal inside this one. */
  readonly openChannel: () => Channel;
  readonly devices: readonly DeviceSetting[];
  readonly log: Log;
}

export interface SettingRefused {
  /** Position in the configuration's `devices`. */
  readonly index: number;
  readonly reason: string;
}

const FIRST_RESTART_MS = 250;
const LONGEST_RESTART_MS = 10_000;
/** A process that ran this long was not broken from the start: the steps begin anew. */
const STEADY_MS = 30_000;
const SILENCE_MS = 5 * ALIVE_MS;

export class DevicesLink {
  readonly #options: DevicesLinkOptions;
  readonly #status = new Map<string, DeviceStatusNow>();
  readonly #prints = new Map<string, { outcome: Promise<PrintOutcome>; settle: (outcome: PrintOutcome) => void }>();
  readonly #listeners = new Set<(notice: DevicesNotice) => void>();
  #channel: Channel | null = null;
  #restart: NodeJS.Timeout | null = null;
  #watchdog: NodeJS.Timeout | null = null;
  #verdict: NodeJS.Immediate | null = null;
  #restartMs = FIRST_RESTART_MS;
  #refused: SettingRefused[] = [];
  #isClosed = false;

  constructor(options: DevicesLinkOptions) {
    this.#options = options;
    for (const { kind, windowId } of options.devices) this.#status.set(nameOf(kind, windowId), { state: 'starting' });
  }

  /** Resolves when the devices run, or when the process ended at once (it is restarted), with the settings that the drivers refused. */
  start(): Promise<readonly SettingRefused[]> {
    return new Promise((resolve) => this.#open(() => resolve(this.#refused)));
  }

  /** A scanner that types is among its devices. */
  get takesKeys(): boolean {
    return this.#options.devices.some(({ kind, model }) => kind === 'documentScanner' && model === 'wedge');
  }

  /** Null where the terminal has no such device. `windowId` where it has one for each of its windows. */
  status(kind: DeviceKind, windowId?: string): DeviceStatusNow | null {
    return this.#status.get(nameOf(kind, windowId)) ?? null;
  }

  /** Everything that the devices tell, and the faults of a lost devices process. Returns the function that stops listening. */
  onNotice(listener: (notice: DevicesNotice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Never rejects. `unknown` when the process ended after the job was handed over: something may be on the paper. */
  print(job: PrintJob): Promise<PrintOutcome> {
    const open = this.#prints.get(job.key);
    if (open !== undefined) return open.outcome;
    if (this.#channel === null) return Promise.resolve({ state: 'failedBeforePrint', code: DEVICES_LOST });
    const { promise, resolve } = Promise.withResolvers<PrintOutcome>();
    this.#prints.set(job.key, { outcome: promise, settle: resolve });
    this.#order({ type: 'print', job });
    return promise;
  }

  ask(evaluationId: number, timeoutMs: number, windowId?: string): void {
    this.#order({ type: 'ask', evaluationId, timeoutMs, ...ofWindow(windowId) });
  }

  /** For a self-test: no applicant is asked. */
  askForTest(evaluationId: number, timeoutMs: number, windowId?: string): void {
    this.#order({ type: 'ask', evaluationId, timeoutMs, isTest: true, ...ofWindow(windowId) });
  }

  cancelAsk(windowId?: string): void {
    this.#order({ type: 'cancelAsk', ...ofWindow(windowId) });
  }

  /** Lost while the devices process is gone: whoever shows something shows it again at `running`. */
  show(order: Extract<DevicesOrder, { type: 'showOnPad' | 'beepPad' | 'showOnStrip' }>): void {
    this.#order(order);
  }

  /** Of a scanner that types; lost while the devices process is gone. */
  scannerKey({ key, atMs }: ScannerKey): void {
    this.#order({ type: 'scannerKey', key, atMs });
  }

  /** Of the self-test; lost like what is shown, and sent again at `running`. */
  test(order: Extract<DevicesOrder, { type: 'selfTest' | 'checkLines' | 'gatherFacts' }>): void {
    this.#order(order);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#restart !== null) clearTimeout(this.#restart);
    await this.#channel?.close();
    this.#listeners.clear();
  }

  #order(order: DevicesOrder): void {
    this.#channel?.send(order);
  }

  #open(firstWord: () => void): void {
    const channel = this.#options.openChannel();
    const openedAt = performance.now();
    this.#channel = channel;
    this.#refused = [];
    channel.onMessage((message) => {
      const notice = DevicesNotice.safeParse(message);
      if (!notice.success) {
        const fields = notice.error.issues.map((issue) => issue.path.join('.'));
        this.#options.log.error({ fields }, 'The devices process said something in no known form');
        return;
      }
      this.#heard();
      this.#take(notice.data);
      if (notice.data.type === 'running') firstWord();
    });
    channel.onClosed(() => {
      this.#lost(performance.now() - openedAt);
      firstWord();
    });
    this.#heard();
    this.#order({ type: 'configure', devices: [...this.#options.devices] });
  }

  #take(notice: DevicesNotice): void {
    if (notice.type === 'alive') return;
    if (notice.type === 'settingRefused') {
      const { index, reason } = notice;
      const setting = this.#options.devices[index];
      this.#refused.push({ index, reason });
      this.#options.log.error({ field: `devices[${index}]`, reason }, 'The drivers refuse this device’s settings');
      if (setting !== undefined) this.#take(faultOf(setting, BAD_SETTING));
      return;
    }
    if (notice.type === 'printOutcome') {
      this.#settlePrint(notice.key, notice.outcome);
      return;
    }
    if (notice.type === 'status') this.#status.set(nameOf(notice.kind, notice.windowId), notice.status);
    for (const listener of [...this.#listeners]) listener(notice);
  }

  #settlePrint(key: string, outcome: PrintOutcome): void {
    this.#prints.get(key)?.settle(outcome);
    this.#prints.delete(key);
  }

  /** A devices process that hangs is ended; its end is then treated like a crash. */
  #heard(): void {
    this.#stopWatching();
    // Where this process itself stood still (a suspended machine, a stalled disk), its timers wake before it has read what was said
    // meanwhile: it reads first and judges then.
    this.#watchdog = setTimeout(() => (this.#verdict = setImmediate(() => this.#endSilent())), SILENCE_MS);
  }

  #endSilent(): void {
    this.#options.log.error({}, 'The devices process is silent and is ended');
    void this.#channel?.close();
  }

  #stopWatching(): void {
    if (this.#watchdog !== null) clearTimeout(this.#watchdog);
    if (this.#verdict !== null) clearImmediate(this.#verdict);
  }

  #lost(ranMs: number): void {
    this.#channel = null;
    this.#stopWatching();
    for (const key of [...this.#prints.keys()]) this.#settlePrint(key, { state: 'unknown', code: DEVICES_LOST });
    if (this.#isClosed) return;
    if (ranMs >= STEADY_MS) this.#restartMs = FIRST_RESTART_MS;
    this.#options.log.error({ restartInMs: this.#restartMs }, 'The devices process ended');
    for (const setting of this.#options.devices) this.#take(faultOf(setting, DEVICES_LOST));
    this.#restart = setTimeout(() => this.#open(() => undefined), this.#restartMs);
    this.#restartMs = Math.min(this.#restartMs * 2, LONGEST_RESTART_MS);
  }
}

function nameOf(kind: DeviceKind, windowId: string | undefined): string {
  return windowId === undefined ? kind : `${kind} ${windowId}`;
}

function ofWindow(windowId: string | undefined): { windowId?: string } {
  return windowId === undefined ? {} : { windowId };
}

function faultOf({ kind, windowId }: DeviceSetting, code: string): DevicesNotice {
  return { type: 'status', kind, status: { state: 'fault', code }, ...ofWindow(windowId) };
}
