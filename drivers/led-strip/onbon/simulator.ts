// Behaving Onbon font cards at the far end of a line, with byte tables of their own: power cuts, late, lost and wrong answers.
import iconv from 'iconv-lite';
import { Listeners } from '../../listeners.ts';
import type { Port } from '../../port/port.ts';
import { PortKeeper } from '../../port/port-keeper.ts';

export interface OnbonSwitches {
  readonly replyDelayMs: number;
  /** So many answers from now on are not sent ... */
  readonly repliesToLose: number;
  /** ... or sent with one bit of their CRC wrong. */
  readonly repliesToSpoil: number;
  /** Bytes on the line before every answer. */
  readonly noise: readonly number[];
  /** Commands that are refused, as group and command in hex, e.g. "a203". */
  readonly refused: readonly string[];
}

export interface ShownArea {
  /** As people read it, without the card's own words. */
  readonly text: string;
  /** As it was sent, GBK decoded. */
  readonly raw: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly alignment: number;
  readonly effect: number;
}

export interface SimulatedCard {
  /** By id of the dynamic area. */
  readonly areas: ReadonlyMap<number, ShownArea>;
  readonly isPowered: boolean;
  readonly isLit: boolean;
  readonly brightness: number | null;
  /** BCD as it was sent; null when the clock was never set. */
  readonly clock: string | null;
}

interface Card {
  areas: Map<number, ShownArea>;
  isPowered: boolean;
  isLit: boolean;
  brightness: number | null;
  clock: string | null;
}

const QUIET: OnbonSwitches = {
  replyDelayMs: 0,
  repliesToLose: 0,
  repliesToSpoil: 0,
  noise: [],
  refused: [],
};
const EVERY_CARD = 0xfffe;
const MOST_BYTES = 8192;
const newCard = (): Card => ({ areas: new Map(), isPowered: true, isLit: true, brightness: null, clock: null });

export class OnbonSimulator {
  /** Address and data of every sound command to a card with power, e.g. "1 a200010000", newest last. */
  heard: string[] = [];
  readonly #port: Port;
  readonly #keeper: PortKeeper;
  readonly #cards: ReadonlyMap<number, Card>;
  readonly #listeners = new Listeners<void>();
  #switches: OnbonSwitches;
  #input: number[] = [];
  #stopListening: () => void = () => undefined;

  constructor(port: Port, switches: Partial<OnbonSwitches> & { readonly addresses?: readonly number[] } = {}) {
    const { addresses = [1], ...others } = switches;
    this.#port = port;
    this.#keeper = new PortKeeper(port, () => undefined);
    this.#cards = new Map(addresses.map((address) => [address, newCard()]));
    this.#switches = { ...QUIET, ...others };
  }

  start(): void {
    this.#stopListening = this.#port.onBytes((bytes) => this.#receive(bytes));
    this.#keeper.start();
  }

  async stop(): Promise<void> {
    this.#stopListening();
    await this.#keeper.stop();
  }

  set(change: Partial<OnbonSwitches>): void {
    this.#switches = { ...this.#switches, ...change };
  }

  card(address = 1): SimulatedCard {
    return this.#cardAt(address);
  }

  /** What the first area of the card shows; null for a dark strip. */
  text(address = 1): string | null {
    const [first] = this.#cardAt(address).areas.values();
    return first?.text ?? null;
  }

  /** The dynamic areas of a card are in its volatile memory. */
  cutPower(address = 1): void {
    Object.assign(this.#cardAt(address), { areas: new Map(), isPowered: false });
    this.#changed();
  }

  restorePower(address = 1): void {
    Object.assign(this.#cardAt(address), { isPowered: true, isLit: true });
    this.#changed();
  }

  on(_event: 'change', listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  #cardAt(address: number): Card {
    const card = this.#cards.get(address);
    if (card === undefined) throw new RangeError(`no simulated card has address ${address}`);
    return card;
  }

  #receive(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte === 0xa5) this.#input = [];
      else if (byte === 0x5a) this.#take(this.#input.splice(0));
      else if (this.#input.length < MOST_BYTES) this.#input.push(byte);
    }
  }

  #take(escaped: readonly number[]): void {
    const body = plainBody(escaped);
    if (body.length < 21 || checkOf(body.slice(0, -2)) !== le(body, body.length - 2)) return;
    const data = body.slice(14, -2);
    if (le(body, 12) !== data.length) return;
    const destination = le(body, 0);
    for (const [address, card] of this.#cards) {
      if (!card.isPowered || (destination !== address && destination !== EVERY_CARD)) continue;
      this.heard = [...this.heard, `${address} ${hexOf(data)}`].slice(-500);
      const isRefused = this.#switches.refused.includes(hexOf(data.slice(0, 2)));
      if (!isRefused) obey(card, data);
      this.#changed();
      if (data[2] === 1) this.#answer(destination, le(body, 2), isRefused);
    }
  }

