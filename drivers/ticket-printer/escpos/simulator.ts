// A behaving ESC/POS printer for the far end of a port: it prints on simulated paper, answers, and fails in all the ways real ones do.
// Decided here (docs/protocols/ticket-printer.md, "The simulator"): offline it executes nothing, keeps what it received and goes on at
// the next command when the cause is gone; losing power loses the buffer, but what is on the paper stays on the paper.
import { Listeners } from '../../listeners.ts';
import type { Port } from '../../port/port.ts';
import { PortKeeper } from '../../port/port-keeper.ts';
import type { PaperElement, PrintedTicket } from './paper.ts';
import { PaperHead } from './paper-head.ts';
import { isOffline, type PrinterSwitches, realTimeReply, statusBlockOf, WELL } from './simulator-status.ts';
import { type Token, takeToken } from './paper-tokens.ts';

/** So that a demo may run for months. */
const KEPT_BYTES = 65_536;
const KEPT_TICKETS = 500;

export interface EscposSimulatorOptions {
  readonly widthDots?: number;
  /** What the ROM knows: a GBK ROM prints rubbish for four-byte codes. */
  readonly rom?: 'gb18030' | 'gbk';
  readonly switches?: Partial<PrinterSwitches>;
}

export class EscposSimulator {
  readonly tickets: PrintedTicket[] = [];
  /** The newest bytes that came in; tests look for what must never be sent. */
  received: number[] = [];
  #switches: PrinterSwitches;
  readonly #port: Port;
  readonly #keeper: PortKeeper;
  readonly #paper: PaperHead;
  readonly #hasFourByteCodes: boolean;
  readonly #listeners = new Listeners<PrintedTicket>();
  #stopListening: () => void = () => undefined;
  #buffer = new Uint8Array();
  #realTime: number[] = [];
  #ticketBytes: number[] = [];
  #pause: NodeJS.Timeout | null = null;
  readonly #lateAnswers = new Set<NodeJS.Timeout>();
  #saysBlocks = false;
  #planned: { afterLines: number; change: Partial<PrinterSwitches> } | null = null;

  constructor(port: Port, options: EscposSimulatorOptions = {}) {
    this.#port = port;
    // A lost line is no news to a printer; the keeper takes it up again.
    this.#keeper = new PortKeeper(port, () => undefined);
    this.#paper = new PaperHead(options.widthDots ?? 576);
    this.#hasFourByteCodes = options.rom !== 'gbk';
    this.#switches = { ...WELL, ...options.switches };
  }

  get switches(): PrinterSwitches {
    return this.#switches;
  }

  /** What is on the roll since the last cut. */
  get uncut(): readonly PaperElement[] {
    return this.#paper.elements;
  }

  start(): void {
    this.#stopListening = this.#port.onBytes((bytes) => this.#receive(bytes));
    this.#keeper.start();
  }

