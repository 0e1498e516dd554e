// A device on plain USB pipes: one pipe out and one in, or two of each where a frame's head and body travel apart
// (docs/protocols/id-card-reader.md, "Native USB"). Works on a UsbLink, so that no library is needed to test it.
import { LinkPort } from './link-port.ts';
import { portLost, wrongDevice } from './port-faults.ts';
import { WritesInTurn } from './writes-in-turn.ts';
import { SplitPipeJoiner, type SplitFrames } from '../framing/split-pipes.ts';
import { choosePipes, type PipeMode, type UsbEndpoint, type UsbPipes } from './usb-pipes.ts';

/** `silence`: nothing came within the link's time; asked again. `stall`: the pipe is halted. */
export type UsbRead =
  { readonly type: 'bytes'; readonly bytes: Uint8Array } | { readonly type: 'silence' } | { readonly type: 'stall' };

/** An opened device. Every function rejects when the device is gone. */
export interface UsbLink {
  readonly endpoints: readonly UsbEndpoint[];
  /** At most one packet, which may be short or empty: a longer read would wait for a short packet that may never come. */
  read(endpoint: UsbEndpoint): Promise<UsbRead>;
  write(endpoint: UsbEndpoint, bytes: Uint8Array): Promise<'sent' | 'stall'>;
  clearHalt(endpoint: UsbEndpoint): Promise<void>;
  close(): Promise<void>;
}

export interface UsbPortSettings {
  readonly name: string;
  readonly pipes: PipeMode;
  /** How frames are cut where head and body travel apart. */
  readonly split: SplitFrames;
  /** Rejects with the DeviceError that `open` shall have. */
  readonly openLink: () => Promise<UsbLink>;
}

/** A pipe that halts again and again is broken. */
const STALLS_TO_LOSS = 3;
/** An end that answers with empty packets at once must not keep a core busy. */
const EMPTY_PAUSE_MS = 5;

interface Opened {
  readonly link: UsbLink;
  readonly pipes: UsbPipes;
  readonly joiner: SplitPipeJoiner;
  reading: Promise<unknown>;
}

export class UsbPort extends LinkPort<Opened> {
  readonly #settings: UsbPortSettings;
  readonly #writes = new WritesInTurn();

  constructor(settings: UsbPortSettings) {
    super(settings.name);
    this.#settings = settings;
  }

  /** Whole frames only: where head and body travel apart, each write is cut as one frame. */
  write(bytes: Uint8Array): Promise<void> {
    const opened = this.link;
    if (opened === null) return Promise.reject(portLost(this.name));
    const copy = Uint8Array.from(bytes);
    return this.#writes.add(() => this.#writeFrame(opened, copy));
  }

  protected async closeLink(opened: Opened): Promise<void> {
    this.link = null;
    // Reads end by themselves when their time is up; closing under them is not safe with every USB library.
    await opened.reading;
    await opened.link.close().catch(goneAnyway);
    this.listeners.closed({ wasLost: false });
  }

  protected async openLink(): Promise<void> {
    const link = await this.#settings.openLink();
    const pipes = choosePipes(link.endpoints, this.#settings.pipes);
    if (pipes === null) {
      await link.close().catch(goneAnyway);
      throw wrongDevice(`${this.name} has not the USB pipes of a card reader`);
    }
    const joiner = new SplitPipeJoiner(this.#settings.split);
    const opened: Opened = { link, pipes, joiner, reading: Promise.resolve() };
    this.link = opened;
    opened.reading = Promise.all(pipes.in.map((pipe, index) => this.#readPipe(opened, pipe, index)));
  }

  async #readPipe(opened: Opened, pipe: UsbEndpoint, index: number): Promise<void> {
    let stalls = 0;
    while (this.link === opened) {
      const read = await opened.link.read(pipe).catch(() => null);
      if (read === null) {
        this.#gone(opened);
        return;
      }
      if (read.type === 'stall') {
        stalls += 1;
        const isCleared = stalls < STALLS_TO_LOSS && (await cleared(opened.link, pipe));
        if (!isCleared) {
          this.#gone(opened);
          return;
        }
      } else if (read.type === 'bytes') {
        if (read.bytes.length === 0) await pause();
        else stalls = 0;
        this.#take(opened, read.bytes, index);
      }
    }
  }

  #take(opened: Opened, bytes: Uint8Array, index: number): void {
    if (this.link !== opened || bytes.length === 0) return;
    if (opened.pipes.in.length === 1) {
      this.listeners.bytes(bytes);
      return;
    }
    for (const joined of opened.joiner.push(index === 0 ? 'head' : 'body', bytes)) this.listeners.bytes(joined);
    bytes.fill(0);
  }

  async #writeFrame(opened: Opened, bytes: Uint8Array): Promise<void> {
    // Halves of an earlier reply have nothing to do with the next one.
    opened.joiner.clear();
    const { headBytes } = this.#settings.split;
    const [headPipe, bodyPipe] = opened.pipes.out;
    const parts: [UsbEndpoint | undefined, Uint8Array][] =
      bodyPipe === undefined
        ? [[headPipe, bytes]]
        : [
            [headPipe, bytes.subarray(0, headBytes)],
            [bodyPipe, bytes.subarray(headBytes)],
          ];
    for (const [pipe, part] of parts) {
      if (this.link !== opened || pipe === undefined) throw portLost(this.name);
      if (await sent(opened.link, pipe, part)) continue;
      this.#gone(opened);
      throw portLost(this.name);
    }
  }

  #gone(opened: Opened): void {
    if (this.link !== opened) return;
    this.link = null;
    opened.joiner.clear();
    // The other pipe's read may still run; the link is closed when it has ended.
    void opened.reading.then(() => opened.link.close()).catch(goneAnyway);
    this.listeners.closed({ wasLost: true });
  }
}

/** A halted pipe is cleared and asked once more. */
async function sent(link: UsbLink, pipe: UsbEndpoint, bytes: Uint8Array): Promise<boolean> {
  const write = (): Promise<'sent' | 'stall' | 'gone'> => link.write(pipe, bytes).catch(() => 'gone' as const);
  const first = await write();
  if (first !== 'stall') return first === 'sent';
  return (await cleared(link, pipe)) && (await write()) === 'sent';
}

function cleared(link: UsbLink, pipe: UsbEndpoint): Promise<boolean> {
  return link.clearHalt(pipe).then(
    () => true,
    () => false,
  );
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, EMPTY_PAUSE_MS));
}

function goneAnyway(): void {
  // Closing what was pulled out fails; there is nothing left to close.
}
