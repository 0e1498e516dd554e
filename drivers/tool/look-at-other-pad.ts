// `npm run devices -- status` for pads that hang on no line: what an Android pad logs in as and answers, what a keyboard pad types.
// It is what an installer needs for `windowNumber` and `levels`; nothing of it is kept.
import { setTimeout as delay } from 'node:timers/promises';
import { DeviceError } from '../device-error.ts';
import {
  encodeRateQuest,
  encodeReply,
  readPadMessage,
  REPLY_CODES,
  type PadMessage,
} from '../evaluation-pad/android/codec.ts';
import { listenAddress } from '../evaluation-pad/android/shared-door.ts';
import { KeyPressReader, type KeyPress } from '../evaluation-pad/keyboard/codec.ts';
import { InputDevicePort } from '../port/input-device-port.ts';
import type { KeptPort } from '../port/port-keeper.ts';
import { TextSocketServer, type TextPeer } from '../port/text-socket-server.ts';
import type { Words } from '../ticket-printer/texts.ts';
import type { DeviceLook } from './look-at-device.ts';
import { closedPortWords, TOOL_WORDS } from './texts.ts';
import { ToolTrouble } from './tool-trouble.ts';

export const OTHER_PADS = ['android', 'keyboard'] as const;
export type OtherPadModel = (typeof OTHER_PADS)[number];

export function isOtherPad(text: string): text is OtherPadModel {
  return OTHER_PADS.some((model) => model === text);
}

type Remark = Words & { readonly code: string };

const MOST_REMARKS = 50;
const MOST_KEYS = 40;

/** Listens for so long. Rejects with ToolTrouble. */
export async function lookAtOtherPad(model: OtherPadModel, spec: string, seconds: number): Promise<DeviceLook> {
  const heard =
    model === 'android' ? await listen(spec, seconds, androidPads) : await listen(spec, seconds, keyboardPad);
  const none = model === 'android' ? TOOL_WORDS.noPad(seconds) : TOOL_WORDS.noTyping(seconds);
  const remarks = heard.length > 0 ? heard : [{ code: 'noKey', ...none }];
  return { model, port: spec, state: heard.length > 0 ? 'ready' : 'lineOpen', remarks, samId: null, steps: [] };
}

interface Listening {
  readonly port: KeptPort;
  readonly remarks: () => readonly Remark[];
}

async function listen(spec: string, seconds: number, begin: (spec: string) => Listening): Promise<readonly Remark[]> {
  try {
    const { port, remarks } = begin(spec);
    await port.open();
    await delay(seconds * 1000);
    await port.close();
    return remarks();
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
    throw new ToolTrouble(error.code, closedPortWords(spec, TOOL_WORDS.otherCause(error.message)));
  }
}

/** Every login is let in, and every pad that is in is shown a form to be tapped. */
function androidPads(spec: string): Listening {
  const remarks = new Map<string, Remark>();
  const note = (code: string, words: Words): void => {
    if (remarks.size < MOST_REMARKS) remarks.set(words.en, { code, ...words });
  };
  const onText = (peer: TextPeer, text: string): void => {
    const message = readPadMessage(text);
    if (message === null) return;
    note(...wordsOf(message));
    peer.send(encodeReply(message.request, REPLY_CODES.done, message.type === 'login' ? '登录成功' : []));
    if (message.type !== 'login') return;
    for (const spelling of ['code', 'document'] as const) {
      peer.send(encodeRateQuest(spelling, { rateId: '1', item: '测试', date: '2026-01-05' }));
    }
  };
  const handlers = { onText, onLeft: () => undefined, spare: () => null };
  const port = new TextSocketServer({ ...listenAddress(spec), pingMs: 0, origins: [] }, handlers);
  return { port, remarks: () => [...remarks.values()] };
}

function wordsOf(message: PadMessage): [string, Words] {
  switch (message.type) {
    case 'login':
      return ['login', TOOL_WORDS.padLoggedIn(message.windowNumber, message.userCode)];
    case 'rateSubmit':
      return ['answer', TOOL_WORDS.padAnswers([...message.answers].map((answer) => answer.join(' ')).join(', '))];
    default:
      return ['says', TOOL_WORDS.padSays(message.request)];
  }
}

function keyboardPad(spec: string): Listening {
  const reader = new KeyPressReader();
  const presses: KeyPress[] = [];
  const port = new InputDevicePort(spec, { mayReachOthers: true });
  port.onBytes((bytes) => {
    if (presses.length < MOST_KEYS) presses.push(...reader.push(bytes));
  });
  const remarks = (): Remark[] => {
    if (presses.length === 0) return [];
    const gaps = presses.slice(1).map(({ atMs }, index) => atMs - (presses[index]?.atMs ?? atMs));
    // A second and more lies between two presses of a person, not between the keys of one.
    const gapMs = Math.max(0, ...gaps.filter((gap) => gap < 1000));
    return [{ code: 'key', ...TOOL_WORDS.padTypes(presses.map(({ key }) => key).join(' '), Math.ceil(gapMs)) }];
  };
  return { port, remarks };
}
