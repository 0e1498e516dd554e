// Texts of a template that do not fit on one line of the paper: they are printed, broken over several, and somebody should know.
import { columnsOf, DOTS_PER_COLUMN } from '../terminal/paper-columns.ts';
import { placeholdersOf } from '../terminal/ticket-fields.ts';
import type { Words } from '../terminal/template-texts.ts';
import { ticketLines } from '../terminal/ticket-layout.ts';
import { textsOfBlock, type TicketBlock, type TicketTemplate } from '../terminal/ticket-template.ts';
import type { PrintLine } from '../wire/devices.ts';
import { isSampleName, sampleOf, type SampleName } from './sample-tickets.ts';
import { EDITOR_TEXTS, SAMPLE_TEXTS } from './texts.ts';

export interface WideLine extends Words {
  /** `blocks[3].text` */
  readonly path: string;
}

interface Excess {
  readonly sample: SampleName;
  /** Of one line at its size. */
  readonly columns: number;
  readonly over: number;
}

const SAMPLES = Object.keys(SAMPLE_TEXTS).filter(isSampleName);

/** One for each block that is too wide on any sample ticket, whichever is shown: what it has too many at the worst. */
export function wideLines(template: TicketTemplate, widthDots: number): WideLine[] {
  return template.blocks.flatMap((block, index) => {
    const worst = worstOf(block, widthDots);
    if (worst === null) return [];
    const path = `blocks[${index}]${block.type === 'text' ? '.text' : ''}`;
    const hasFields = textsOfBlock(block).some(({ text }) => placeholdersOf(text).length > 0);
    const sample = hasFields ? SAMPLE_TEXTS[worst.sample] : null;
    return [{ path, ...EDITOR_TEXTS.tooWide(worst.over, worst.columns, sample) }];
  });
}

function worstOf(block: TicketBlock, widthDots: number): Excess | null {
  let worst: Excess | null = null;
  for (const sample of SAMPLES) {
    const { ticket, view } = sampleOf(sample);
    for (const line of ticketLines(ticket, view, { template: { blocks: [block] }, widthDots })) {
      const columns = columnsFor(line, widthDots);
      const over = neededBy(line) - columns;
      if (over > (worst?.over ?? 0)) worst = { sample, columns, over };
    }
  }
  return worst;
}

function columnsFor(line: PrintLine, widthDots: number): number {
  const size = line.type === 'text' ? (line.width ?? 1) : 1;
  return Math.floor(Math.floor(widthDots / DOTS_PER_COLUMN) / size);
}

/** Columns at the line's own size; label and value of a pair have a gap between them. */
function neededBy(line: PrintLine): number {
  switch (line.type) {
    case 'text':
      return Math.max(...line.text.split('\n').map(columnsOf));
    case 'pair':
      return columnsOf(line.label) + 1 + columnsOf(line.value);
    default:
      return 0;
  }
}
