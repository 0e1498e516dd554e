// The command line of `npm run simulator`: which device, on which line.
import { Arguments, portOf } from '../tool/arguments.ts';
import { usageTrouble } from '../tool/tool-trouble.ts';
import { listenTcp, listenUdp } from '../port/listening-ports.ts';
import type { Port } from '../port/port.ts';
import { openPtyPair } from '../port/pty-pair.ts';
import type { Roughness } from '../port/rough-line.ts';

/** By what people call them, and by the names that a terminal's configuration knows. */
const MODELS = {
  'id-card-reader': 'id-card-reader',
  sdt: 'id-card-reader',
  textTriggered: 'id-card-reader',
  'ticket-printer': 'ticket-printer',
  escpos: 'ticket-printer',
  'evaluation-pad': 'pads',
  'call-pad': 'pads',
  bus485: 'pads',
  'led-strip': 'led-strip',
  onbon: 'led-strip',
  'plain-text-strip': 'plain-text-strip',
  plainText: 'plain-text-strip',
  'document-scanner': 'document-scanner',
  'android-pad': 'android-pad',
  android: 'android-pad',
  'keyboard-pad': 'keyboard-pad',
  keyboard: 'keyboard-pad',
} as const;
type ModelName = keyof typeof MODELS;
export type SimulatedModel = (typeof MODELS)[ModelName];

/** What each speaks at when nothing else is set (docs/protocols). */
const BAUD_RATES: Readonly<Record<SimulatedModel, number>> = {
  'id-card-reader': 115_200,
  'ticket-printer': 115_200,
  pads: 9600,
  'led-strip': 57_600,
  'plain-text-strip': 9600,
  'document-scanner': 9600,
  'android-pad': 9600,
  'keyboard-pad': 9600,
};

export const USAGE = {
  zh: `用法：npm run simulator -- 型号 (--port 路径 | --new-pty | --tcp 端口 | --udp 端口) [--card 文件.json] [--out 文件夹] [--baud N] [--columns N] [--address N] [--window 窗口号] [--user 工号] [--trigger 文本] [--seed N] [--noise N] [--delay 毫秒] [--spoil N]
型号：${Object.keys(MODELS).join(' ')}`,
  en: `Usage: npm run simulator -- MODEL (--port PATH | --new-pty | --tcp PORT | --udp PORT) [--card FILE.json] [--out DIR] [--baud N] [--columns N] [--address N] [--window NUMBER] [--user CODE] [--trigger TEXT] [--seed N] [--noise N] [--delay MS] [--spoil N]
MODEL: ${Object.keys(MODELS).join(' ')}`,
};

export interface SimulatorOptions {
  readonly model: SimulatedModel;
  readonly modelName: string;
  readonly cardFile: string | undefined;
  readonly outFolder: string | undefined;
  /** Columns of a printer's paper. */
  readonly columns: number;
  /** Address of a strip's card. */
  readonly address: number;
  /** What an Android pad logs in as. */
  readonly windowNumber: string;
  readonly userCode: string;
  /** What a reader is triggered by; null for one that takes SDT commands. */
  readonly trigger: string | null;
  /** Of what the device says, on whichever line. */
  readonly roughness: Partial<Roughness>;
  /** Closed; made only once, because a pty pair is a process of its own. */
  openLine(): Promise<SimulatorLine>;
}

export interface SimulatorLine {
  readonly port: Port;
  /** Known once the port is open. */
  listening(): { listening: string; otherEnd?: string };
  close(): Promise<void>;
}

/** Throws ToolTrouble `usage`. */
export function simulatorOptions(args: readonly string[]): SimulatorOptions {
  const given = new Arguments(args, {
    port: { type: 'string' },
    tcp: { type: 'string' },
    udp: { type: 'string' },
    'new-pty': { type: 'boolean' },
    card: { type: 'string' },
    out: { type: 'string' },
    baud: { type: 'string' },
    columns: { type: 'string' },
    address: { type: 'string' },
    window: { type: 'string' },
    user: { type: 'string' },
    trigger: { type: 'string' },
    seed: { type: 'string' },
    noise: { type: 'string' },
    delay: { type: 'string' },
    spoil: { type: 'string' },
  });
  const [modelName = '', ...others] = given.words;
  const model = isModelName(modelName) ? MODELS[modelName] : null;
  if (model === null || others.length > 0) throw usageTrouble(USAGE.zh, USAGE.en);
  if (given.text('card') !== undefined && model !== 'id-card-reader') throw onlyFor('card', 'id-card-reader');
  if (given.text('trigger') !== undefined && model !== 'id-card-reader') throw onlyFor('trigger', 'id-card-reader');
  if (given.text('out') !== undefined && model !== 'ticket-printer') throw onlyFor('out', 'ticket-printer');
  return {
    model,
    modelName,
    cardFile: given.text('card'),
    outFolder: given.text('out'),
    columns: given.number('columns', 16, 135) ?? 48,
    address: given.number('address', 1, 65_533) ?? 1,
    windowNumber: given.text('window') ?? '1',
    userCode: given.text('user') ?? '1',
    trigger: triggerOf(given, modelName),
    roughness: roughnessOf(given, model),
    openLine: lineOf(given, model),
  };
}

