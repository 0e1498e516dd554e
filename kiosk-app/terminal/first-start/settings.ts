// What the installer tells a new terminal, checked field by field, and written so that the next start finds it.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { TerminalConfig } from '../terminal-config.ts';

export const FirstSettings = z.strictObject({
  role: TerminalConfig.shape.role,
  hallUrl: TerminalConfig.shape.hallUrl,
  terminalId: TerminalConfig.shape.terminalId,
  /** One word of printable characters, as the administrator copied it. */
  token: z.string().regex(/^[!-~]{20,200}$/),
});
export type FirstSettings = z.infer<typeof FirstSettings>;
export type FirstField = keyof FirstSettings;

export type ReadSettings =
  | { readonly ok: true; readonly settings: FirstSettings }
  | { readonly ok: false; readonly fields: readonly FirstField[] };

/** Blanks around a value are a copier's, not the installer's. */
export function readSettings(form: URLSearchParams): ReadSettings {
  const entries = Object.keys(FirstSettings.shape).map((name) => [name, (form.get(name) ?? '').trim()]);
  const parsed = FirstSettings.safeParse(Object.fromEntries(entries));
  if (parsed.success) return { ok: true, settings: parsed.data };
  const fields = new Set(parsed.error.issues.map((issue) => issue.path[0] as FirstField));
  return { ok: false, fields: [...fields] };
}

/** There is a configuration already: a first start never replaces one. */
export class AlreadySetUp extends Error {
  override readonly name = 'AlreadySetUp';
}

/**
 * Writes `terminal.json` and, beside it, the token; both for their owner only (0600). The configuration comes last: with it
 * there, the token is there. `listenPort` is where the browser host serves its page. Throws AlreadySetUp, and what the disk throws.
 */
export function writeSettings(file: string, settings: FirstSettings, listenPort: number): void {
  if (existsSync(file)) throw new AlreadySetUp(`${file} is there already`);
  const { token, ...config } = settings;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writePrivate(join(dirname(file), 'token'), `${token}\n`);
  const whole = { ...config, tokenFile: 'token', devices: [], listen: { port: listenPort } };
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
