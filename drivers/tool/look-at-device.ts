// `npm run devices -- status`: what a device of a known model says of itself now, in words, and how long each question took.
import { setTimeout as delay } from 'node:timers/promises';
import { type BusFrame, decodePadFrame, PAD_FRAME_SHAPE, RESULT_FUNCTION } from '../bus-485/codec.ts';
import { DeviceError } from '../device-error.ts';
import { createFrameSplitter } from '../framing/frame-splitter.ts';
import { decodeSamId } from '../id-card-reader/sdt/codec.ts';
import { SdtLine } from '../id-card-reader/sdt/line.ts';
import { ONBON_FRAME_SHAPE } from '../led-strip/onbon/codec.ts';
import type { Port } from '../port/port.ts';
import { encodeStatusRequest } from '../ticket-printer/escpos/codec.ts';
import { printerRemarks } from '../ticket-printer/escpos/remarks.ts';
import {
  decodeStatusReply,
  isStatusReply,
  NO_FLAGS,
  STATUS_TOPICS,
  troubleOf,
} from '../ticket-printer/escpos/status.ts';
import type { Words } from '../ticket-printer/texts.ts';
import { listenToScanner } from './listen-to-scanner.ts';
import { isOtherPad, lookAtOtherPad, OTHER_PADS, type OtherPadModel } from './look-at-other-pad.ts';
import { explainSilence, openLine } from './open-line.ts';
import { lookSettings } from './look-settings.ts';
import { isFromStrip, stripAddressOf, type StripAddress, stripPing } from './strip-question.ts';
import type { TimedStep } from '../timed-step.ts';
import { closedPortWords, TOOL_WORDS } from './texts.ts';
import { ToolTrouble, usageTrouble } from './tool-trouble.ts';
import type { Answering } from './what-answers.ts';

export interface DeviceLook {
  readonly model: LookModel | OtherPadModel | 'scanner';
  readonly port: string;
  /** `lineOpen`: a device that answers no question. */
  readonly state: 'ready' | 'warning' | 'fault' | 'lineOpen';
  readonly remarks: readonly (Words & { readonly code: string })[];
  readonly samId: string | null;
  readonly steps: readonly TimedStep[];
}

const MODELS = {
  sdt: { baudRate: 115_200, answers: 'idCardReader' },
  escpos: { baudRate: 115_200, answers: 'ticketPrinter' },
  onbon: { baudRate: 57_600, answers: 'ledStrip' },
  bus485: { baudRate: 9600, answers: 'pads' },
  plainText: { baudRate: 9600, answers: 'ledStrip' },
} as const satisfies Record<string, { baudRate: number; answers: Answering }>;
export type LookModel = keyof typeof MODELS;

const SCANNER = 'scanner';
const ANSWER_MS = 500;
const STRIP_ANSWER_MS = 1500;

/** Throws ToolTrouble `usage` for a model that is not known. */
export function lookModelOf(text: string): DeviceLook['model'] {
  if (text === SCANNER) return text;
  if (Object.hasOwn(MODELS, text)) return text as LookModel;
  if (isOtherPad(text)) return text;
  const known = [...Object.keys(MODELS), ...OTHER_PADS, SCANNER].join(' ');
  throw usageTrouble(`型号：${known}`, `--model: ${known}`);
}

export interface LookWish {
  readonly spec: string;
  readonly model: DeviceLook['model'];
  readonly baudRate: number | undefined;
  /** As under `options` of the device in a terminal's configuration. */
  readonly options: Readonly<Record<string, unknown>>;
  /** How long pads and scanners are listened to. */
  readonly seconds: number;
}

/** Prints nothing and changes nothing. Rejects with ToolTrouble. */
export async function lookAtDevice(wish: LookWish): Promise<DeviceLook> {
  const { spec, model, seconds } = wish;
  if (model === SCANNER) return listenToScanner(spec, wish.baudRate, seconds);
  if (isOtherPad(model)) return lookAtOtherPad(model, spec, seconds);
  const given = wish.baudRate === undefined ? {} : { baudRate: wish.baudRate };
  const options = lookSettings(model, spec, { ...wish.options, ...given }, MODELS[model].baudRate);
  const { baudRate } = options;
  const port = await openLine(spec, baudRate, options);
  let look: Seen | null = null;
  try {
    look = await lookOf(port, model, seconds, stripAddressOf(options));
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
    if (error.code === 'portLost') throw new ToolTrouble('portLost', closedPortWords(spec, TOOL_WORDS.portLost));
    if (error.code === 'deviceFault')
      look = { state: 'fault', remarks: [{ code: 'samFault', ...TOOL_WORDS.samFault }] };
  } finally {
    await port.close();
  }
  if (look === null) throw await explainSilence(spec, baudRate, MODELS[model].answers, options);
  return { model, port: spec, samId: null, steps: [], ...look };
}

