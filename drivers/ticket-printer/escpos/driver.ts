// The ESC/POS ticket printer: watches its status, prints one job at a time, and never says more about a job than the printer said
// (docs/protocols/ticket-printer.md, "Completion"). It never sends `10 05`: error recovery may print a ticket twice.
import { randomInt } from 'node:crypto';
import { DeviceError, type DeviceErrorCode } from '../../device-error.ts';
import type { DeviceStatus } from '../../device-status.ts';
import type { Port } from '../../port/port.ts';
import { type PortChange, PortKeeper } from '../../port/port-keeper.ts';
import type { PrintJob, PrintOutcome, TicketPrinter } from '../contract.ts';
import { AwaitedTicket } from './awaited-ticket.ts';
import { encodeProcessIdRequest, encodeTicket, FENCE } from './codec.ts';
import { FenceLedger } from './fence-ledger.ts';
import { type PrinterInput, printerInputStream } from './input-stream.ts';
import { PROCESS_ID_COUNT, processIdBytes } from './process-id.ts';
import { type EscposSettings, escposSettings } from './settings.ts';
import { decodeStatusBlock, type PrinterFlags, troubleOf } from './status.ts';
import { StatusAsker } from './status-asker.ts';

/** Keys of printed jobs that are remembered; some days of a busy kiosk. */
const KEPT_JOBS = 500;
const BITS_PER_BYTE = 10;
const QUESTION_AND_REPLY_BYTES = 4;

export interface EscposPrinterOptions extends Partial<EscposSettings> {
  /** Where the process ids begin; by default anywhere, so that a late id of an earlier run is not taken for ours. */
  readonly firstProcessId?: number;
}

export class EscposPrinter implements TicketPrinter {
  readonly #port: Port;
  readonly #settings: EscposSettings;
  readonly #keeper: PortKeeper;
  readonly #asker: StatusAsker;
  readonly #fences = new FenceLedger();
  readonly #inputs = printerInputStream();
  readonly #listeners = new Set<(status: DeviceStatus) => void>();
  readonly #jobs = new Map<string, Promise<PrintOutcome>>();
  #status: DeviceStatus = { state: 'starting' };
  #nextProcessId: number;
  #turn: Promise<unknown> = Promise.resolve();
  #awaited: AwaitedTicket | null = null;
  #isSending = false;
  #sendCount = 0;
  #hasAnsweredIds = false;
  #isRunning = false;
  #poll: NodeJS.Timeout | null = null;
  #stopListening: () => void = () => undefined;

