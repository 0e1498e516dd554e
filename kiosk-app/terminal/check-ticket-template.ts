// A template is taken whole or refused with every mistake: where it is, and what would be right, for the person who edits it.
import { z } from 'zod';
import { barcodeModulesOf, columnsOf, DOTS_PER_COLUMN, qrModulesOf } from './paper-columns.ts';
import { filled, isTicketField, placeholdersOf, TICKET_FIELDS } from './ticket-fields.ts';
import { TEMPLATE_TEXTS, type Words } from './template-texts.ts';
import { TicketTemplate, textsOfBlock, type TicketBlock } from './ticket-template.ts';

export interface TemplateMistake extends Words {
  /** `blocks[3].text` */
  readonly path: string;
}

export type CheckedTemplate =
  | { readonly ok: true; readonly template: TicketTemplate }
  | { readonly ok: false; readonly mistakes: readonly TemplateMistake[] };

/** The path of a mistake that lies in no part. */
export const WHOLE_TEMPLATE = '(whole template)';

/** More lines than this of one text is a mistyped size, not a layout. */
const MOST_LINES = 6;
const DEFAULT_QR_MODULE_DOTS = 6;
const DEFAULT_BARCODE_MODULE_DOTS = 2;

/** `input` as it came from a file or a form; `widthDots` of the paper that it is printed on. Never throws. */
export function checkTicketTemplate(input: unknown, widthDots: number): CheckedTemplate {
  const parsed = TicketTemplate.safeParse(input, { error: z.locales.en().localeError });
  if (!parsed.success) {
    const chinese = TicketTemplate.safeParse(input, { error: z.locales.zhCN().localeError });
    const mistakes = parsed.error.issues.map(({ path, message }, index) => ({
      path: pathText(path),
      zh: chinese.error?.issues[index]?.message ?? message,
      en: message,
    }));
    return { ok: false, mistakes };
  }
  const mistakes = parsed.data.blocks.flatMap((block, index) =>
    mistakesOf(block, widthDots).map(({ path, ...words }) => ({ path: `blocks[${index}].${path}`, ...words })),
  );
  return mistakes.length === 0 ? { ok: true, template: parsed.data } : { ok: false, mistakes };
}

function mistakesOf(block: TicketBlock, widthDots: number): TemplateMistake[] {
  const unknown = textsOfBlock(block).flatMap(({ place, text }) =>
    placeholdersOf(text)
      .filter((name) => !isTicketField(name))
      .map((name) => ({ path: place, ...TEMPLATE_TEXTS.unknownField(name, Object.keys(TICKET_FIELDS)) })),
  );
  return unknown.length > 0 ? unknown : tooWide(block, widthDots);
}

function tooWide(block: TicketBlock, widthDots: number): TemplateMistake[] {
  switch (block.type) {
    case 'text':
      return textTooWide(block, widthDots);
    case 'pair': {
      const columns = Math.floor(widthDots / DOTS_PER_COLUMN);
      const wide = textsOfBlock(block).filter(({ text }) => columnsOf(widest(text)) > columns * MOST_LINES);
      return wide.map(({ place }) => ({ path: place, ...TEMPLATE_TEXTS.tooManyLines(MOST_LINES, widthDots) }));
    }
    case 'qr':
      return qrTooWide(block, widthDots);
    case 'barcode':
      return barcodeTooWide(block, widthDots);
    case 'rule':
    case 'spacer':
    case 'logo':
      return [];
  }
}

function textTooWide(block: TicketBlock & { type: 'text' }, widthDots: number): TemplateMistake[] {
  const { text, width = 1, height = 1, fit } = block;
  if (fit === true && (width !== 1 || height !== 1)) return [{ path: 'fit', ...TEMPLATE_TEXTS.fitAndSize }];
  if (fit === true) return [];
  const dots = columnsOf(widest(text)) * DOTS_PER_COLUMN * width;
  // A number that is broken over two lines is called as another.
  const hasNumber = placeholdersOf(text).includes('ticketNumber');
  if (hasNumber && dots > widthDots) return [{ path: 'width', ...TEMPLATE_TEXTS.numberTooWide(dots, widthDots) }];
  const isLong = dots > MOST_LINES * widthDots;
  return isLong ? [{ path: 'width', ...TEMPLATE_TEXTS.tooManyLines(MOST_LINES, widthDots) }] : [];
}

function qrTooWide(block: TicketBlock & { type: 'qr' }, widthDots: number): TemplateMistake[] {
  const modules = qrModulesOf(widest(block.data));
  if (modules === null) return [{ path: 'data', ...TEMPLATE_TEXTS.qrTooLong }];
  const dots = modules * (block.moduleDots ?? DEFAULT_QR_MODULE_DOTS);
  return dots > widthDots ? [{ path: 'moduleDots', ...TEMPLATE_TEXTS.symbolTooWide(dots, widthDots) }] : [];
}

function barcodeTooWide(block: TicketBlock & { type: 'barcode' }, widthDots: number): TemplateMistake[] {
  const data = widest(block.data);
  if (!/^[ -~]{1,40}$/.test(data)) return [{ path: 'data', ...TEMPLATE_TEXTS.barcodeAscii }];
  const dots = barcodeModulesOf(data) * (block.moduleDots ?? DEFAULT_BARCODE_MODULE_DOTS);
  return dots > widthDots ? [{ path: 'moduleDots', ...TEMPLATE_TEXTS.symbolTooWide(dots, widthDots) }] : [];
}

function widest(text: string): string {
  return filled(text, TICKET_FIELDS);
}

/** `blocks[1].text` */
function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text === '' ? WHOLE_TEMPLATE : text.replace(/^\./, '');
}