  #answer(source: number, destination: number, isRefused: boolean): void {
    const { repliesToLose, repliesToSpoil, noise, replyDelayMs } = this.#switches;
    if (repliesToLose > 0) {
      this.set({ repliesToLose: repliesToLose - 1 });
      return;
    }
    const data = isRefused ? [0xa0, 0x01, 0x02, 0x00, 0x00] : [0xa0, 0x00, 0x00, 0x00, 0x00];
    const header = [...pair(destination), ...pair(source), 0, 0, 0, 0, 0, 0, 0xfe, 0x02, ...pair(data.length)];
    const body = [...header, ...data];
    const check = checkOf(body) ^ (repliesToSpoil > 0 ? 1 : 0);
    if (repliesToSpoil > 0) this.set({ repliesToSpoil: repliesToSpoil - 1 });
    const frame = [...Array<number>(8).fill(0xa5), ...[...body, ...pair(check)].flatMap(guarded), 0x5a];
    setTimeout(() => this.#send([...noise, ...frame]), replyDelayMs);
  }

  #send(bytes: readonly number[]): void {
    // A line just pulled carries nothing, and a card does not notice.
    this.#port.write(Uint8Array.from(bytes)).catch(() => undefined);
  }

  #changed(): void {
    this.#listeners.tell();
  }
}

/** By the maker's table: what a command makes of a card. Unknown ones are taken and change nothing. */
function obey(card: Card, data: readonly number[]): void {
  const command = hexOf(data.slice(0, 2));
  const parameters = data.slice(5);
  if (command === 'a300') card.isLit = parameters[0] === 1;
  if (command === 'a302') card.brightness = parameters[1] ?? null;
  if (command === 'a203') card.clock = hexOf(parameters);
  if (command === 'a310') card.areas = new Map();
  if (command === 'a306') showAreas(card, parameters);
}

function showAreas(card: Card, parameters: readonly number[]): void {
  const [deleteCount = 0] = parameters;
  const listed = deleteCount === 0xff ? 0 : deleteCount;
  if (deleteCount === 0xff) card.areas.clear();
  for (const id of parameters.slice(1, 1 + listed)) card.areas.delete(id);
  let at = 2 + listed;
  for (let rest = parameters[1 + listed] ?? 0; rest > 0; rest -= 1) {
    const length = le(parameters, at);
    const area = parameters.slice(at + 2, at + 2 + length);
    const textBytes = le(area, 23);
    const raw = iconv.decode(Buffer.from(area.slice(27, 27 + textBytes)), 'gbk');
    card.areas.set(area[9] ?? 0, {
      text: raw.replaceAll(/\\(FO\d{3}|C\d|n)/g, '').trim(),
      raw,
      x: dots(le(area, 1)),
      y: le(area, 3),
      width: dots(le(area, 5)),
      height: le(area, 7),
      alignment: area[16] ?? 0,
      effect: area[19] ?? 0,
    });
    at += 2 + length;
  }
}

const hexOf = (bytes: readonly number[]): string => Buffer.from(bytes).toString('hex');
const le = (bytes: readonly number[], at: number): number => (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
const pair = (value: number): number[] => [value % 256, Math.floor(value / 256)];
const dots = (value: number): number => (value >= 0x8000 ? value - 0x8000 : value * 8);

function plainBody(escaped: readonly number[]): number[] {
  const table: Readonly<Record<string, number>> = { '166,2': 0xa5, '166,1': 0xa6, '91,2': 0x5a, '91,1': 0x5b };
  const body: number[] = [];
  for (let at = 0; at < escaped.length; at += 1) {
    const whole = table[`${escaped[at]},${escaped[at + 1]}`];
    body.push(whole ?? escaped[at] ?? 0);
    if (whole !== undefined) at += 1;
  }
  return body;
}

function guarded(byte: number): number[] {
  const table = new Map([
    [0xa5, [0xa6, 2]],
    [0xa6, [0xa6, 1]],
    [0x5a, [0x5b, 2]],
    [0x5b, [0x5b, 1]],
  ]);
  return table.get(byte) ?? [byte];
}

/** CRC-16/ARC bit by bit, as the maker's text describes it. */
function checkOf(bytes: readonly number[]): number {
  return bytes.reduce((crc, byte) => {
    let value = crc ^ byte;
    for (let bit = 8; bit > 0; bit -= 1) value = value % 2 === 1 ? Math.floor(value / 2) ^ 40_961 : value / 2;
    return value;
  }, 0);
}
