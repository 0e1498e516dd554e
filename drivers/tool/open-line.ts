// Opens a port for a diagnosis and says in words why it cannot be, or why nothing useful answers on it.
import { DeviceError } from '../device-error.ts';
import type { Port } from '../port/port.ts';
import { portOf } from './arguments.ts';
import { explainClosedPort, NETWORK } from './explain-closed-port.ts';
import { EVERY_STRIP, stripAddressOf } from './strip-question.ts';
import { answerWords, closedPortWords, TOOL_WORDS, wrongBaudWords } from './texts.ts';
import { ToolTrouble } from './tool-trouble.ts';
import { type Answering, whatAnswers } from './what-answers.ts';

/** Speeds that an installer may find a device set to, the likely ones first. */
const BAUD_RATES = [115_200, 9600, 57_600, 38_400, 19_200];

/** Open. Rejects with ToolTrouble. */
export async function openLine(
  spec: string,
  baudRate: number,
  options: Readonly<Record<string, unknown>> = {},
): Promise<Port> {
  const port = portOf(spec, baudRate, options);
  try {
    await port.open();
    return port;
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
    throw await explainClosedPort(spec, error);
  }
}

/**
 * Why `expected` does not answer on the port, which nobody has open any more: another device is there, or it is there at
 * another speed, or nothing is. `options` as the device's: by them its line is found again.
 */
export async function explainSilence(
  spec: string,
  baudRate: number,
  expected: Answering,
  options: Readonly<Record<string, unknown>>,
): Promise<ToolTrouble> {
  const unmeant = spec.startsWith('udp://') ? EVERY_STRIP : null;
  const strip = expected === 'ledStrip' ? stripAddressOf(options) : unmeant;
  const answerAt = async (rate: number) => {
    const port = await openLine(spec, rate, { ...options, baudRate: rate });
    return whatAnswers(port, strip).finally(() => port.close());
  };
  const answer = await answerAt(baudRate);
  if (answer.type === 'device' && answer.device !== expected) {
    return new ToolTrouble('wrongDevice', closedPortWords(spec, answerWords(answer, expected)));
  }
  if (answer.type === 'otherAddress') {
    return new ToolTrouble('wrongAddress', closedPortWords(spec, answerWords(answer, expected)));
  }
  if (answer.type === 'lost') return new ToolTrouble('portLost', closedPortWords(spec, TOOL_WORDS.portLost));
  const isSerial = !NETWORK.test(spec) && !/^(\/dev\/usb\/|lp:|usb:|hid:)/.test(spec);
  if (isSerial && answer.type !== 'device' && answer.type !== 'echo') {
    for (const other of BAUD_RATES.filter((rate) => rate !== baudRate)) {
      const there = await answerAt(other);
      if (there.type === 'device') {
        const { device } = there;
        const code = device === expected ? 'wrongBaud' : 'wrongDevice';
        return new ToolTrouble(code, closedPortWords(spec, wrongBaudWords(device, expected, baudRate, other)));
      }
    }
  }
  const codes = { device: 'unsteady', strange: 'strangeBytes', echo: 'echo', silence: 'nothingAnswers' } as const;
  const line = NETWORK.test(spec) ? 'network' : 'serial';
  return new ToolTrouble(codes[answer.type], closedPortWords(spec, answerWords(answer, expected, line)));
}
