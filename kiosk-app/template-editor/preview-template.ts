// From the text in the editor to a picture of the paper, or to every mistake with its place in words.
import { DeviceError, previewTicket } from '@jiaohao/drivers';
import { checkTicketTemplate } from '../terminal/check-ticket-template.ts';
import { jsonPlace } from '../terminal/json-place.ts';
import { DEFAULT_WIDTH_DOTS } from '../terminal/paper-columns.ts';
import type { Words } from '../terminal/template-texts.ts';
import { ticketLines } from '../terminal/ticket-layout.ts';
import type { TicketTemplate } from '../terminal/ticket-template.ts';
import { sampleOf, type SampleName } from './sample-tickets.ts';
import { EDITOR_TEXTS } from './texts.ts';
import { wideLines } from './wide-lines.ts';

export interface Placed extends Words {
  /** `第 4 块 blocks[3].text`; empty where it is about the whole. */
  readonly place: string;
}

export type TemplatePreview =
  | { readonly ok: false; readonly mistakes: readonly Placed[] }
  | {
      readonly ok: true;
      readonly svg: string;
      /** What stands on the paper, for those who do not see the picture. */
      readonly lines: readonly string[];
      readonly remarks: readonly (Words & Partial<Pick<Placed, 'place'>>)[];
    };

const DOTS_PER_MM = 8;
/** docs/protocols/serial-lines.md */
const LINE_OPTIONS = new Set(['baudRate', 'serialNumber']);

/** `options` of the printer in terminal.json. Never throws for what stands in the text. */
export async function previewTemplate(
  text: string,
  sample: SampleName,
  options: Readonly<Record<string, unknown>>,
): Promise<TemplatePreview> {
  const { widthDots } = options;
  const paper = typeof widthDots === 'number' ? widthDots : DEFAULT_WIDTH_DOTS;
  // What the line is told by is nothing of the paper's.
  const others = Object.fromEntries(Object.entries(options).filter(([name]) => !LINE_OPTIONS.has(name)));
  const checked = checkText(text, paper);
  if (!checked.ok) return checked;
  const { ticket, view } = sampleOf(sample);
  const lines = ticketLines(ticket, view, { template: checked.template, widthDots: paper });
  try {
    const drawn = await previewTicket(lines, { ...others, widthDots: paper });
    const hasLogo = lines.some(({ type }) => type === 'logo') && !others['logoFile'] && !others['logoSlot'];
    const length = EDITOR_TEXTS.length(Math.ceil(drawn.heightDots / DOTS_PER_MM));
    const wide = wideLines(checked.template, paper).map(placed);
    const remarks = [length, ...wide, ...(hasLogo ? [EDITOR_TEXTS.noLogo] : []), ...drawn.remarks];
    return { ok: true, svg: drawn.svg, lines: drawn.lines, remarks };
  } catch (error) {
    // What the drivers refuse of a line or of the printer's settings.
    if (!(error instanceof DeviceError || error instanceof RangeError)) throw error;
    return { ok: false, mistakes: [{ place: '', ...EDITOR_TEXTS.cannotPrint(error.message) }] };
  }
}

/** As the terminal's start will check it. */
export function checkText(
  text: string,
  widthDots: number,
):
  | { readonly ok: true; readonly template: TicketTemplate }
  | { readonly ok: false; readonly mistakes: readonly Placed[] } {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    const place = jsonPlace(error, text);
    const words = place === null ? EDITOR_TEXTS.notJsonAtAll : EDITOR_TEXTS.notJson(place.line, place.column);
    return { ok: false, mistakes: [{ place: '', ...words }] };
  }
  const checked = checkTicketTemplate(input, widthDots);
  if (checked.ok) return checked;
  return { ok: false, mistakes: checked.mistakes.map(placed) };
}

/** People count from one. */
function placed({ path, zh, en }: Words & { readonly path: string }): Placed {
  const index = /^blocks\[(\d+)\]/.exec(path)?.[1];
  return { place: index === undefined ? path : `${EDITOR_TEXTS.block(Number(index))} ${path}`, zh, en };
}
