// The ESC/POS ticket printer: watches its status, prints one job at a time, and never says more about a job than the printer said
// (docs/protocols/ticket-printer.md, "Completion"). It never sends `10 05`: error recovery may print a ticket twice.
import { randomInt } from 'node:crypto';
import { DeviceError, type DeviceErrorCode } from '../../device-error.ts';
import type { DeviceStatus } from '../../device-status.ts';
import type { Port } from '../../port/port.ts';
import { type PortChange, PortKeeper } from '../../port/port-keeper.ts';
import type { PrinterHealth, PrintJob, PrintOutcome, TicketPrinter } from '../contract.ts';
import { type Artwork, NO_ARTWORK } from './artwork.ts';
import { ArtworkStore } from './artwork-store.ts';
import { AwaitedTicket } from './awaited-ticket.ts';
import { loadCharset } from './charset.ts';
import { encodeProcessIdRequest, encodeResync, encodeTicket, FENCE } from './codec.ts';
import { FenceLedger } from './fence-ledger.ts';
import { type PrinterInput, printerInputStream } from './input-stream.ts';
import { PaperCount } from './paper-count.ts';
import { PrinterLine } from './printer-line.ts';
import { PROCESS_ID_COUNT, processIdBytes } from './process-id.ts';
import { printerRemarks } from './remarks.ts';
import { paperHeightDots } from './render-paper.ts';
import { type EscposSettings, escposSettings } from './settings.ts';
import type { PrinterFlags } from './status.ts';
import { StatusWatch } from './status-watch.ts';

/** Keys of printed jobs that are remembered; some days of a busy kiosk. */
const KEPT_JOBS = 500;

export interface EscposPrinterOptions extends Partial<EscposSettings> {
  /** Where the process ids begin; by default anywhere, so that a late id of an earlier run is not taken for ours. */
  readonly firstProcessId?: number;
}

export class EscposPrinter implements TicketPrinter {
  readonly #port: Port;
  readonly #settings: EscposSettings;
  readonly #keeper: PortKeeper;
  readonly #line: PrinterLine;
  readonly #watch: StatusWatch;
  readonly #artwork: ArtworkStore;
  readonly #paper: PaperCount;
  readonly #fences = new FenceLedger();
  readonly #inputs = printerInputStream();
  readonly #jobs = new Map<string, Promise<PrintOutcome>>();
  #nextProcessId: number;
  #turn: Promise<unknown> = Promise.resolve();
  #awaited: AwaitedTicket | null = null;
  #hasAnsweredIds = false;
  /** The ticket before this one, of this run or an earlier one, may have broken off inside a command. */
  #mayBeBroken = true;
  #flags: PrinterFlags | null = null;
  #isRunning = false;
  #stopListening: () => void = () => undefined;

