// What the editor needs of a terminal.json, also of one whose template is wrong: the text, where it is kept, the printer's paper.
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { DEFAULT_TICKET_TEMPLATE } from '../terminal/default-ticket-template.ts';
import { readRawConfig } from '../terminal/read-config.ts';

export interface TicketSettings {
  /** As it stands in its file, mistakes and all. */
  readonly text: string;
  /** Where it is saved. */
  readonly file: string;
  /** What terminal.json must still say; null where it names the file already. */
  readonly nameToAdd: string | null;
  /** Of the ticket printer; paths are absolute. */
  readonly printerOptions: Readonly<Record<string, unknown>>;
}

const NEW_FILE = 'ticket-template.json';

/** Throws BadTerminalConfig for a configuration that is no JSON object or cannot be read. */
export function readTicketSettings(configFile: string): TicketSettings {
  const { ticketTemplate: template, devices } = readRawConfig(configFile);
  const here = dirname(resolve(configFile));
  const printerOptions = optionsOf(devices);
  if (typeof template === 'string') {
    const file = resolve(here, template);
    const text = existsSync(file) ? readFileSync(file, 'utf8') : pretty(DEFAULT_TICKET_TEMPLATE);
    return { text, file, nameToAdd: null, printerOptions };
  }
  const file = resolve(here, NEW_FILE);
  const isKept = template === undefined && existsSync(file);
  const text = isKept ? readFileSync(file, 'utf8') : pretty(template ?? DEFAULT_TICKET_TEMPLATE);
  return { text, file, nameToAdd: basename(file), printerOptions };
}

/** One block a line where it fits: a template is read from top to bottom like the ticket. */
function pretty(template: unknown): string {
  const blocks =
    typeof template === 'object' && template !== null && 'blocks' in template ? template.blocks : undefined;
  if (!Array.isArray(blocks)) return `${JSON.stringify(template, null, 2)}\n`;
  const lines = blocks.map((block) => `    ${JSON.stringify(block)}`);
  return `{\n  "blocks": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

function optionsOf(devices: unknown): Readonly<Record<string, unknown>> {
  const list = Array.isArray(devices) ? (devices as unknown[]) : [];
  for (const device of list) {
    const isPrinter =
      typeof device === 'object' && device !== null && 'kind' in device && device.kind === 'ticketPrinter';
    if (!isPrinter || !('options' in device)) continue;
    const { options } = device;
    if (typeof options === 'object' && options !== null) return { ...options };
  }
  return {};
}
