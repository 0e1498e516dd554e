// What a terminal must know before it starts; a mistake is refused with the field's path and what is expected there.
import { z } from 'zod';
import { ConfiguredId } from '@jiaohao/contracts/ids';
import { DeviceSetting } from '../wire/devices.ts';
import { CallerConfig } from './caller/caller-config.ts';
import { deviceMistakes } from './device-mistakes.ts';
import { ShellConfig } from './shell-config.ts';
import { templateMistakes, TicketTemplateSetting } from './ticket-template-setting.ts';

export const TerminalConfig = z
  .strictObject({
    terminalId: ConfiguredId,
    /** `pads` and `strip` serve several windows and have no page of their own. */
    role: z.enum(['kiosk', 'window', 'pads', 'strip']),
    /** `http://192.0.2.10:8080`: where the hall-server listens. */
    hallUrl: z.url({ protocol: /^https?$/, error: 'an address like http://192.0.2.10:8080' }),
    /** This kiosk runs beside another one on the same machine, with glass and devices of its own (machine-lock.ts). */
    besideOthers: z.boolean().default(false),
    /** File with the token that the administrator made for this terminal; readable by its user only. */
    tokenFile: z.string().min(1),
    devices: z.array(DeviceSetting).max(100).default([]),
    /** Where the browser host serves the page. Loopback only: whoever reaches it drives the terminal. */
    listen: z
      .strictObject({ host: z.literal('127.0.0.1').default('127.0.0.1'), port: z.int().min(0).max(65_535).default(0) })
      .prefault({}),
    /** Requests and ratings that the hall has not answered yet are kept here. */
    dataFolder: z.string().min(1),
    /** The floating caller of a window terminal. */
    caller: CallerConfig.prefault({}),
    shell: ShellConfig.prefault({}),
    /** What stands on a kiosk's tickets; without it the ticket as delivered. In terminal.json also the path of a file. */
    ticketTemplate: TicketTemplateSetting.exactOptional(),
  })
  .check(({ value, issues }) => {
    for (const { path, message } of templateMistakes(value)) {
      issues.push({ code: 'custom', input: value.ticketTemplate, path: [path], message });
    }
    value.devices.forEach((device, index) => {
      for (const { field, message } of deviceMistakes(value.role, value.devices, index)) {
        issues.push({ code: 'custom', input: device, path: ['devices', index, field], message });
      }
    });
  });
export type TerminalConfig = z.infer<typeof TerminalConfig>;
/** As written by hand: fields with a default may be left out. */
export type TerminalConfigInput = z.input<typeof TerminalConfig>;

/** A terminal that serves several windows and has no page. */
export type LineConfig = TerminalConfig & { readonly role: 'pads' | 'strip' };

export function isLine(config: TerminalConfig): config is LineConfig {
  return config.role === 'pads' || config.role === 'strip';
}

/** A terminal that cannot be started as it is set up. Its message is for the technician: one line a mistake, `path: what is expected`. */
export class BadTerminalConfig extends Error {
  override readonly name = 'BadTerminalConfig';
}

/** Throws BadTerminalConfig. Values are not repeated in the message: a token may stand in the wrong field. */
export function parseTerminalConfig(input: unknown): TerminalConfig {
  const parsed = TerminalConfig.safeParse(input);
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map((issue) => `${pathText(issue.path)}: ${issue.message}`);
  throw new BadTerminalConfig(`The terminal's configuration cannot be used.\n${mistakes.join('\n')}`);
}

/** `devices[1].port` */
function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text === '' ? '(whole file)' : text.replace(/^\./, '');
}