  /** Throws RangeError for settings that are not right. */
  constructor(port: Port, { firstProcessId = randomInt(PROCESS_ID_COUNT), ...options }: EscposPrinterOptions = {}) {
    this.#port = port;
    this.#settings = escposSettings(options);
    this.#nextProcessId = firstProcessId;
    this.#keeper = new PortKeeper(port, (change) => this.#portChanged(change));
    this.#line = new PrinterLine(port);
    this.#artwork = new ArtworkStore(this.#settings);
    this.#paper = new PaperCount(this.#settings);
    const ticket = {
      isAwaited: () => this.#awaited !== null,
      fail: (code: DeviceErrorCode) => this.#awaited?.fail(code),
    };
    this.#watch = new StatusWatch(this.#line, this.#settings, ticket, (flags) => {
      this.#flags = flags;
      this.#paper.seen(flags);
    });
  }

  get status(): DeviceStatus {
    return this.#watch.status;
  }

  get health(): PrinterHealth {
    const unusable = [...this.#artwork.troubles, ...(this.#paper.canKeep ? [] : (['paperFileUnusable'] as const))];
    return { remarks: printerRemarks(this.status, this.#flags, unusable), paper: this.#paper.left };
  }

  rollChanged(): void {
    this.#paper.rollChanged();
  }

  onStatus(listener: (status: DeviceStatus) => void): () => void {
    return this.#watch.onStatus(listener);
  }

  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    loadCharset(this.#settings.charset);
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
    void outcome.then(
      ({ state }) => {
        // Nothing reached the paper: the same key may be tried again.
        if (state === 'failedBeforePrint') this.#jobs.delete(job.key);
      },
      () => undefined,
    );
    const [oldest] = this.#jobs.keys();
    if (this.#jobs.size > KEPT_JOBS && oldest !== undefined) this.#jobs.delete(oldest);
    return outcome;
  }

  async #printNow(job: PrintJob): Promise<PrintOutcome> {
    const needed = this.#artwork.need(job.lines);
    const artwork = needed === null ? NO_ARTWORK : await needed;
    // The ticket is made while the printer answers.
    const looked = this.#watch.troubleNow();
    const ticket = this.#encode(job, artwork);
    if (!(ticket instanceof Uint8Array)) return { state: 'failedBeforePrint', code: ticket };
    const trouble = (await looked) ?? (await this.#settleFences());
    if (trouble !== null) return { state: 'failedBeforePrint', code: trouble };
    // Nothing is awaited between this look and the write: a closed port here means that no byte was sent.
    if (!this.#isRunning || !this.#port.isOpen) return { state: 'failedBeforePrint', code: 'portLost' };
    return this.#send(ticket);
  }

  /** The code of a ticket that cannot be made. */
  #encode(job: PrintJob, artwork: Artwork): Uint8Array | DeviceErrorCode {
    try {
      return encodeTicket(job.lines, this.#settings, artwork);
    } catch (error) {
      if (error instanceof DeviceError) return error.code;
      throw error;
    }
  }

  /**
   * Earlier fences still owed would make the next reply ambiguous: one more is sent and all are awaited.
   * A printer that answered fences before and now does not is still busy with an earlier ticket.
   */
  async #settleFences(): Promise<DeviceErrorCode | null> {
    if (this.#line.isSending) return 'deviceBusy';
    const isNeeded = this.#fences.owed > 0 && (this.#fences.hasAnswered || !this.#hasAnsweredIds);
    if (!isNeeded) return null;
    this.#fences.sent();
    const settled = this.#fences.settle(this.#settings.statusTimeoutMs + this.#line.passingMs(FENCE.length + 1));
    await this.#line.send(FENCE);
    return (await settled) || !this.#fences.hasAnswered ? null : 'deviceBusy';
  }

  async #send(ticket: Uint8Array): Promise<PrintOutcome> {
    const { completion, printTimeoutMs, idGraceMs, assumeAfterMs } = this.#settings;
    const id = completion === 'processId' ? processIdBytes(this.#nextProcessId) : null;
    this.#nextProcessId += 1;
    const marks = completion === 'none' ? [] : [id === null ? new Uint8Array() : encodeProcessIdRequest(id), FENCE];
    const zeros = this.#mayBeBroken ? encodeResync(this.#settings) : new Uint8Array();
    const bytes = Buffer.concat([zeros, ticket, ...marks]);
    const passingMs = this.#line.passingMs(bytes.length);
    const troubleNow = (): Promise<DeviceErrorCode | null> => this.#watch.troubleNow();
    const awaited = new AwaitedTicket({
      id,
      fencesAhead: this.#fences.owed,
      timeoutMs: printTimeoutMs + passingMs + (completion === 'none' ? assumeAfterMs : 0),
      idGraceMs,
      assume: completion === 'none' ? { afterMs: assumeAfterMs + passingMs, troubleNow } : null,
    });
    this.#awaited = awaited;
    if (marks.length > 0) this.#fences.sent();
    void this.#line.send(bytes).then((code) => {
      if (code !== null) awaited.fail(code);
    });
    const outcome = await awaited.outcome;
    this.#awaited = null;
    if (outcome.state === 'confirmed') this.#line.cleared();
    this.#mayBeBroken = outcome.state === 'unknown';
    if (this.#mayBeBroken) this.#watch.mayBeBroken();
    this.#paper.printed(paperHeightDots(ticket, this.#settings));
    return outcome;
  }

  #heard(input: PrinterInput): void {
    switch (input.type) {
      case 'statusReply': {
        this.#watch.heardReply(input.byte);
        return;
      }
      case 'statusBlock': {
        this.#watch.heardBlock(input.block);
        return;
      }
      case 'processId':
        if (this.#awaited?.hearId(input) === true) this.#hasAnsweredIds = true;
        return;
      case 'plain':
        if (this.#fences.heard()) this.#awaited?.hearFence(input.byte);
        else this.#watch.heardStrange();
        return;
      case 'discarded': {
        this.#watch.heardStrange();
        return;
      }
      case 'flowControl':
        return;
    }
  }

  #portChanged(change: PortChange): void {
    if (change.type === 'opened') {
      this.#watch.begin();
      return;
    }
    this.#dropLine(change.error.code);
    this.#watch.tell({ state: 'fault', code: change.error.code });
  }

  #dropLine(code: DeviceErrorCode): void {
    this.#inputs.reset();
    this.#line.cleared();
    this.#watch.end();
    this.#awaited?.fail(code);
  }
}
