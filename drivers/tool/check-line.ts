// What answers on the port of one configured device, asked by itself while its driver has let go of the line: for the self-test.
import type { Words } from '../ticket-printer/texts.ts';
import { explainSilence, openLine } from './open-line.ts';
import { DeviceError } from '../device-error.ts';
import { isPadPort, padPortOf } from './pad-port.ts';
import { answersWords, closedPortWords, READY_WORDS, TOOL_WORDS } from './texts.ts';
import { ToolTrouble } from './tool-trouble.ts';
import { type Answering, whatAnswers } from './what-answers.ts';

export interface CheckedDevice {
  readonly kind: 'idCardReader' | 'documentScanner' | 'ticketPrinter' | 'evaluationPad' | 'callPad' | 'ledStrip';
  readonly port: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface LineCheck extends Words {
  /** `answers`, `lineOpen` (nothing there can be asked), or a trouble's code. */
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
export async function checkLine({ kind, port, options }: CheckedDevice): Promise<LineCheck> {
  if (isPadPort(port)) return checkPadPort(kind, port, options);
  const { answers, baudRate: usual } = EXPECTED[kind];
  const baudRate = typeof options['baudRate'] === 'number' ? options['baudRate'] : usual;
  try {
    const line = await openLine(port, baudRate, options);
    if (answers === null) {
      await line.close();
      return { code: 'lineOpen', isGood: true, ...READY_WORDS[kind] };
    }
    const answer = await whatAnswers(line, answers === 'ledStrip').finally(() => line.close());
    if (answer.type === 'device' && answer.device === answers) {
      return { code: 'answers', isGood: true, ...answersWords(answer.device, answer.afterMs) };
    }
    throw await explainSilence(port, baudRate, answers);
  } catch (error) {
    if (!(error instanceof ToolTrouble)) throw error;
    return { code: error.code, isGood: false, ...error.words };
  }
}

/** Nothing there can be asked: that it opens is all. */
async function checkPadPort(
  kind: CheckedDevice['kind'],
  spec: string,
  options: CheckedDevice['options'],
): Promise<LineCheck> {
  try {
    const port = padPortOf(spec, options);
    await port.open();
    await port.close();
    return { code: 'lineOpen', isGood: true, ...READY_WORDS[kind] };
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
    return { code: error.code, isGood: false, ...closedPortWords(spec, TOOL_WORDS.otherCause(error.message)) };
  }
}
