// The ticket template as a terminal's configuration holds it: checked as such, then against the kiosk's role and paper.
import { z } from 'zod';
import type { DeviceSetting } from '../wire/devices.ts';
import { checkTicketTemplate, type TemplateMistake, WHOLE_TEMPLATE } from './check-ticket-template.ts';
import { DEFAULT_TICKET_TEMPLATE } from './default-ticket-template.ts';
import { DEFAULT_WIDTH_DOTS } from './paper-columns.ts';
import { TEMPLATE_TEXTS } from './template-texts.ts';
import type { TicketLayout } from './ticket-layout.ts';
import type { TicketTemplate } from './ticket-template.ts';

/** Every mistake that can be seen without the paper; Chinese and English in one line. */
export const TicketTemplateSetting = z.unknown().transform((input, context): TicketTemplate => {
  const checked = checkTicketTemplate(input, Number.POSITIVE_INFINITY);
  if (checked.ok) return checked.template;
  for (const mistake of checked.mistakes) {
    context.issues.push({
      code: 'custom',
      input,
      path: mistake.path === WHOLE_TEMPLATE ? [] : [mistake.path],
      message: inOneLine(mistake),
    });
  }
  return z.NEVER;
});

interface TicketSettings {
  readonly role: string;
  readonly devices: readonly DeviceSetting[];
  readonly ticketTemplate?: TicketTemplate;
}

/** What is wrong with a well-formed template at this terminal; paths begin at the configuration. */
export function templateMistakes(settings: TicketSettings): { path: string; message: string }[] {
  const { role, ticketTemplate: template } = settings;
  if (template === undefined) return [];
  if (role !== 'kiosk') return [{ path: 'ticketTemplate', message: inOneLine(TEMPLATE_TEXTS.kioskOnly) }];
  const checked = checkTicketTemplate(template, paperWidthDots(settings.devices));
  if (checked.ok) return [];
  return checked.mistakes.map((mistake) => ({ path: `ticketTemplate.${mistake.path}`, message: inOneLine(mistake) }));
}

/** How this terminal lays its tickets out. */
export function layoutOf({ devices, ticketTemplate }: Omit<TicketSettings, 'role'>): TicketLayout {
  return { template: ticketTemplate ?? DEFAULT_TICKET_TEMPLATE, widthDots: paperWidthDots(devices) };
}

/** A width that is none is the drivers' to refuse. */
export function paperWidthDots(devices: readonly DeviceSetting[]): number {
  const widthDots = devices.find(({ kind }) => kind === 'ticketPrinter')?.options['widthDots'];
  return typeof widthDots === 'number' ? widthDots : DEFAULT_WIDTH_DOTS;
}

function inOneLine({ zh, en }: Pick<TemplateMistake, 'zh' | 'en'>): string {
  return `${zh} / ${en}`;
}
