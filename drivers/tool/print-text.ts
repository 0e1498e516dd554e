// `npm run devices -- print`: a text file onto paper, through the same driver as tickets; ends with the job's state.
import type { DeviceErrorCode } from '../device-error.ts';
import type { PrinterHealth, PrintLine, PrintOutcome, TicketPrinter } from '../ticket-printer/contract.ts';
import { DOTS_PER_COLUMN } from '../ticket-printer/escpos/paper-settings.ts';
import { openTicketPrinter } from '../ticket-printer/open-ticket-printer.ts';
import type { Arguments } from './arguments.ts';
import { driverOf, optionsOf, untilKnown } from './driver-status.ts';
import { explainSilence, openLine } from './open-line.ts';
import type { TimedStep } from '../timed-step.ts';
import { linesOfFile } from './text-file.ts';

export interface PrintReport {
  readonly state: 'confirmed' | 'assumed' | 'failed-before-print' | 'unknown';
  /** What confirmed it; null for the other states. */
  readonly by: 'processId' | 'fence' | null;
  /** Why it failed or is not known; null for the other states. */
  readonly code: DeviceErrorCode | null;
  readonly remarks: PrinterHealth['remarks'];
  readonly columns: number;
  readonly steps: readonly TimedStep[];
}

const BAUD_RATE = 115_200;
const STATES = { failedBeforePrint: 'failed-before-print', unknown: 'unknown' } as const;

/** Rejects with ToolTrouble where no printer answers: nothing was printed then. */
export async function printText(args: Arguments): Promise<PrintReport> {
  const spec = args.needed('port');
  const columns = args.number('columns', 16, 135) ?? 48;
  const baudRate = args.number('baud', 300, 4_000_000) ?? BAUD_RATE;
  const lines = await linesOfFile(args.needed('text'));
  const options = { ...optionsOf(args), baudRate, widthDots: columns * DOTS_PER_COLUMN };
  const printer = driverOf(spec, () => openTicketPrinter({ model: 'escpos', port: spec, options }));
  // A port that does not open is explained at once, not after the driver's patience.
  await (await openLine(spec, baudRate, options)).close();
  const beganMs = performance.now();
  printer.start();
  const status = await untilKnown(printer);
  const firstAnswer = { step: 'firstStatus', ms: sinceMs(beganMs) };
  if (status.state === 'fault' && ['noReply', 'badReply', 'portUnavailable', 'portLost'].includes(status.code)) {
    await printer.stop();
    throw await explainSilence(spec, baudRate, 'ticketPrinter', options);
  }
  return printed(printer, lines, { columns, steps: [firstAnswer] });
}

async function printed(
  printer: TicketPrinter,
  lines: readonly PrintLine[],
  report: Pick<PrintReport, 'columns' | 'steps'>,
): Promise<PrintReport> {
  const beganMs = performance.now();
  const outcome = await printer.print({ key: 'text', lines });
  const steps = [...report.steps, { step: 'print', ms: sinceMs(beganMs) }];
  const { remarks } = printer.health;
  await printer.stop();
  return { ...stateOf(outcome), remarks, columns: report.columns, steps };
}

function stateOf(outcome: PrintOutcome): Pick<PrintReport, 'state' | 'by' | 'code'> {
  switch (outcome.state) {
    case 'confirmed':
      return { state: 'confirmed', by: outcome.by, code: null };
    case 'assumed':
      return { state: 'assumed', by: null, code: null };
    case 'failedBeforePrint':
    case 'unknown':
      return { state: STATES[outcome.state], by: null, code: outcome.code };
  }
}

function sinceMs(beganMs: number): number {
  return Math.round(performance.now() - beganMs);
}
