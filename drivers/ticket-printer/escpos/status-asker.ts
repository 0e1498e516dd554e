// Asks the four status questions one at a time: replies carry no number, so a late one must never answer the next question.
import { encodeStatusRequest } from './codec.ts';
import { decodeStatusReply, NO_FLAGS, type PrinterFlags, STATUS_TOPICS, type StatusTopic } from './status.ts';

/** Another device may speak only now and then: for so long after its last word silence is not taken for an empty line. */
const STRANGE_FOR_MS = 60_000;

export class StatusAsker {
  readonly #send: (bytes: Uint8Array) => Promise<void>;
  readonly #timeoutMs: () => number;
  readonly #beforeRound: () => Promise<void>;
  #turn: Promise<unknown> = Promise.resolve();
  #answer: ((byte: number | null) => void) | null = null;
  /** A question went out and had no answer: one may still come. */
  #isAnswerOwed = false;
  #strangeAtMs = Number.NEGATIVE_INFINITY;

  /** `send` may reject; the question then counts as unanswered. `beforeRound` is waited for before the first of the four. */
  constructor(
    send: (bytes: Uint8Array) => Promise<void>,
    timeoutMs: () => number,
    beforeRound: () => Promise<void> = () => Promise.resolve(),
  ) {
    this.#beforeRound = beforeRound;
    this.#send = send;
    this.#timeoutMs = timeoutMs;
  }

  /** All four, in order; null as soon as one is not answered. Rounds wait for each other. */
  askAll(): Promise<PrinterFlags | null> {
    const round = this.#turn.then(() => this.#round());
    this.#turn = round.then(() => (this.#isAnswerOwed ? this.#drain() : undefined));
    return round;
  }

  /** A status reply came in. False without a question: it is late or unasked and changes nothing. */
  heard(byte: number): boolean {
    if (this.#answer === null) return false;
    this.#answer(byte);
    return true;
  }

  /** Bytes that are no status reply, while one is awaited: another maker's bits, another device, another speed. */
  heardStrange(): void {
    if (this.#answer !== null) this.#strangeAtMs = performance.now();
  }

  /** Why the newest round has no answer: nothing came, or nothing that is one, then or in the minute before. */
  get silence(): 'noReply' | 'badReply' {
    return performance.now() - this.#strangeAtMs < STRANGE_FOR_MS ? 'badReply' : 'noReply';
  }

  /** The line is gone: the question out is given up, but what stands between may keep its answer for the next connection. */
  lost(): void {
    this.#strangeAtMs = Number.NEGATIVE_INFINITY;
    if (this.#answer === null) return;
    this.#isAnswerOwed = true;
    this.#answer(null);
  }

  async #round(): Promise<PrinterFlags | null> {
    await this.#beforeRound();
    let flags = NO_FLAGS;
    for (const topic of STATUS_TOPICS) {
      const byte = await this.#ask(topic);
      if (byte === null) return null;
      flags = { ...flags, ...decodeStatusReply(topic, byte) };
    }
    this.#strangeAtMs = Number.NEGATIVE_INFINITY;
    return flags;
  }

  #ask(topic: StatusTopic): Promise<number | null> {
    return new Promise((resolve) => {
      const end = (byte: number | null): void => {
        clearTimeout(timer);
        this.#answer = null;
        resolve(byte);
      };
      const timer = setTimeout(() => {
        this.#isAnswerOwed = true;
        end(null);
      }, this.#timeoutMs());
      this.#answer = end;
      this.#send(encodeStatusRequest(topic)).catch(() => end(null));
    });
  }

  /** After a question without an answer, late bytes get the same time again to come in and be ignored. */
  #drain(): Promise<void> {
    this.#isAnswerOwed = false;
    return new Promise((resolve) => void setTimeout(resolve, this.#timeoutMs()));
  }
}
