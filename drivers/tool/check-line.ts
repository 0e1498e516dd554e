// What answers on the port of one configured device, asked by itself while its driver has let go of the line: for the self-test.
import type { Words } from '../ticket-printer/texts.ts';
import { explainSilence, openLine } from './open-line.ts';
import { DeviceError } from '../device-error.ts';
import { isPadPort, padPortOf } from './pad-port.ts';
import { KEYBOARD_PORT } from '../document-scanner/open-document-scanner.ts';
import { isNeverAsked } from '../ticket-printer/escpos/settings.ts';
import { stripAddressOf } from './strip-question.ts';
import { answersWords, answerWords, closedPortWords, READY_WORDS, TOOL_WORDS } from './texts.ts';
import { ToolTrouble } from './tool-trouble.ts';
import { SPEAKS_UNASKED_WORDS, UNASKED_WORDS } from './unasked-words.ts';
import { type Answering, whatAnswers } from './what-answers.ts';

export interface CheckedDevice {
  readonly kind: 'idCardReader' | 'documentScanner' | 'ticketPrinter' | 'evaluationPad' | 'callPad' | 'ledStrip';
  readonly model: string;
  readonly port: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface LineCheck extends Words {
  /** `answers`, `lineOpen` (nothing there can be asked), `pressKey` (pads that only speak when a key is pressed), or a trouble's code. */
  readonly code: string;
  readonly isGood: boolean;
}

const EXPECTED = {
  idCardReader: { answers: 'idCardReader', baudRate: 115_200 },
  ticketPrinter: { answers: 'ticketPrinter', baudRate: 115_200 },
  evaluationPad: { answers: 'pads', baudRate: 9600 },
  callPad: { answers: 'pads', baudRate: 9600 },
  ledStrip: { answers: 'ledStrip', baudRate: 57_600 },
  /** Speaks only when it scans. */
  documentScanner: { answers: null, baudRate: 9600 },
} as const satisfies Record<CheckedDevice['kind'], { answers: Answering | null; baudRate: number }>;

/** Prints nothing and changes nothing. Takes some seconds where nothing answers: other speeds are tried. */
export async function checkLine(device: CheckedDevice): Promise<LineCheck> {
  const { kind, port, options } = device;
  // At the page, which has no line: its keys come from whoever shows it.
  if (port === KEYBOARD_PORT) return lineOpen(READY_WORDS[kind]);
  if (isPadPort(port)) return checkPadPort(port, options);
  const { answers, baudRate: usual } = EXPECTED[kind];
  const baudRate = typeof options['baudRate'] === 'number' ? options['baudRate'] : usual;
  try {
    const line = await openLine(port, baudRate, options);
    if (answers === null || answersNothing(device)) {
      await line.close();
      return lineOpen(answers === null ? READY_WORDS[kind] : UNASKED_WORDS);
    }
    const answer = await whatAnswers(line, answers === 'ledStrip' ? stripAddressOf(options) : null).finally(() =>
      line.close(),
    );
    if (answer.type === 'device' && answer.device === answers) {
      return { code: 'answers', isGood: true, ...answersWords(answer.device, answer.afterMs) };
    }
    if (answer.type === 'otherAddress') {
      return { code: 'wrongAddress', isGood: false, ...closedPortWords(port, answerWords(answer, answers)) };
    }
    const why = await explainSilence(port, baudRate, answers, options);
    // Pads have no question that they answer: a silent line is as it should be, and says nothing of what hangs on it.
    if (answers !== 'pads' || why.code !== 'nothingAnswers') throw why;
    return { code: 'pressKey', isGood: true, ...SPEAKS_UNASKED_WORDS.lines };
  } catch (error) {
    if (!(error instanceof ToolTrouble)) throw error;
    return { code: error.code, isGood: false, ...error.words };
  }
}

function lineOpen(words: Words): LineCheck {
  return { code: 'lineOpen', isGood: true, ...words };
}

/** By its model or settings: a question would wait in vain, or stand on the strip. */
function answersNothing({ kind, model, options }: CheckedDevice): boolean {
  if (kind === 'idCardReader') return model === 'textTriggered';
  if (kind === 'ledStrip') return model === 'plainText';
  return kind === 'ticketPrinter' && isNeverAsked(options);
}

/** Nothing there can be asked: that it opens is all. */
async function checkPadPort(spec: string, options: CheckedDevice['options']): Promise<LineCheck> {
  try {
    const port = padPortOf(spec, options);
    await port.open();
    await port.close();
    return lineOpen(spec.startsWith('listen:') ? SPEAKS_UNASKED_WORDS.dials : SPEAKS_UNASKED_WORDS.types);
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
    return { code: error.code, isGood: false, ...closedPortWords(spec, TOOL_WORDS.otherCause(error.message)) };
  }
}
