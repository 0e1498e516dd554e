// Every switch of every simulator that a hand may set, by the simulator's own names; the types keep the lists true.
import type { AndroidPadSwitches } from '../evaluation-pad/android/simulator.ts';
import type { PadBusSwitches } from '../evaluation-pad/bus485/simulator.ts';
import type { KeyboardPadSwitches } from '../evaluation-pad/keyboard/simulator.ts';
import type { ScannerQuirks } from '../document-scanner/simulator.ts';
import type { SdtQuirks } from '../id-card-reader/sdt/simulator.ts';
import type { OnbonSwitches } from '../led-strip/onbon/simulator.ts';
import type { Roughness } from '../port/rough-line.ts';
import type { PrinterSwitches } from '../ticket-printer/escpos/simulator-status.ts';
import { BYTES, COUNT, HEX_BYTE, oneOf, ON_OFF, orNone, type SwitchTable, TEXT, TEXTS } from './switch-words.ts';

type Whole<T> = Required<SwitchTable<T>>;

export const LINE_SWITCHES: Whole<Roughness> = {
  bytesPerSecond: orNone(COUNT),
  isInPieces: ON_OFF,
  noiseBytes: COUNT,
  delayMs: COUNT,
  spoilsEvery: COUNT,
  seed: COUNT,
};

export const READER_SWITCHES: Whole<SdtQuirks> = {
  isSilent: ON_OFF,
  samFault: oneOf({ 60: 0x60, 66: 0x66, none: null }),
  selectFails: ON_OFF,
  authFails: ON_OFF,
  isCardUnsupported: ON_OFF,
  liftsMidRead: ON_OFF,
  findsAgain: ON_OFF,
  nextSw3: orNone(HEX_BYTE),
  replyDelayMs: COUNT,
  garbageBeforeReply: BYTES,
  hasExtraPreamble: ON_OFF,
  sendsByteByByte: ON_OFF,
  sw1sw2: { shows: 'HEX (two bytes)', parse: twoBytes },
  breaksChecksum: ON_OFF,
  truncatesReplyTo: orNone(COUNT),
  trigger: orNone(TEXT),
  newAddress: TEXT,
};

export const PRINTER_SWITCHES: Whole<PrinterSwitches> = {
  isPowered: ON_OFF,
  isPaperOut: ON_OFF,
  isNearEnd: ON_OFF,
  isCoverOpen: ON_OFF,
  hasCutterError: ON_OFF,
  isUnrecoverable: ON_OFF,
  isHeadHot: ON_OFF,
  isSilent: ON_OFF,
  knowsProcessId: ON_OFF,
  knowsFence: ON_OFF,
  answersFixedId: ON_OFF,
  hasStrangeBits: ON_OFF,
  halvesAnswers: ON_OFF,
  replyDelayMs: COUNT,
  deafAboveBytes: COUNT,
  lineMs: COUNT,
};

export const PAD_BUS_SWITCHES: Whole<PadBusSwitches> = {
  repeatMs: COUNT,
  maxRepeats: COUNT,
  acknowledgementsToLose: COUNT,
  noise: BYTES,
};

export const STRIP_SWITCHES: Whole<OnbonSwitches> = {
  replyDelayMs: COUNT,
  repliesToLose: COUNT,
  repliesToSpoil: COUNT,
  noise: BYTES,
  refused: TEXTS,
};

export const SCANNER_SWITCHES: Whole<ScannerQuirks> = {
  prefix: TEXT,
  suffix: TEXT,
  sendsByteByByte: ON_OFF,
  noise: BYTES,
};

const GARBAGE = ['{', 'null', '[]', '{"method":5}', ''];

export const ANDROID_PAD_SWITCHES: Whole<AndroidPadSwitches> = {
  spelling: oneOf({ code: 'code', document: 'document' }),
  windowNumber: TEXT,
  userCode: TEXT,
  submissions: COUNT,
  heartBeatMs: COUNT,
  dropsWhenAsked: COUNT,
  garbage: oneOf({ on: GARBAGE, off: [] }),
  isSloppy: ON_OFF,
  isShy: ON_OFF,
};

export const KEYBOARD_PAD_SWITCHES: Whole<KeyboardPadSwitches> = {
  prefix: TEXT,
  suffix: oneOf({ Enter: 'Enter', Tab: 'Tab', none: 'none' }),
  gapMs: COUNT,
  isNumberBlock: ON_OFF,
  noise: BYTES,
  sendsByteByByte: ON_OFF,
};

function twoBytes(word: string): { value: readonly [number, number] } | null {
  const [first, second, ...rest] = BYTES.parse(word)?.value ?? [];
  return first === undefined || second === undefined || rest.length > 0 ? null : { value: [first, second] };
}
