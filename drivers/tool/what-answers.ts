// What hangs on an open line: asked only in ways that print nothing and change nothing (the status questions of a printer and of a
// reader), and listened to. The 485 bus has no question that a pad answers: a pad shows itself by a key pressed meanwhile.
import { setTimeout as delay } from 'node:timers/promises';
import { decodePadFrame, PAD_FRAME_SHAPE } from '../bus-485/codec.ts';
import { DeviceError } from '../device-error.ts';
import { createFrameSplitter, type FrameShape } from '../framing/frame-splitter.ts';
import { encodeRequest, SDT_COMMANDS, SDT_REPLY_SHAPE } from '../id-card-reader/sdt/codec.ts';
import { ONBON_FRAME_SHAPE } from '../led-strip/onbon/codec.ts';
import type { Port } from '../port/port.ts';
import { encodeStatusRequest } from '../ticket-printer/escpos/codec.ts';
import { isStatusReply } from '../ticket-printer/escpos/status.ts';
import { addressSaidIn, EVERY_STRIP, isFromStrip, type StripAddress, stripPing } from './strip-question.ts';

export type Answering = 'idCardReader' | 'ticketPrinter' | 'pads' | 'ledStrip';

export type Answer =
  | { readonly type: 'device'; readonly device: Answering; readonly afterMs: number }
  /** A strip's card that is silent at the address that was asked for; `says`: what it calls itself, where it does. */
  | { readonly type: 'otherAddress'; readonly asked: StripAddress; readonly says: number | null }
  /** Bytes that no protocol here knows: another device, or another speed. */
  | { readonly type: 'strange'; readonly byteCount: number }
  /** What was said came back: a local echo, or a plug that joins both wires. */
  | { readonly type: 'echo' }
  | { readonly type: 'silence' }
  | { readonly type: 'lost' };

/** A real-time reply comes within milliseconds; at 9600 a byte takes one. */
const PRINTER_MS = 300;
const READER_MS = 600;
const STRIP_MS = 800;
const STEP_MS = 10;

const SAM_STATUS = encodeRequest(SDT_COMMANDS.samStatus);

/**
 * `strip`: the card's address, or every one, where also the strips' ping may go; null where a printer can be, because the ping
 * is longer than a line of narrow paper.
 */
export async function whatAnswers(port: Port, strip: StripAddress | null): Promise<Answer> {
  const ear = new Ear(port);
  try {
    if (await isPrinter(ear)) return ear.found('ticketPrinter');
    if (await ear.ask(SAM_STATUS, READER_MS, SDT_REPLY_SHAPE)) return ear.found('idCardReader');
    if (ear.frames(PAD_FRAME_SHAPE).some((frame) => decodePadFrame(frame).address > 0)) return ear.found('pads');
    const card = strip === null ? null : await askStrip(ear, strip);
    if (card !== null) return card;
    if (!port.isOpen) return { type: 'lost' };
    if (ear.isEcho) return { type: 'echo' };
    return ear.heardCount > 0 ? { type: 'strange', byteCount: ear.heardCount } : { type: 'silence' };
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
    return { type: 'lost' };
  } finally {
    ear.close();
  }
}

/** Null where no card answers. Every card is asked only when the one that is meant is silent: several would talk at once. */
async function askStrip(ear: Ear, asked: StripAddress): Promise<Answer | null> {
  const isIts = (frame: Uint8Array): boolean => isFromStrip(frame, asked);
  if (await ear.ask(stripPing(asked), STRIP_MS, ONBON_FRAME_SHAPE, isIts)) return ear.found('ledStrip');
  if (asked.screenAddress === EVERY_STRIP.screenAddress) return null;
  if (!(await ear.ask(stripPing(EVERY_STRIP), STRIP_MS, ONBON_FRAME_SHAPE))) return null;
  const [frame] = ear.frames(ONBON_FRAME_SHAPE).slice(-1);
  return { type: 'otherAddress', asked, says: frame === undefined ? null : addressSaidIn(frame) };
}

/** Exactly one byte, with the right fixed bits, to each of two questions: noise does not do that. */
async function isPrinter(ear: Ear): Promise<boolean> {
  for (const topic of [1, 4] as const) {
    const bytes = await ear.askForAny(encodeStatusRequest(topic), PRINTER_MS);
    const [byte] = bytes;
    if (bytes.length !== 1 || byte === undefined || !isStatusReply(byte)) return false;
  }
  return true;
}

class Ear {
  readonly #port: Port;
  readonly #stop: () => void;
  #all: number[] = [];
  #said: number[] = [];
  #answerMs = 0;

  constructor(port: Port) {
    this.#port = port;
    this.#stop = port.onBytes((bytes) => {
      if (this.#all.length < 10_000) this.#all.push(...bytes);
    });
  }

  get heardCount(): number {
    return this.#all.length;
  }

  get isEcho(): boolean {
    return this.#all.length > 0 && Buffer.from(this.#all).equals(Buffer.from(this.#said));
  }

  found(device: Answering): Answer {
    return { type: 'device', device, afterMs: this.#answerMs };
  }

  /** Those that others said. */
  frames(shape: FrameShape, from = 0): Uint8Array[] {
    const splitter = createFrameSplitter(shape);
    const frames = [...splitter.push(Uint8Array.from(this.#all.slice(from))).frames, ...splitter.finish().frames];
    return frames.filter((frame) => !this.#isOurs(frame));
  }

  /** A line that echoes brings our own questions back, and a strip's ping is a frame like its answer. */
  #isOurs(frame: Uint8Array): boolean {
    return Buffer.from(this.#said).includes(Buffer.from(frame));
  }

  async ask(
    question: Uint8Array,
    forMs: number,
    shape: FrameShape,
    accepts: (frame: Uint8Array) => boolean = () => true,
  ): Promise<boolean> {
    const from = this.#all.length;
    return this.#say(question, forMs, () => this.frames(shape, from).some(accepts));
  }

  /** What came within the time, as soon as something did and a little later nothing more. */
  async askForAny(question: Uint8Array, forMs: number): Promise<readonly number[]> {
    const from = this.#all.length;
    await this.#say(question, forMs, () => this.#all.length > from);
    await delay(3 * STEP_MS);
    return this.#all.slice(from);
  }

  async #say(question: Uint8Array, forMs: number, isAnswered: () => boolean): Promise<boolean> {
    this.#said.push(...question);
    const beganMs = performance.now();
    await this.#port.write(question);
    while (performance.now() - beganMs < forMs && this.#port.isOpen && !isAnswered()) await delay(STEP_MS);
    this.#answerMs = Math.round(performance.now() - beganMs);
    return isAnswered();
  }

  close(): void {
    this.#stop();
    this.#all.fill(0);
  }
}