  async stop(): Promise<void> {
    this.#stopListening();
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = null;
    for (const late of this.#lateAnswers) clearTimeout(late);
    await this.#keeper.stop();
  }

  on(_event: 'ticket', listener: (ticket: PrintedTicket) => void): () => void {
    return this.#listeners.add(listener);
  }

  set(change: Partial<PrinterSwitches>): void {
    const before = this.#switches;
    this.#switches = { ...before, ...change };
    if (before.isPowered && !this.#switches.isPowered) {
      this.#buffer = new Uint8Array();
      this.#realTime = [];
      this.#saysBlocks = false;
      this.#paper.restart();
    }
    if (this.#saysBlocks && statusBlockOf(before).join() !== statusBlockOf(this.#switches).join()) {
      this.#say(...statusBlockOf(this.#switches));
    }
    this.#run();
  }

  /** The change happens by itself when this many more lines or symbols are on the paper: trouble in the middle of a job. */
  setAfterLines(afterLines: number, change: Partial<PrinterSwitches>): void {
    this.#planned = { afterLines, change };
  }

  /** What a hand does at a printer without a cutter. */
  tearOff(): void {
    this.#paper.elements.push({ type: 'cut', mode: 'torn' });
    this.#finishTicket();
  }

  #receive(bytes: Uint8Array): void {
    for (const byte of bytes) this.received.push(byte);
    if (this.received.length > 2 * KEPT_BYTES) this.received = this.received.slice(-KEPT_BYTES);
    if (!this.#switches.isPowered) return;
    const { deafAboveBytes } = this.#switches;
    const isDeaf = deafAboveBytes > 0 && this.#buffer.length > deafAboveBytes;
    if (!isDeaf) for (const byte of bytes) this.#answerRealTime(byte);
    const joined = new Uint8Array(this.#buffer.length + bytes.length);
    joined.set(this.#buffer);
    joined.set(bytes, this.#buffer.length);
    this.#buffer = joined;
    this.#run();
  }

  /** `10 04 n` is obeyed wherever it stands in the stream, and whether online or not. */
  #answerRealTime(byte: number): void {
    this.#realTime.push(byte);
    if (this.#realTime.length > 3) this.#realTime.shift();
    const [dle, eot, topic] = this.#realTime;
    if (dle !== 0x10 || eot !== 0x04 || topic === undefined) return;
    const reply = realTimeReply(topic, this.#switches);
    if (reply !== null) this.#say(this.#switches.hasStrangeBits ? reply & 0x6c : reply);
  }

  #run(): void {
    while (this.#pause === null && this.#switches.isPowered && !isOffline(this.#switches) && this.#buffer.length > 0) {
      const mode = { isChinese: this.#paper.isChinese, hasFourByteCodes: this.#hasFourByteCodes };
      const taken = takeToken(this.#buffer, mode);
      if (taken === null) return;
      const bytes = this.#buffer.subarray(0, taken.length);
      this.#buffer = this.#buffer.subarray(taken.length);
      this.#execute(taken.token, bytes);
    }
  }

  #execute(token: Token, bytes: Uint8Array): void {
    if (token.type === 'command' && this.#answer(token.name, token.data)) return;
    const before = this.#paper.elements.length;
    this.#ticketBytes.push(...bytes);
    this.#paper.execute(token);
    if (this.#paper.elements.length === before) return;
    if (this.#paper.elements.at(-1)?.type === 'cut') this.#finishTicket();
    else this.#afterLine();
  }

  /** True when the command asks something instead of printing. */
  #answer(name: string, data: Uint8Array): boolean {
    const s = this.#switches;
    switch (name) {
      case 'GS ( H':
        if (s.knowsProcessId && data[0] === 0x30 && data[1] === 0x30) {
          const id = s.answersFixedId ? [0x31, 0x32, 0x33, 0x34] : [...data.subarray(2, 6)];
          this.#say(0x37, 0x22, ...id, 0x00);
        }
        return true;
      case 'GS r':
        if (s.knowsFence) this.#say(s.isNearEnd ? 0x03 : 0x00);
        return true;
      case 'GS a':
        this.#saysBlocks = (data[0] ?? 0) !== 0;
        if (this.#saysBlocks) this.#say(...statusBlockOf(s));
        return true;
      default:
        return name.startsWith('DLE') || name === 'NUL';
    }
  }

  #afterLine(): void {
    if (this.#switches.lineMs > 0) {
      this.#pause = setTimeout(() => {
        this.#pause = null;
        this.#run();
      }, this.#switches.lineMs);
    }
    if (this.#planned === null) return;
    const { afterLines, change } = this.#planned;
    this.#planned = afterLines > 1 ? { afterLines: afterLines - 1, change } : null;
    if (this.#planned === null) this.set(change);
  }

  #finishTicket(): void {
    const ticket = { bytes: Uint8Array.from(this.#ticketBytes), elements: this.#paper.elements };
    this.#ticketBytes = [];
    this.#paper.elements = [];
    this.tickets.push(ticket);
    if (this.tickets.length > KEPT_TICKETS) this.tickets.shift();
    this.#listeners.tell(ticket);
  }

  #say(...bytes: number[]): void {
    const { isSilent, halvesAnswers, replyDelayMs } = this.#switches;
    if (isSilent) return;
    const said = Uint8Array.from(halvesAnswers ? bytes.slice(0, Math.ceil(bytes.length / 2)) : bytes);
    if (replyDelayMs === 0) {
      this.#write(said);
      return;
    }
    const late = setTimeout(() => {
      this.#lateAnswers.delete(late);
      this.#write(said);
    }, replyDelayMs);
    this.#lateAnswers.add(late);
  }

  #write(bytes: Uint8Array): void {
    // What a printer says into a line that was just pulled is lost, and that is all that happens.
    this.#port.write(bytes).catch(() => undefined);
  }
}
