// `npm run devices -- read-card`: one placement, one object; each step of the reader timed.
import { setTimeout as delay } from 'node:timers/promises';
import { DeviceError } from '../device-error.ts';
import { textAt } from '../id-card-reader/sdt/card-text.ts';
import { decodeSamId, partsOfPayload, type SdtCommand } from '../id-card-reader/sdt/codec.ts';
import { type SdtAnswer, SdtLine } from '../id-card-reader/sdt/line.ts';
import { POLL_MS } from '../id-card-reader/sdt/timings.ts';
import type { Arguments } from './arguments.ts';
import { decodeWholeCard, type WholeCard } from '../id-card-reader/sdt/whole-card.ts';
import { optionsOf } from './driver-status.ts';
import { maskedCard } from './masked-card.ts';
import { explainSilence, openLine } from './open-line.ts';
import type { Words } from '../ticket-printer/texts.ts';
import { closedPortWords, TOOL_WORDS } from './texts.ts';
import { ToolTrouble } from './tool-trouble.ts';

export interface TimedStep {
  readonly step: string;
  readonly ms: number;
}

export type CardRead = Omit<WholeCard, 'validTo'> & {
  /** YYYY-MM-DD or 长期. */
  readonly validTo: string | null;
  readonly newAddress: string | null;
  readonly isMasked: boolean;
  readonly samId: string | null;
  readonly steps: readonly TimedStep[];
};

const BAUD_RATE = 115_200;
const SELECT_ATTEMPTS = 3;

/** Rejects with ToolTrouble. `hint` is told when a card may be laid. */
export async function readCard(args: Arguments, hint: (words: Words) => void): Promise<CardRead> {
  const spec = args.needed('port');
  const baudRate = args.number('baud', 300, 4_000_000) ?? BAUD_RATE;
  const seconds = args.number('timeout', 1, 3600) ?? 60;
  const port = await openLine(spec, baudRate, optionsOf(args));
  const line = new SdtLine(port);
  const asker = new TimedAsker(line);
  let trouble: DeviceError | null = null;
  try {
    return await onePlacement(asker, { spec, seconds, isRevealed: args.has('reveal'), hint });
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
    trouble = error;
  } finally {
    line.close();
    await port.close();
  }
  throw await explained(spec, baudRate, trouble);
}

interface Wish {
  readonly spec: string;
  readonly seconds: number;
  readonly isRevealed: boolean;
  readonly hint: (words: Words) => void;
}

async function onePlacement(asker: TimedAsker, { spec, seconds, isRevealed, hint }: Wish): Promise<CardRead> {
  await asker.ask('samStatus');
  const id = await asker.ask('samId');
  const samId = id.meaning === 'success' ? decodeSamId(id.data) : null;
  hint(TOOL_WORDS.layNow);
  const untilMs = performance.now() + seconds * 1000;
  let failedSelects = 0;
  while (performance.now() < untilMs) {
    const found = await asker.ask('findCard');
    if (found.meaning === 'commandError' || found.meaning === 'notPermitted') throw trouble(spec, 'refused');
    const selected = found.meaning === 'cardFound' ? await asker.ask('selectCard') : null;
    if (selected?.meaning === 'success') {
      const card = await readSelected(asker, spec);
      const shown = isRevealed ? card.fields : maskedCard(card.fields);
      const newAddress = isRevealed || card.newAddress === null ? card.newAddress : '***';
      const validTo = shown.validTo === 'longTerm' ? '长期' : shown.validTo;
      return { ...shown, validTo, newAddress, isMasked: !isRevealed, samId, steps: asker.steps };
    }
    if (selected !== null) failedSelects += 1;
    if (failedSelects === SELECT_ATTEMPTS) throw trouble(spec, 'layAgain');
    await delay(POLL_MS);
  }
  throw new ToolTrouble('noCard', closedPortWords(spec, TOOL_WORDS.noCard(seconds)));
}

async function readSelected(asker: TimedAsker, spec: string) {
  const answer = await asker.ask('readCard');
  if (answer.meaning === 'unsupportedCard') throw trouble(spec, 'unsupportedCard');
  if (answer.meaning !== 'success') throw trouble(spec, 'layAgain');
  const parts = partsOfPayload(answer.data);
  const fields = parts === null ? null : decodeWholeCard(parts.text);
  answer.data.fill(0);
  if (fields === null) throw trouble(spec, 'unsupportedCard');
  return { fields, newAddress: await newAddressOf(asker) };
}

/** Null where the card has none, and where the card was lifted before it could be asked. */
async function newAddressOf(asker: TimedAsker): Promise<string | null> {
  try {
    const { meaning, data } = await asker.ask('readNewAddress');
    const address = meaning === 'success' ? textAt(data, [[0, 70]]) : '';
    data.fill(0);
    return address === '' ? null : address;
  } catch (error) {
    if (error instanceof DeviceError && error.code === 'noReply') return null;
    throw error;
  }
}

/** The newest time of each command, in the order of the first ones. */
class TimedAsker {
  readonly #line: SdtLine;
  readonly #steps = new Map<string, number>();

  constructor(line: SdtLine) {
    this.#line = line;
  }

  get steps(): TimedStep[] {
    return [...this.#steps].map(([step, ms]) => ({ step, ms }));
  }

  async ask(command: SdtCommand): Promise<SdtAnswer> {
    const beganMs = performance.now();
    const answer = await this.#line.ask(command);
    this.#steps.set(command, Math.round(performance.now() - beganMs));
    return answer;
  }
}

function trouble(
  spec: string,
  code: 'refused' | 'layAgain' | 'unsupportedCard' | 'samFault' | 'damagedRequests' | 'portLost',
) {
  return new ToolTrouble(code, closedPortWords(spec, TOOL_WORDS[code]));
}

async function explained(spec: string, baudRate: number, error: DeviceError): Promise<ToolTrouble> {
  switch (error.code) {
    case 'portLost':
      return trouble(spec, 'portLost');
    case 'deviceFault':
      return trouble(spec, 'samFault');
    case 'badReply':
      return trouble(spec, 'damagedRequests');
    default:
      return explainSilence(spec, baudRate, 'idCardReader');
  }
}