function isModelName(text: string): text is ModelName {
  return Object.hasOwn(MODELS, text);
}

function onlyFor(option: string, model: string): Error {
  return usageTrouble(`--${option} 只用于 ${model}`, `--${option} is for ${model} only`);
}

/** As our driver's default (docs/protocols/id-card-reader.md, "Modules triggered by text"). */
const USUAL_TRIGGER = 'D&C00040101';

function triggerOf(given: Arguments, modelName: string): string | null {
  return given.text('trigger') ?? (modelName === 'textTriggered' ? USUAL_TRIGGER : null);
}

/** Start, eight data bits, stop. */
const BITS_PER_BYTE = 10;

/** A speed that is asked for is kept on lines that have none of their own too: a pty, TCP, UDP. */
function roughnessOf(given: Arguments, model: SimulatedModel): Partial<Roughness> {
  const baudRate = given.number('baud', 300, 4_000_000);
  const seed = given.number('seed', 0, 999_999_999);
  const [noiseBytes, delayMs, spoilsEvery] = [
    given.number('noise', 0, 1000),
    given.number('delay', 0, 600_000),
    given.number('spoil', 0, 1_000_000),
  ];
  const isStream = model !== 'android-pad';
  const torn = [baudRate, seed, noiseBytes, spoilsEvery].some((each) => each !== undefined);
  if (!isStream && torn) {
    throw usageTrouble(
      'android-pad 发的是整条消息：没有 --baud、--seed、--noise、--spoil',
      'android-pad says whole messages: no --baud, --seed, --noise, --spoil',
    );
  }
  return {
    ...(baudRate === undefined ? {} : { bytesPerSecond: baudRate / BITS_PER_BYTE }),
    ...(seed === undefined ? {} : { isInPieces: true, seed }),
    ...(noiseBytes === undefined ? {} : { noiseBytes }),
    ...(delayMs === undefined ? {} : { delayMs }),
    ...(spoilsEvery === undefined ? {} : { spoilsEvery }),
  };
}

function lineOf(given: Arguments, model: SimulatedModel): () => Promise<SimulatorLine> {
  const path = given.text('port');
  const tcp = given.number('tcp', 0, 65_535);
  const udp = given.number('udp', 0, 65_535);
  const isNewPty = given.has('new-pty');
  const baudRate = given.number('baud', 300, 4_000_000) ?? BAUD_RATES[model];
  if ([path, tcp, udp, isNewPty || undefined].filter((way) => way !== undefined).length !== 1) {
    throw usageTrouble(USAGE.zh, USAGE.en);
  }
  // A pad that dials has nobody to wait for.
  if (model === 'android-pad' && path?.startsWith('ws://') !== true) {
    throw usageTrouble('android-pad 需要 --port ws://主机:端口', 'android-pad needs --port ws://HOST:PORT');
  }
  if (udp !== undefined && model !== 'led-strip') throw onlyFor('udp', 'led-strip');
  if (path !== undefined) return () => Promise.resolve(onPath(path, baudRate));
  if (isNewPty) return () => onNewPty(baudRate);
  const port = tcp === undefined ? listenUdp(udp) : listenTcp(tcp);
  const close = () => port.close();
  return () => Promise.resolve({ port, listening: () => ({ listening: port.url }), close });
}

function onPath(path: string, baudRate: number): SimulatorLine {
  const port = portOf(path, baudRate);
  return { port, listening: () => ({ listening: path }), close: () => port.close() };
}

async function onNewPty(baudRate: number): Promise<SimulatorLine> {
  const pair = await openPtyPair();
  const port = portOf(pair.b, baudRate);
  return { port, listening: () => ({ listening: pair.b, otherEnd: pair.a }), close: () => pair.close() };
}
