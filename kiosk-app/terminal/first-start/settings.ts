// What the installer tells a new terminal, checked field by field, and written so that the next start finds it.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { hashPin, PIN_FORM } from '../leave-pin.ts';
import { TerminalConfig, type TerminalConfigInput } from '../terminal-config.ts';

export const FirstSettings = z.strictObject({
  role: TerminalConfig.shape.role,
  hallUrl: TerminalConfig.shape.hallUrl,
  terminalId: TerminalConfig.shape.terminalId,
  /** One word of printable characters, as the administrator copied it. */
  token: z.string().regex(/^[!-~]{20,200}$/),
  /** With which staff leave a kiosk that locks its glass; empty for none. */
  leavePin: z.union([z.literal(''), z.string().regex(PIN_FORM)]),
});
export type FirstSettings = z.infer<typeof FirstSettings>;
export type FirstField = keyof FirstSettings;
export type FirstRole = FirstSettings['role'];

/** What the hosts' first starts differ in. */
export interface FirstStartHost {
  readonly roles: readonly FirstRole[];
  /** A kiosk without a PIN cannot be left at its glass: who sets one up gives it. */
  readonly asksPin: boolean;
}

export type ReadSettings =
  | { readonly ok: true; readonly settings: FirstSettings }
  | { readonly ok: false; readonly fields: readonly FirstField[] };

/** Blanks around a value are a copier's, not the installer's. */
export function readSettings(form: URLSearchParams, { roles, asksPin }: FirstStartHost): ReadSettings {
  const entries = Object.keys(FirstSettings.shape).map((name) => [name, (form.get(name) ?? '').trim()]);
  const parsed = FirstSettings.safeParse(Object.fromEntries(entries));
  const fields = new Set(parsed.error?.issues.map((issue) => issue.path[0] as FirstField) ?? []);
  if (!roles.some((role) => role === form.get('role'))) fields.add('role');
  if (asksPin && form.get('role') === 'kiosk' && parsed.data?.leavePin === '') fields.add('leavePin');
  return parsed.success && fields.size === 0 ? { ok: true, settings: parsed.data } : { ok: false, fields: [...fields] };
}

/** There is a configuration already: a first start never replaces one. */
export class AlreadySetUp extends Error {
  override readonly name = 'AlreadySetUp';
}

/** What a host writes of its own: where it serves its page, how it shows itself. */
export type HostSettings = Pick<TerminalConfigInput, 'listen' | 'shell'>;

/**
 * Writes `terminal.json` and, beside it, the token; both for their owner only (0600). The configuration comes last: with it
 * there, the token is there. The PIN is kept as its hash. Rejects with AlreadySetUp, and what the disk throws.
 */
export async function writeSettings(file: string, settings: FirstSettings, own: HostSettings): Promise<void> {
  const { token, leavePin, ...config } = settings;
  const pinned = leavePin === '' ? {} : { leavePin: await hashPin(leavePin) };
  if (existsSync(file)) throw new AlreadySetUp(`${file} is there already`);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writePrivate(join(dirname(file), 'token'), `${token}\n`);
  const shell = { ...own.shell, ...pinned };
  const whole = {
    ...config,
    tokenFile: 'token',
    devices: [],
    ...(own.listen === undefined ? {} : { listen: own.listen }),
    ...(Object.keys(shell).length === 0 ? {} : { shell }),
  };
  writePrivate(file, `${JSON.stringify(whole, null, 2)}\n`);
}

function writePrivate(file: string, text: string): void {
  const next = `${file}.next`;
  const handle = openSync(next, 'w', 0o600);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(next, file);
}
