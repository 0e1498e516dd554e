// Which calls this display has shown and which of these the hall may not know of: a link can die with the receipt on its way.

/** `painted` messages have no answer: one sent this shortly before the loss of the link may not have arrived. */
const UNSURE_MS = 30_000;
/** More calls than a board shows at once; older ones are history. */
const REMEMBERED = 24;

interface Receipt {
  readonly callSeq: number;
  /** When it left over a link that was up; null while it has not. */
  sentAt: number | null;
}

export class PaintedReceipts {
  #receipts: Receipt[] = [];
  readonly #now: () => number;
  #send: ((callSeq: number) => void) | null = null;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The call has become visible. Sent once, at once if the link is up. */
  painted(callSeq: number): void {
    if (this.#receipts.some((receipt) => receipt.callSeq === callSeq)) return;
    this.#receipts = [...this.#receipts, { callSeq, sentAt: null }].slice(-REMEMBERED);
    this.#flush();
  }

  linkUp(send: (callSeq: number) => void): void {
    this.#send = send;
    this.#flush();
  }

  linkDown(): void {
    this.#send = null;
    const unsureSince = this.#now() - UNSURE_MS;
    for (const receipt of this.#receipts) {
      if (receipt.sentAt !== null && receipt.sentAt >= unsureSince) receipt.sentAt = null;
    }
  }

  #flush(): void {
    if (this.#send === null) return;
    for (const receipt of this.#receipts) {
      if (receipt.sentAt !== null) continue;
      this.#send(receipt.callSeq);
      receipt.sentAt = this.#now();
    }
  }
}
