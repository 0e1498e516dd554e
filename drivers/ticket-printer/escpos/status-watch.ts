// Watches one printer: asks it every so often and before a job, understands what it says unasked, and tells each change once.
import type { DeviceErrorCode } from '../../device-error.ts';
import type { DeviceStatus } from '../../device-status.ts';
import { Listeners } from '../../listeners.ts';
import { encodeResync } from './codec.ts';
import type { PrinterLine } from './printer-line.ts';
import type { EscposSettings } from './settings.ts';
import { decodeStatusBlock, type PrinterFlags, type StatusBlock, troubleOf } from './status.ts';
import { StatusAsker } from './status-asker.ts';

const QUESTION_AND_REPLY_BYTES = 4;

/** What the watch must know of the ticket on its way, and what it has to say about it. */
export interface WatchedTicket {
  isAwaited(): boolean;
  /** The printer cannot go on by itself. */
  fail(code: DeviceErrorCode): void;
}

type WatchSettings = Pick<
  EscposSettings,
  'statusReplies' | 'statusTimeoutMs' | 'pollIntervalMs' | 'widthDots' | 'resync'
>;

export class StatusWatch {
  readonly #line: PrinterLine;
  readonly #settings: WatchSettings;
  readonly #ticket: WatchedTicket;
  readonly #asker: StatusAsker;
  readonly #seen: (flags: PrinterFlags) => void;
  readonly #listeners = new Listeners<DeviceStatus>();
  #status: DeviceStatus = { state: 'starting' };
  #isWatching = false;
  /** A command may lie open in the printer: a question would be taken for the rest of it. */
  #mayBeBroken = true;
  #poll: NodeJS.Timeout | undefined;

  /** `seen` is called with every look at the printer, changed or not. */
  constructor(
    line: PrinterLine,
    settings: WatchSettings,
    ticket: WatchedTicket,
    seen: (flags: PrinterFlags) => void = () => undefined,
  ) {
    this.#line = line;
    this.#settings = settings;
    this.#ticket = ticket;
    this.#seen = seen;
    this.#asker = new StatusAsker(
      (question) => line.ask(question),
      () => settings.statusTimeoutMs + line.passingMs(QUESTION_AND_REPLY_BYTES),
      () => this.#fillUp(),
    );
  }

  get status(): DeviceStatus {
    return this.#status;
  }

  onStatus(listener: (status: DeviceStatus) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** The line is open: from now on the printer is asked. */
  begin(): void {
    this.#isWatching = true;
    this.#mayBeBroken = true;
    if (this.#settings.statusReplies === 'none') this.tell({ state: 'ready', warning: null });
    else void this.#pollNow();
  }

  /** The line is gone or let go: nothing is asked, and the question out is not going to be answered. */
  end(): void {
    this.#isWatching = false;
    clearTimeout(this.#poll);
    this.#asker.lost();
  }

  /** A ticket's end is not known: the next questions go behind zeros until one round is answered. */
  mayBeBroken(): void {
    this.#mayBeBroken = true;
  }

  tell(status: DeviceStatus): void {
    if (isSameStatus(this.#status, status)) return;
    this.#status = status;
    this.#listeners.tell(status);
  }

  heardReply(byte: number): void {
    if (this.#asker.heard(byte)) this.#line.questionAnswered();
  }

  heardStrange(): void {
    this.#asker.heardStrange();
  }

  heardBlock(block: StatusBlock): void {
    this.#see(decodeStatusBlock(block));
  }

  /** Asks anew. Why the printer cannot print now; null when it can, or when it is never asked (`statusReplies: none`). */
  async troubleNow(): Promise<DeviceErrorCode | null> {
    if (!this.#isWatching || !this.#line.isOpen) return this.#knownTrouble ?? 'portUnavailable';
    if (this.#settings.statusReplies === 'none') return null;
    return this.#see(await this.#asker.askAll());
  }

  async #fillUp(): Promise<void> {
    if (!this.#mayBeBroken || this.#ticket.isAwaited()) return;
    await this.#line.fill(encodeResync(this.#settings), this.#settings.statusTimeoutMs);
  }

  get #knownTrouble(): DeviceErrorCode | null {
    return this.#status.state === 'fault' ? this.#status.code : null;
  }

  async #pollNow(): Promise<void> {
    const sendsBefore = this.#line.sendCount;
    const flags = this.#line.isSending ? null : await this.#asker.askAll();
    if (!this.#isWatching || !this.#line.isOpen) return;
    // With a ticket on its way some printers are silent: no answer says nothing then.
    const isUndisturbed = !this.#ticket.isAwaited() && this.#line.sendCount === sendsBefore;
    if (flags !== null || isUndisturbed) this.#see(flags);
    clearTimeout(this.#poll);
    this.#poll = setTimeout(() => void this.#pollNow(), this.#settings.pollIntervalMs);
  }

  /** Takes a look at the printer into the status and, with a ticket on its way, into its outcome. */
  #see(flags: PrinterFlags | null): DeviceErrorCode | null {
    if (!this.#isWatching || !this.#line.isOpen) return this.#knownTrouble ?? 'portLost';
    if (flags !== null) {
      this.#mayBeBroken = false;
      this.#seen(flags);
    }
    const trouble = flags === null ? this.#asker.silence : troubleOf(flags);
    if (trouble !== null) this.tell({ state: 'fault', code: trouble });
    else this.tell({ state: 'ready', warning: flags?.paperNearEnd === true ? 'paperNearEnd' : null });
    // A hot head cools and goes on printing by itself: the ticket may still be confirmed.
    if (trouble !== null && flags?.recoversByItself !== true) this.#ticket.fail(trouble);
    return trouble;
  }
}

function isSameStatus(one: DeviceStatus, other: DeviceStatus): boolean {
  if (one.state === 'fault') return other.state === 'fault' && one.code === other.code;
  if (one.state === 'ready') return other.state === 'ready' && one.warning === other.warning;
  return other.state === one.state;
}
