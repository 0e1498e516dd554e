// What an installer asks of a reader: who its security module is and how it feels, and one card with all that it tells.
// Opens the port for itself: not beside a running reader. Nothing of a card is logged or kept.
import { DeviceError } from '../device-error.ts';
import type { Port } from '../port/port.ts';
import type { TimedStep } from '../timed-step.ts';
import type { CardReadTrouble } from './contract.ts';
import { LINE_SETTINGS, readerPort } from './reader-port.ts';
import type { IdCardReaderConfig } from './open-id-card-reader.ts';
import { decodeSamId, partsOfPayload } from './sdt/codec.ts';
import { SdtLine } from './sdt/line.ts';
import { type CardField, ReadCycle } from './sdt/read-cycle.ts';
import { triggerOf } from './sdt/trigger.ts';
import { TriggeredCycle } from './sdt/triggered-cycle.ts';
import { POLL_MS } from './sdt/timings.ts';
import { textAt } from './sdt/card-text.ts';
import { decodeWholeCard, type WholeCard } from './sdt/whole-card.ts';
import { refuseUnknown } from './setting-checks.ts';

/** Of the security module, by its status word: 90, 60, 66, anything else. */
export type SamHealth = 'working' | 'selfTestFailed' | 'notAuthorised' | 'unclear';

export interface ReaderProbe {
  readonly samHealth: SamHealth;
  /** SW1, SW2, SW3 as they came. */
  readonly statusWords: readonly [number, number, number];
  /** Null when the module tells none. */
  readonly samId: string | null;
}

export interface CardWithPhoto extends WholeCard {
  /** The newest address written after the card was made; null where there is none. */
  readonly newAddress: string | null;
  /** The photo as the card holds it (WLT, a closed format); null where there is none. */
  readonly photo: Uint8Array | null;
  /** What the decoder made of it; null without a decoder, or when it could not. */
  readonly picture: Uint8Array | null;
  /** Of the reader's security module; null when it tells none. */
  readonly samId: string | null;
  /** The newest time of each command. */
  readonly steps: readonly TimedStep[];
}

export interface WholeCardOptions {
  /** Turns the card's photo into a picture; usually a vendor's library, which is not part of this product. */
  readonly decodePhoto?: (photo: Uint8Array) => Promise<Uint8Array>;
  /** The reader answers: a card may be laid now. */
  readonly onReady?: () => void;
  /** The card has to be lifted and laid again, or is of an unknown kind: the person wants to be told. */
  readonly onTrouble?: (trouble: CardReadTrouble) => void;
  readonly signal?: AbortSignal;
}

/** Rejects with DeviceError: `portUnavailable`, `wrongDevice`, `noReply` ... */
export function probeIdCardReader(config: IdCardReaderConfig): Promise<ReaderProbe> {
  return withLine(config, async (line) => {
    const { statusWords } = await line.askUnjudged('samStatus');
    const samHealth = healthOf(statusWords[2]);
    if (samHealth !== 'working') return { samHealth, statusWords, samId: null };
    const id = await line.askUnjudged('samId');
    return { samHealth, statusWords, samId: id.meaning === 'success' ? decodeSamId(id.data) : null };
  });
}

/** Waits for one card to be laid and read. Rejects with DeviceError, or with the signal's reason. */
export function readWholeCard(config: IdCardReaderConfig, options: WholeCardOptions = {}): Promise<CardWithPhoto> {
  return withLine(config, (line) => oneCard(line, options));
}

/** The same on an open port of an `sdt` reader, which stays open. */
export async function readWholeCardOn(port: Port, options: WholeCardOptions = {}): Promise<CardWithPhoto> {
  const line = new SdtLine(port);
  try {
    return await oneCard(line, options);
  } finally {
    line.close();
  }
}

/**
 * The same on an open port of a `textTriggered` module, by its options. It tells neither a SAM id nor a newest address. Throws
 * RangeError for a trigger that is not right.
 */
export async function readTriggeredCardOn(
  port: Port,
  settings: IdCardReaderConfig['options'],
  options: WholeCardOptions = {},
): Promise<CardWithPhoto> {
  const taken: Taken = { card: null, photo: null };
  const field = new TriggeredCycle(port, triggerOf(settings ?? {}), keptIn(taken));
  try {
    return await firstCard(field, taken, () => Promise.resolve(null), options);
  } finally {
    field.close();
  }
}

type OnCard = Omit<CardWithPhoto, 'samId' | 'steps'>;

function oneCard(line: SdtLine, options: WholeCardOptions): Promise<CardWithPhoto> {
  const taken: Taken = { card: null, photo: null };
  return firstCard(new ReadCycle(line, keptIn(taken)), taken, () => newAddressOf(line), options);
}

/** `askAddress`: while the card that was read still lies there. */
async function firstCard(
  field: CardField,
  taken: Taken,
  askAddress: () => Promise<string | null>,
  options: WholeCardOptions,
): Promise<CardWithPhoto> {
  const samId = await field.checkSam();
  options.onReady?.();
  for (;;) {
    options.signal?.throwIfAborted();
    const card = await readOnce(field, taken, askAddress, options);
    if (card !== null) return { ...card, samId, steps: field.steps };
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

interface Taken {
  card: WholeCard | null;
  photo: Uint8Array | null;
}

function keptIn(taken: Taken): (payload: Uint8Array) => void {
  return (payload) => {
    const parts = partsOfPayload(payload);
    taken.card = parts && decodeWholeCard(parts.text);
    taken.photo = parts === null || parts.photo.length === 0 ? null : parts.photo.slice();
  };
}

async function readOnce(
  field: CardField,
  taken: Taken,
  askAddress: () => Promise<string | null>,
  { decodePhoto, onTrouble }: WholeCardOptions,
): Promise<OnCard | null> {
  const seen = await field.look(false);
  if (seen?.type === 'trouble') onTrouble?.(seen.trouble);
  const { card, photo } = taken;
  if (seen?.type !== 'card' || card === null) return null;
  const newAddress = await askAddress();
  const picture = photo === null || decodePhoto === undefined ? null : await decodePhoto(photo).catch(() => null);
  return { ...card, newAddress, photo, picture };
}

/** Null where the card has none, and where it was lifted before it could be asked. */
async function newAddressOf(line: SdtLine): Promise<string | null> {
  try {
    const answer = await line.ask('readNewAddress');
    const text = answer.meaning === 'success' ? textAt(answer.data, [[0, 70]]) : '';
    answer.data.fill(0);
    return text === '' ? null : text;
  } catch (error) {
    if (error instanceof DeviceError && error.code === 'noReply') return null;
    throw error;
  }
}

async function withLine<Result>(
  { model, port, options = {} }: IdCardReaderConfig,
  act: (line: SdtLine) => Promise<Result>,
): Promise<Result> {
  if (model !== 'sdt') throw new RangeError(`a reader of model "${model}" cannot be asked so; known: sdt`);
  refuseUnknown(options, LINE_SETTINGS);
  const opened = readerPort(port, options);
  await opened.open();
  const line = new SdtLine(opened);
  try {
    return await act(line);
  } finally {
    line.close();
    await opened.close();
  }
}

function healthOf(sw3: number): SamHealth {
  if (sw3 === 0x90) return 'working';
  if (sw3 === 0x60) return 'selfTestFailed';
  return sw3 === 0x66 ? 'notAuthorised' : 'unclear';
}