  /** Throws RangeError for settings that are not right. */
  constructor(port: Port, { firstProcessId = randomInt(PROCESS_ID_COUNT), ...options }: EscposPrinterOptions = {}) {
    this.#port = port;
    this.#settings = escposSettings(options);
    this.#nextProcessId = firstProcessId;
    this.#keeper = new PortKeeper(port, (change) => this.#portChanged(change));
    const { statusTimeoutMs } = this.#settings;
    this.#asker = new StatusAsker(
      (bytes) => this.#sendQuestion(bytes),
      () => statusTimeoutMs + this.#lineMs(QUESTION_AND_REPLY_BYTES),
    );
  }

  get status(): DeviceStatus {
    return this.#status;
  }

  onStatus(listener: (status: DeviceStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#stopListening = this.#port.onBytes((bytes) => {
      for (const input of this.#inputs.push(bytes, performance.now())) this.#heard(input);
    });
    this.#keeper.start();
  }

  /** A job whose bytes are on their way becomes `unknown`; jobs behind it fail before printing. */
  async stop(): Promise<void> {
    this.#isRunning = false;
    this.#stopListening();
    this.#dropLine('portLost');
    await this.#keeper.stop();
    await this.#turn;
  }

  print(job: PrintJob): Promise<PrintOutcome> {
    const known = this.#jobs.get(job.key);
    if (known !== undefined) return known;
    const outcome = this.#turn.then(() => this.#printNow(job));
    // A bug in one job is its caller's to see; the jobs behind it still get their turn.
    this.#turn = outcome.catch(() => undefined);
    this.#jobs.set(job.key, outcome);
    void outcome.then(({ state }) => {
      // Nothing reached the paper: the same key may be tried again.
      if (state === 'failedBeforePrint') this.#jobs.delete(job.key);
    });
    const [oldest] = this.#jobs.keys();
    if (this.#jobs.size > KEPT_JOBS && oldest !== undefined) this.#jobs.delete(oldest);
    return outcome;
  }

  async #printNow(job: PrintJob): Promise<PrintOutcome> {
    let ticket: Uint8Array;
    try {
      ticket = encodeTicket(job.lines, this.#settings);
    } catch (error) {
      if (error instanceof DeviceError) return { state: 'failedBeforePrint', code: error.code };
      throw error;
    }
    const trouble = (await this.#troubleNow()) ?? (await this.#settleFences());
    if (trouble !== null) return { state: 'failedBeforePrint', code: trouble };
    // Nothing is awaited between this look and the write: a closed port here means that no byte was sent.
    if (!this.#port.isOpen) return { state: 'failedBeforePrint', code: 'portLost' };
    return this.#send(ticket);
  }

  /** Asked anew before every job; null when the printer can print. */
  async #troubleNow(): Promise<DeviceErrorCode | null> {
    if (!this.#isRunning || !this.#port.isOpen) {
      return this.#status.state === 'fault' ? this.#status.code : 'portUnavailable';
    }
    if (this.#settings.statusReplies === 'none') return null;
    return this.#tellFlags(await this.#asker.askAll());
  }

  /**
   * Earlier fences still owed would make the next reply ambiguous: one more is sent and all are awaited.
   * A printer that answered fences before and now does not is still busy with an earlier ticket.
   */
  async #settleFences(): Promise<DeviceErrorCode | null> {
    const isNeeded = this.#fences.owed > 0 && (this.#fences.hasAnswered || !this.#hasAnsweredIds);
    if (!isNeeded || this.#isSending) return this.#isSending ? 'deviceBusy' : null;
    this.#fences.sent();
    const settled = this.#fences.settle(this.#settings.statusTimeoutMs + this.#lineMs(FENCE.length + 1));
    await this.#write(FENCE);
    return (await settled) || !this.#fences.hasAnswered ? null : 'deviceBusy';
  }

  async #send(ticket: Uint8Array): Promise<PrintOutcome> {
    const asksId = this.#settings.completion === 'processId';
    const id = asksId ? processIdBytes(this.#nextProcessId) : null;
    this.#nextProcessId += 1;
    const bytes = Buffer.concat([ticket, id === null ? new Uint8Array() : encodeProcessIdRequest(id), FENCE]);
    const awaited = new AwaitedTicket({
      id,
      fencesAhead: this.#fences.owed,
      timeoutMs: this.#settings.printTimeoutMs + this.#lineMs(bytes.length),
      idGraceMs: this.#settings.idGraceMs,
    });
    this.#awaited = awaited;
    this.#fences.sent();
    void this.#write(bytes).then((code) => {
      if (code !== null) awaited.fail(code);
    });
    const outcome = await awaited.outcome;
    this.#awaited = null;
    return outcome;
  }

  /** A job's bytes go out whole: a status question between them would be taken for data. Null when the system took them. */
  async #write(bytes: Uint8Array): Promise<DeviceErrorCode | null> {
    this.#isSending = true;
    this.#sendCount += 1;
    try {
      await this.#port.write(bytes);
      return null;
    } catch (error) {
      if (error instanceof DeviceError) return error.code;
      throw error;
    } finally {
      this.#isSending = false;
    }
  }

  #sendQuestion(bytes: Uint8Array): Promise<void> {
    if (this.#isSending) {
      return Promise.reject(new DeviceError('deviceBusy', 'a ticket is on the line', { isRetryable: true }));
    }
    return this.#port.write(bytes);
  }

  #heard(input: PrinterInput): void {
    switch (input.type) {
      case 'statusReply': {
        this.#asker.heard(input.byte);
        return;
      }
      case 'statusBlock':
        return void this.#tellFlags(decodeStatusBlock(input.block));
      case 'processId':
        if (this.#awaited?.hearId(input) === true) this.#hasAnsweredIds = true;
        return;
      case 'plain':
        if (this.#fences.heard()) this.#awaited?.hearFence(input.byte);
        return;
      case 'flowControl':
      case 'discarded':
        return;
    }
  }

  #portChanged(change: PortChange): void {
    if (change.type === 'lost') {
      this.#dropLine(change.error.code);
      this.#tellStatus({ state: 'fault', code: change.error.code });
      return;
    }
    if (this.#settings.statusReplies === 'none') this.#tellStatus({ state: 'ready', warning: null });
    else void this.#pollNow();
  }

  #dropLine(code: DeviceErrorCode): void {
    if (this.#poll !== null) clearTimeout(this.#poll);
    this.#poll = null;
    this.#inputs.reset();
    this.#asker.lost();
    this.#awaited?.fail(code);
  }

  #pollLater(): void {
    if (this.#poll !== null) clearTimeout(this.#poll);
    this.#poll = setTimeout(() => void this.#pollNow(), this.#settings.pollIntervalMs);
  }

  async #pollNow(): Promise<void> {
    const sendsBefore = this.#sendCount;
    const flags = this.#isSending ? null : await this.#asker.askAll();
    if (!this.#isRunning || !this.#port.isOpen) return;
    // While a ticket is on its way no question is put between its bytes, and some printers are silent: no answer says nothing then.
    const isUndisturbed = this.#awaited === null && this.#sendCount === sendsBefore;
    if (flags !== null || isUndisturbed) this.#tellFlags(flags);
    this.#pollLater();
  }

  /** Takes a look at the printer into the status and, with a ticket on its way, into its outcome. */
  #tellFlags(flags: PrinterFlags | null): DeviceErrorCode | null {
    if (!this.#port.isOpen) return this.#status.state === 'fault' ? this.#status.code : 'portLost';
    const trouble = flags === null ? 'noReply' : troubleOf(flags);
    if (trouble !== null) this.#tellStatus({ state: 'fault', code: trouble });
    else this.#tellStatus({ state: 'ready', warning: flags?.paperNearEnd === true ? 'paperNearEnd' : null });
    // A hot head cools and goes on printing by itself: the ticket may still be confirmed.
    if (trouble !== null && flags?.recoversByItself !== true) this.#awaited?.fail(trouble);
    return trouble;
  }

  #tellStatus(status: DeviceStatus): void {
    if (isSameStatus(this.#status, status)) return;
    this.#status = status;
    for (const listener of this.#listeners) listener(status);
  }

  #lineMs(byteCount: number): number {
    const { bitsPerSecond } = this.#port;
    return bitsPerSecond === null ? 0 : (byteCount * BITS_PER_BYTE * 1000) / bitsPerSecond;
  }
}

function isSameStatus(one: DeviceStatus, other: DeviceStatus): boolean {
  if (one.state === 'fault') return other.state === 'fault' && one.code === other.code;
  if (one.state === 'ready') return other.state === 'ready' && one.warning === other.warning;
  return other.state === one.state;
}
