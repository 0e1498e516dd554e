// `npm run devices -- read-card`: one placement, one object; each step of the reader timed.
import { DeviceError } from '../device-error.ts';
import { type CardWithPhoto, readTriggeredCardOn, readWholeCardOn } from '../id-card-reader/commissioning.ts';
import type { CardReadTrouble } from '../id-card-reader/contract.ts';
import { openIdCardReader } from '../id-card-reader/open-id-card-reader.ts';
import type { Port } from '../port/port.ts';
import type { Words } from '../ticket-printer/texts.ts';
import type { Arguments } from './arguments.ts';
import { driverOf, optionsOf } from './driver-status.ts';
import { maskedCard } from './masked-card.ts';
import { explainSilence, openLine } from './open-line.ts';
import { closedPortWords, TOOL_WORDS } from './texts.ts';
import { ToolTrouble } from './tool-trouble.ts';

export type CardRead = Omit<CardWithPhoto, 'validTo' | 'photo' | 'picture'> & {
  /** YYYY-MM-DD or 长期. */
  readonly validTo: string | null;
  readonly isMasked: boolean;
};

const BAUD_RATE = 115_200;

/** Rejects with ToolTrouble. `hint` is told when a card may be laid. */
export async function readCard(args: Arguments, hint: (words: Words) => void): Promise<CardRead> {
  const spec = args.needed('port');
  const baudRate = args.number('baud', 300, 4_000_000) ?? BAUD_RATE;
  const seconds = args.number('timeout', 1, 3600) ?? 60;
  const model = args.text('model') ?? 'sdt';
  const options = optionsOf(args);
  // Before the line is opened: a mistake in the model or its settings is no trouble of the line.
  driverOf(spec, () => openIdCardReader({ model, port: spec, options: { ...options, baudRate } }));
  const port = await openLine(spec, baudRate, options);
  let trouble: DeviceError | null = null;
  try {
    return shown(await onePlacement(port, { spec, seconds, hint, model, options }), args.has('reveal'));
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
    trouble = error;
  } finally {
    await port.close();
  }
  throw explained(spec, trouble) ?? (await explainSilence(spec, baudRate, 'idCardReader', options));
}

interface Wish {
  readonly spec: string;
  readonly seconds: number;
  readonly hint: (words: Words) => void;
  readonly model: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** A card that cannot be read ends it: the next try is the person's. */
function onePlacement(port: Port, { spec, seconds, hint, model, options }: Wish): Promise<CardWithPhoto> {
  const stop = new AbortController();
  const onReady = (): void => {
    hint(TOOL_WORDS.layNow);
    const noCard = new ToolTrouble('noCard', closedPortWords(spec, TOOL_WORDS.noCard(seconds)));
    setTimeout(() => stop.abort(noCard), seconds * 1000).unref();
  };
  const onTrouble = (code: CardReadTrouble): void => stop.abort(trouble(spec, code));
  const watch = { onReady, onTrouble, signal: stop.signal };
  return model === 'textTriggered' ? readTriggeredCardOn(port, options, watch) : readWholeCardOn(port, watch);
}

function shown(read: CardWithPhoto, isRevealed: boolean): CardRead {
  const { photo, picture, ...card } = read;
  for (const bytes of [photo, picture]) bytes?.fill(0);
  const fields = isRevealed ? card : { ...card, ...maskedCard(card) };
  const newAddress = isRevealed || card.newAddress === null ? card.newAddress : '***';
  const validTo = fields.validTo === 'longTerm' ? '长期' : fields.validTo;
  return { ...fields, validTo, newAddress, isMasked: !isRevealed };
}

function trouble(
  spec: string,
  code: 'refused' | 'layAgain' | 'unsupportedCard' | 'samFault' | 'damagedRequests' | 'portLost',
) {
  return new ToolTrouble(code, closedPortWords(spec, TOOL_WORDS[code]));
}

/** Null where nothing, or nothing known, answered. */
function explained(spec: string, error: DeviceError): ToolTrouble | null {
  switch (error.code) {
    case 'portLost':
      return trouble(spec, 'portLost');
    case 'deviceFault':
      return trouble(spec, 'samFault');
    case 'badReply':
      return trouble(spec, 'damagedRequests');
    case 'deviceRefused':
      return trouble(spec, 'refused');
    default:
      return null;
  }
}