type Seen = Pick<DeviceLook, 'state' | 'remarks'> & Partial<Pick<DeviceLook, 'samId' | 'steps'>>;

/** Null where the device does not answer. Rejects with DeviceError. */
function lookOf(port: Port, model: LookModel, seconds: number, strip: StripAddress): Promise<Seen | null> {
  switch (model) {
    case 'sdt':
      return lookAtReader(port);
    case 'escpos':
      return lookAtPrinter(port);
    case 'onbon':
      return lookAtStrip(port, strip);
    case 'bus485':
      return listenToPads(port, seconds);
    case 'plainText':
      return Promise.resolve({ state: 'lineOpen', remarks: [{ code: 'neverAnswers', ...TOOL_WORDS.neverAnswers }] });
  }
}

async function lookAtReader(port: Port): Promise<Seen | null> {
  const line = new SdtLine(port);
  try {
    await line.ask('samStatus');
    const { meaning, data } = await line.ask('samId');
    const samId = meaning === 'success' ? decodeSamId(data) : null;
    const remarks = [{ code: 'readerReady', ...TOOL_WORDS.readerReady }];
    return { state: 'ready', remarks, samId, steps: line.steps };
  } catch (error) {
    if (error instanceof DeviceError && error.code === 'noReply') return null;
    throw error;
  } finally {
    line.close();
  }
}

async function lookAtPrinter(port: Port): Promise<Seen | null> {
  let flags = NO_FLAGS;
  const steps: TimedStep[] = [];
  for (const topic of STATUS_TOPICS) {
    const beganMs = performance.now();
    const byte = await firstAnswer(port, encodeStatusRequest(topic), ANSWER_MS, (bytes) => bytes.find(isStatusReply));
    if (byte === undefined) return null;
    steps.push({ step: `DLE EOT ${topic}`, ms: Math.round(performance.now() - beganMs) });
    flags = { ...flags, ...decodeStatusReply(topic, byte) };
  }
  const code = troubleOf(flags);
  const status = code === null ? ({ state: 'ready', warning: null } as const) : ({ state: 'fault', code } as const);
  const remarks = printerRemarks(status, flags, []);
  const state = code !== null ? 'fault' : flags.paperNearEnd ? 'warning' : 'ready';
  return {
    state,
    remarks: remarks.length > 0 ? remarks : [{ code: 'printerReady', ...TOOL_WORDS.printerReady }],
    steps,
  };
}

async function lookAtStrip(port: Port, strip: StripAddress): Promise<Seen | null> {
  const beganMs = performance.now();
  const splitter = createFrameSplitter(ONBON_FRAME_SHAPE);
  const frame = await firstAnswer(port, stripPing(strip), STRIP_ANSWER_MS, (bytes) =>
    splitter.push(bytes).frames.find((each) => isFromStrip(each, strip)),
  );
  if (frame === undefined) return null;
  const steps = [{ step: 'ping', ms: Math.round(performance.now() - beganMs) }];
  return { state: 'ready', remarks: [{ code: 'stripReady', ...TOOL_WORDS.stripReady }], steps };
}

/** Nothing is acknowledged: a pad that is listened to repeats its key a few times and gives up, as without a host. */
async function listenToPads(port: Port, seconds: number): Promise<Seen> {
  const splitter = createFrameSplitter(PAD_FRAME_SHAPE);
  const heard = new Map<string, BusFrame>();
  const stop = port.onBytes((bytes) => {
    for (const frame of splitter.push(bytes).frames) heard.set(frame.join(), decodePadFrame(frame));
  });
  await delay(seconds * 1000);
  stop();
  if (heard.size === 0) return { state: 'lineOpen', remarks: [{ code: 'noKey', ...TOOL_WORDS.noKey(seconds) }] };
  return { state: 'ready', remarks: [...heard.values()].map((frame) => ({ code: 'key', ...keyWords(frame) })) };
}

function keyWords({ address, func, data }: BusFrame): Words {
  const hex = data.map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ');
  return func === RESULT_FUNCTION ? TOOL_WORDS.padRated(address, data[0] ?? 0) : TOOL_WORDS.padKey(address, hex);
}

/** What `pick` makes of the bytes behind a question; undefined when nothing came in time. Rejects with DeviceError `portLost`. */
async function firstAnswer<T>(
  port: Port,
  question: Uint8Array,
  forMs: number,
  pick: (bytes: Uint8Array) => T | undefined,
): Promise<T | undefined> {
  const { promise, resolve } = Promise.withResolvers<T | undefined>();
  const stop = port.onBytes((bytes) => {
    const answer = pick(bytes);
    if (answer !== undefined) resolve(answer);
  });
  const timer = setTimeout(() => resolve(undefined), forMs);
  try {
    await port.write(question);
    return await promise;
  } finally {
    clearTimeout(timer);
    stop();
  }
}
