// What stands on the simulated paper, line by line.
import type { EscposSimulator } from '@jiaohao/drivers/simulators';

export function paperText(printer: EscposSimulator): string[] {
  return printer.tickets.map((ticket) =>
    ticket.elements
      .flatMap((element) => (element.type === 'line' ? [element.runs.map(({ text }) => text).join('')] : []))
      .join('\n'),
  );
}
