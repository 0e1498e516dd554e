// A simulated SDT reader on the far end of a line: behaves as docs/protocols/id-card-reader.md tells, and misbehaves on
// request. For tests, the demo and commissioning without hardware.
import { PortKeeper } from '../../port/port-keeper.ts';
import type { Port } from '../../port/port.ts';
import { buildTextBlock, type SimulatedCard } from './simulated-card.ts';
import { replyBytes, RequestReader, type SimulatedReply, type SimulatedRequest } from './simulator-wire.ts';

/** Switches of misbehaviour; change them at any time. */
export interface SdtQuirks {
  isSilent: boolean;
  /** 60: self-test failed; 66: not authorised. Answers every command with it. */
  samFault: 0x60 | 0x66 | null;
  selectFails: boolean;
  /** The card does not authenticate the module (31). */
  authFails: boolean;
  /** A card of a type that the module does not know (40). */
  isCardUnsupported: boolean;
  /** The card is taken away while it is read (41, and it is gone). */
  liftsMidRead: boolean;
  /** Find reports a card that was read already, as some readers do. */
  findsAgain: boolean;
  /** Answers the next command with this code, once. */
  nextSw3: number | null;
  replyDelayMs: number;
  garbageBeforeReply: readonly number[];
  hasExtraPreamble: boolean;
  sendsByteByByte: boolean;
  sw1sw2: readonly [number, number];
  breaksChecksum: boolean;
  /** A module that answers this line of text with a whole read; null for one that takes SDT commands only. */
  trigger: string | null;
  /** The newest address of the cards that are laid; empty for none. */
  newAddress: string;
  /** Sends only so many bytes of each reply. */
  truncatesReplyTo: number | null;
}

/** fresh: laid, not yet selected. found: answered a find. selected: ready to be read. read: stays so until lifted. */
type CardPhase = 'fresh' | 'found' | 'selected' | 'read';

export class SdtReaderSimulator {
  readonly quirks: SdtQuirks = {
    isSilent: false,
    samFault: null,
    selectFails: false,
    authFails: false,
    isCardUnsupported: false,
    liftsMidRead: false,
    findsAgain: false,
    nextSw3: null,
    replyDelayMs: 0,
    garbageBeforeReply: [],
    hasExtraPreamble: false,
    sendsByteByByte: false,
    sw1sw2: [0, 0],
    breaksChecksum: false,
    truncatesReplyTo: null,
    trigger: null,
    newAddress: '',
  };
  readonly #port: Port;
  readonly #keeper: PortKeeper;
  readonly #commandCounts = new Map<string, number>();
  #requests = new RequestReader();
  #heard = '';
  #laid: { block: Uint8Array; phase: CardPhase } | null = null;
  #stopListening: () => void = () => undefined;
  #sending: Promise<void> = Promise.resolve();
  #endDelay: () => void = () => undefined;

