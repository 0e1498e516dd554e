// `npm run devices -- list`: every port of this computer, and with --probe what answers on it.
import type { Words } from '../ticket-printer/texts.ts';
import type { Arguments } from './arguments.ts';
import { type ListedPort, listPorts, namedPort } from './list-ports.ts';
import { openLine } from './open-line.ts';
import { EVERY_STRIP } from './strip-question.ts';
import { answerWords } from './texts.ts';
import { ToolTrouble } from './tool-trouble.ts';
import { type Answer, whatAnswers } from './what-answers.ts';

export interface ProbedPort extends ListedPort {
  /** Only with --probe. */
  readonly probe?: {
    /** What answers, or `strange`, `echo`, `silence`, `lost`, or why the port does not open. */
    readonly found: string;
    readonly baudRate: number | null;
    readonly afterMs: number | null;
  } & Words;
}

/** Modules, printers and pads leave their factories at one of these; the others need --baud. */
const PROBED_BAUD_RATES = [115_200, 9600];

export async function listDevices(args: Arguments): Promise<{ readonly ports: readonly ProbedPort[] }> {
  const ports = [...args.texts('port').map(namedPort), ...(await listPorts())];
  return { ports: args.has('probe') ? await probePorts(ports, args.number('baud', 300, 4_000_000)) : ports };
}

/** What answers on each, asked in ways that print nothing and change nothing. `baudRate`: only this one. */
export async function probePorts(ports: readonly ListedPort[], baudRate?: number): Promise<ProbedPort[]> {
  const probed: ProbedPort[] = [];
  for (const port of ports) probed.push({ ...port, probe: await probe(port, baudRate) });
  return probed;
}

async function probe({ path, kind }: ListedPort, given: number | undefined): Promise<NonNullable<ProbedPort['probe']>> {
  const hasSpeed = kind === 'serial' || !/^(tcp|udp):\/\//.test(path);
  const baudRates = given === undefined && hasSpeed ? PROBED_BAUD_RATES : [given ?? 115_200];
  let answer: Answer = { type: 'silence' };
  for (const baudRate of baudRates) {
    const heard = await answerAt(path, baudRate);
    if (heard instanceof ToolTrouble) return { found: heard.code, baudRate: null, afterMs: null, ...heard.words };
    if (heard.type === 'device') {
      return {
        found: heard.device,
        baudRate: hasSpeed ? baudRate : null,
        afterMs: heard.afterMs,
        ...answerWords(heard, null),
      };
    }
    if (heard.type !== 'silence') answer = heard;
  }
  return {
    found: answer.type,
    baudRate: null,
    afterMs: null,
    ...answerWords(answer, null, hasSpeed ? 'serial' : 'network'),
  };
}

async function answerAt(spec: string, baudRate: number): Promise<Answer | ToolTrouble> {
  try {
    const port = await openLine(spec, baudRate);
    try {
      return await whatAnswers(port, spec.startsWith('udp://') ? EVERY_STRIP : null);
    } finally {
      await port.close();
    }
  } catch (error) {
    if (error instanceof ToolTrouble) return error;
    throw error;
  }
}
