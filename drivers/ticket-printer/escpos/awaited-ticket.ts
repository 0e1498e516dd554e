// One ticket between its first byte on the line and its outcome: the first of mark, trouble, loss or time decides, once.
import type { DeviceErrorCode } from '../../device-error.ts';
import type { PrintOutcome } from '../contract.ts';
import type { PrinterInput } from './input-stream.ts';
import { decodeFenceReply } from './status.ts';

export interface AwaitedTicketOptions {
  /** Null where only the fence is sent. */
  readonly id: readonly [number, number, number, number] | null;
  /** Replies owed to earlier fences: so many go by before the one that is ours. */
  readonly fencesAhead: number;
  readonly timeoutMs: number;
  readonly idGraceMs: number;
  /** Where no mark is sent: so long after the bytes the printer is looked at, and a ticket that nothing speaks against is assumed. */
  readonly assume: { readonly afterMs: number; readonly troubleNow: () => Promise<DeviceErrorCode | null> } | null;
}

export class AwaitedTicket {
  readonly outcome: Promise<PrintOutcome>;
  readonly #id: AwaitedTicketOptions['id'];
  readonly #idGraceMs: number;
  #fencesAhead: number;
  #isOver = false;
  #resolve: (outcome: PrintOutcome) => void = () => undefined;
  readonly #timers: NodeJS.Timeout[] = [];

  constructor(options: AwaitedTicketOptions) {
    this.#id = options.id;
    this.#fencesAhead = options.fencesAhead;
    this.#idGraceMs = options.idGraceMs;
    this.outcome = new Promise((resolve) => (this.#resolve = resolve));
    this.#timers.push(setTimeout(() => this.fail('noReply'), options.timeoutMs));
    if (options.assume !== null) this.#assumeLater(options.assume);
  }

  /** Something happened after the first byte: what is on the paper, nobody knows. */
  fail(code: DeviceErrorCode): void {
    this.#end({ state: 'unknown', code });
  }

  /** A process id; another one than ours is an earlier ticket's, or an emulator's, and says nothing. */
  hearId(input: PrinterInput & { type: 'processId' }): boolean {
    const isOurs = this.#id !== null && input.id.every((byte, place) => byte === this.#id?.[place]);
    if (isOurs) this.#end({ state: 'confirmed', by: 'processId' });
    return isOurs;
  }

  /** The reply to a fence, ours or one before it. */
  hearFence(byte: number): void {
    this.#fencesAhead -= 1;
    if (this.#fencesAhead >= 0) return;
    if (decodeFenceReply(byte).paperEnd) {
      this.fail('paperOut');
      return;
    }
    const confirm = (): void => this.#end({ state: 'confirmed', by: 'fence' });
    if (this.#id === null) confirm();
    else this.#timers.push(setTimeout(confirm, this.#idGraceMs));
  }

  /** Trouble that the printer cannot leave by itself has failed the ticket by then; a hot head is waited for. */
  #assumeLater(assume: NonNullable<AwaitedTicketOptions['assume']>): void {
    const look = async (): Promise<void> => {
      const trouble = await assume.troubleNow();
      if (trouble === null) this.#end({ state: 'assumed' });
      else if (!this.#isOver) this.#assumeLater(assume);
    };
    this.#timers.push(setTimeout(() => void look(), assume.afterMs));
  }

  #end(outcome: PrintOutcome): void {
    this.#isOver = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#resolve(outcome);
  }
}