  constructor(port: Port) {
    this.#port = port;
    this.#keeper = new PortKeeper(port, (change) => {
      if (change.type === 'opened') this.#requests = new RequestReader();
    });
  }

  start(): void {
    this.#stopListening = this.#port.onBytes((bytes) => {
      if (this.quirks.trigger !== null) this.#hearTrigger(bytes, this.quirks.trigger);
      else for (const request of this.#requests.take(bytes)) this.#serve(request);
    });
    this.#keeper.start();
  }

  async stop(): Promise<void> {
    this.#stopListening();
    await this.#keeper.stop();
    this.#endDelay();
    await this.#sending;
  }

  /** Lays a card; one that lies there is replaced. */
  lay(card: SimulatedCard): void {
    this.layBlock(buildTextBlock(card));
  }

  /** Lays a card with this 256-byte text block, whatever it holds. */
  layBlock(block: Uint8Array): void {
    this.#laid = { block, phase: 'fresh' };
  }

  lift(): void {
    this.#laid = null;
  }

  get hasCard(): boolean {
    return this.#laid !== null;
  }

  /** How often a command came; its name is its two bytes in hex: `3001`. */
  countOf(command: string): number {
    return this.#commandCounts.get(command) ?? 0;
  }

  #serve(request: SimulatedRequest): void {
    if (request.type === 'command') this.#commandCounts.set(request.name, this.countOf(request.name) + 1);
    if (!this.quirks.isSilent) this.#reply(this.#answer(request));
  }

  #hearTrigger(bytes: Uint8Array, trigger: string): void {
    this.#heard = (this.#heard + Buffer.from(bytes).toString('latin1')).slice(-100);
    if (!this.#heard.includes(trigger)) return;
    this.#heard = '';
    const found = this.#find();
    if (found.sw3 === 0x9f) this.#select();
    if (!this.quirks.isSilent) this.#reply(found.sw3 === 0x9f ? this.#read() : found);
  }

  #reply(reply: SimulatedReply): void {
    const bytes = this.#spoil(replyBytes(reply, this.quirks.sw1sw2));
    const { replyDelayMs, sendsByteByByte } = this.quirks;
    this.#sending = this.#sending.then(() => this.#send(bytes, replyDelayMs, sendsByteByByte));
  }

  #answer(request: SimulatedRequest): SimulatedReply {
    const { nextSw3, samFault } = this.quirks;
    this.quirks.nextSw3 = null;
    if (nextSw3 !== null) return { sw3: nextSw3, data: [] };
    if (samFault !== null) return { sw3: samFault, data: [] };
    if (request.type === 'damaged') return { sw3: request.sw3, data: [] };
    switch (request.name) {
      case '10ff':
      case '11ff':
        return { sw3: 0x90, data: [] };
      case '12ff':
        return { sw3: 0x90, data: [5, 0, 1, 0, 0x2e, 0x7b, 0x33, 1, 0x39, 0x30, 0, 0, 0xd2, 2, 0x96, 0x49] };
      case '2001':
        return this.#find();
      case '2002':
        return this.#select();
      case '3001':
        return this.#read();
      case '3003':
        return this.#newAddress();
      default:
        return { sw3: 0x21, data: [] };
    }
  }

  #find(): SimulatedReply {
    const laid = this.#laid;
    if (laid === null || (laid.phase === 'read' && !this.quirks.findsAgain)) return { sw3: 0x80, data: [] };
    laid.phase = 'found';
    return { sw3: 0x9f, data: [0, 0, 0, 0] };
  }

  #select(): SimulatedReply {
    if (this.#laid?.phase !== 'found' || this.quirks.selectFails) return { sw3: 0x81, data: [] };
    this.#laid.phase = 'selected';
    return { sw3: 0x90, data: [0, 0, 0, 0, 0, 0, 0, 0] };
  }

  #read(): SimulatedReply {
    const laid = this.#laid;
    if (this.quirks.liftsMidRead) this.#laid = null;
    if (laid?.phase !== 'selected' || this.quirks.liftsMidRead) return { sw3: 0x41, data: [] };
    laid.phase = 'read';
    if (this.quirks.authFails) return { sw3: 0x31, data: [] };
    if (this.quirks.isCardUnsupported) return { sw3: 0x40, data: [] };
    return { sw3: 0x90, data: [1, 0, 4, 0, ...laid.block, ...PHOTO] };
  }

  #newAddress(): SimulatedReply {
    const { newAddress } = this.quirks;
    if (this.#laid?.phase !== 'selected' && this.#laid?.phase !== 'read') return { sw3: 0x41, data: [] };
    if (newAddress === '') return { sw3: 0x91, data: [] };
    return { sw3: 0x90, data: [...Buffer.from(newAddress.padEnd(35, ' '), 'utf16le')] };
  }

  #spoil(bytes: number[]): Uint8Array {
    const { garbageBeforeReply, hasExtraPreamble, breaksChecksum, truncatesReplyTo } = this.quirks;
    if (breaksChecksum) bytes.push((bytes.pop() ?? 0) ^ 0xff);
    const spoilt = [...garbageBeforeReply, ...(hasExtraPreamble ? [0xaa] : []), ...bytes];
    return Uint8Array.from(truncatesReplyTo === null ? spoilt : spoilt.slice(0, truncatesReplyTo));
  }

  #delay(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#endDelay = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #send(bytes: Uint8Array, delayMs: number, isByteByByte: boolean): Promise<void> {
    if (delayMs > 0) await this.#delay(delayMs);
    const chunks = isByteByByte ? Array.from(bytes, (byte) => Uint8Array.of(byte)) : [bytes];
    for (const chunk of chunks) {
      // The plug may have been pulled meanwhile: then nobody is there to hear the rest.
      if (!this.#port.isOpen) return;
      await this.#port.write(chunk).catch(() => undefined);
    }
  }
}

/** As long as a real photo and as good as random; holds a preamble, which must not confuse a reader of the frame. */
const PHOTO: readonly number[] = Array.from({ length: 1024 }, (_, index) =>
  index >= 500 && index < 505 ? ([0xaa, 0xaa, 0xaa, 0x96, 0x69][index - 500] ?? 0) : (index * 73 + 41) % 256,
);
