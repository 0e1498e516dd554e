// What hangs on an open line: asked only in ways that print nothing and change nothing (the status questions of a printer and of a
// reader), and listened to. The 485 bus has no question that a pad answers: a pad shows itself by a key pressed meanwhile.
import { setTimeout as delay } from 'node:timers/promises';
import { decodePadFrame, PAD_FRAME_SHAPE } from '../bus-485/codec.ts';
import { DeviceError } from '../device-error.ts';
import { createFrameSplitter, type FrameShape } from '../framing/frame-splitter.ts';
import { encodeRequest, SDT_COMMANDS, SDT_REPLY_SHAPE } from '../id-card-reader/sdt/codec.ts';
import {
  encodeOnbonFrame,
  HOST_ADDRESS,
  BROADCAST_ADDRESS,
  ANY_DEVICE,
  ONBON_FRAME_SHAPE,
} from '../led-strip/onbon/codec.ts';
import { ping } from '../led-strip/onbon/commands.ts';
import type { Port } from '../port/port.ts';
import { encodeStatusRequest } from '../ticket-printer/escpos/codec.ts';
import { isStatusReply } from '../ticket-printer/escpos/status.ts';

export type Answering = 'idCardReader' | 'ticketPrinter' | 'pads' | 'ledStrip';

export type Answer =
  | { readonly type: 'device'; readonly device: Answering; readonly afterMs: number }
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

export const STRIP_PING = encodeOnbonFrame({
  destination: BROADCAST_ADDRESS,
  source: HOST_ADDRESS,
  deviceType: ANY_DEVICE,
  data: ping(),
});

/** `hasStrips`: also the strips' ping. It is longer than a line of narrow paper, so it goes only where no printer can be. */
export async function whatAnswers(port: Port, hasStrips: boolean): Promise<Answer> {
  const ear = new Ear(port);
  try {
    if (await isPrinter(ear)) return ear.found('ticketPrinter');
    if (await ear.ask(SAM_STATUS, READER_MS, SDT_REPLY_SHAPE)) return ear.found('idCardReader');
    if (ear.hasFrame(PAD_FRAME_SHAPE)) return ear.found('pads');
    if (hasStrips && (await ear.ask(STRIP_PING, STRIP_MS, ONBON_FRAME_SHAPE))) return ear.found('ledStrip');
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

  hasFrame(shape: FrameShape, from = 0): boolean {
    const splitter = createFrameSplitter(shape);
    const frames = [...splitter.push(Uint8Array.from(this.#all.slice(from))).frames, ...splitter.finish().frames];
    return frames.some(
      (frame) => !this.#isOurs(frame) && (shape !== PAD_FRAME_SHAPE || decodePadFrame(frame).address > 0),
    );
  }

  /** A line that echoes brings our own questions back, and a strip's ping is a frame like its answer. */
  #isOurs(frame: Uint8Array): boolean {
    return Buffer.from(this.#said).includes(Buffer.from(frame));
  }

  async ask(question: Uint8Array, forMs: number, shape: FrameShape): Promise<boolean> {
    const from = this.#all.length;
    return this.#say(question, forMs, () => this.hasFrame(shape, from));
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
