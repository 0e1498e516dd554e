// From a ticket and a template to the lines that a printer takes. Never a name or a card number: no field holds one.
import type { IssuedTicket } from '@jiaohao/contracts/ticket';
import type { KioskView } from '@jiaohao/contracts/views';
import type { PrintLine } from '../wire/devices.ts';
import { DEFAULT_TICKET_TEMPLATE } from './default-ticket-template.ts';
import { columnsOf, DEFAULT_WIDTH_DOTS, DOTS_PER_COLUMN } from './paper-columns.ts';
import { filled, ticketFields, type TicketFields } from './ticket-fields.ts';
import { isShown, type TicketBlock, type TicketTemplate } from './ticket-template.ts';

const LARGEST = 8;

export interface TicketLayout {
  readonly template: TicketTemplate;
  /** Printable dots of the kiosk's paper. */
  readonly widthDots: number;
}

export const DEFAULT_LAYOUT: TicketLayout = { template: DEFAULT_TICKET_TEMPLATE, widthDots: DEFAULT_WIDTH_DOTS };

/** Lines of a ticket, from top to bottom. */
export function ticketLines(ticket: IssuedTicket, view: KioskView, layout = DEFAULT_LAYOUT): PrintLine[] {
  const fields = ticketFields(ticket, view);
  return layout.template.blocks.flatMap(({ when, ...block }) => {
    if (!isShown(when, fields)) return [];
    const line = lineOf(block, fields, layout.widthDots);
    return isEmptySymbol(line) ? [] : [line];
  });
}

/** There is no symbol of nothing, e.g. of a link that this hall does not give. */
function isEmptySymbol(line: PrintLine): boolean {
  return (line.type === 'qr' || line.type === 'barcode') && line.data === '';
}

function lineOf(block: TicketBlock, fields: TicketFields, widthDots: number): PrintLine {
  switch (block.type) {
    case 'text': {
      const { fit, ...line } = block;
      const text = clipped(filled(block.text, fields), 500);
      const size = fit === true ? largestFor(text, widthDots) : null;
      return { ...line, text, ...(size === null ? {} : { width: size, height: size }) };
    }
    case 'pair':
      return {
        ...block,
        label: clipped(filled(block.label, fields), 100),
        value: clipped(filled(block.value, fields), 200),
      };
    case 'qr':
    case 'barcode':
      return { ...block, data: filled(block.data, fields) };
    case 'rule':
    case 'spacer':
    case 'logo':
      return block;
  }
}

/** As many characters as a line to the printer may hold (wire/devices.ts): names of a hall may be longer than a template allows for. */
function clipped(text: string, most: number): string {
  return Array.from(text).reduce(
    (kept, character) => (kept.length + character.length > most ? kept : kept + character),
    '',
  );
}

/** The largest multiple at which the text stays on one line: a number of four characters fills two thirds of 80 mm. */
function largestFor(text: string, widthDots: number): number {
  const columns = Math.floor(widthDots / DOTS_PER_COLUMN);
  return Math.max(1, Math.min(LARGEST, Math.floor(columns / Math.max(1, columnsOf(text)))));
}
