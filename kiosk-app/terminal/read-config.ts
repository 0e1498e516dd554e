// The configuration file and the token file of a terminal, read once at the start.
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { jsonPlace } from './json-place.ts';
import type { Log } from './log.ts';
import { BadTerminalConfig, parseTerminalConfig, type TerminalConfig } from './terminal-config.ts';

/**
 * Reads a terminal's JSON file and the ticket template it names. Relative paths in it are relative to the file; without `dataFolder` the terminal keeps
 * its data in `terminal-<terminalId>` beside the token. Throws BadTerminalConfig.
 */
export function readTerminalConfig(file: string): TerminalConfig {
  const here = dirname(resolve(file));
  const input = parseJson(readText(file, 'the configuration'), file);
  const tokenFile = textAt(input, 'tokenFile');
  const dataFolder = textAt(input, 'dataFolder') ?? defaultDataFolder(input, tokenFile);
  return parseTerminalConfig({
    ...input,
    ...(tokenFile === null ? {} : { tokenFile: resolve(here, tokenFile) }),
    ...(dataFolder === null ? {} : { dataFolder: resolve(here, dataFolder) }),
    ...(input['shell'] === undefined ? {} : { shell: shellFrom(here, input['shell']) }),
    ...(input['devices'] === undefined ? {} : { devices: devicesFrom(here, input['devices']) }),
    ...templateFrom(here, input['ticketTemplate']),
  });
}

/** Of a file that may hold mistakes: what it says of tickets and devices, files of devices as absolute paths. Throws BadTerminalConfig. */
export function readRawConfig(file: string): { readonly ticketTemplate?: unknown; readonly devices?: unknown } {
  const { ticketTemplate, devices } = parseJson(readText(file, 'the configuration'), file);
  return { ticketTemplate, devices: devicesFrom(dirname(resolve(file)), devices) };
}

/** The token, trimmed. Warns when others on this computer can read it. Throws BadTerminalConfig. */
export function readToken(config: TerminalConfig, log: Log): string {
  const token = readText(config.tokenFile, 'tokenFile').trim();
  if (token === '' || token.length > 200 || /\s/.test(token)) {
    throw new BadTerminalConfig('tokenFile: the file must hold one token and nothing else');
  }
  const othersMayRead = process.platform !== 'win32' && (statSync(config.tokenFile).mode & 0o077) !== 0;
  if (othersMayRead) {
    log.warn({ tokenFile: config.tokenFile }, 'The token can be read by other users of this computer: chmod 600 it');
  }
  return token;
}

function readText(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new BadTerminalConfig(`${what}: ${file} cannot be read (${reason})`);
  }
}

function parseJson(text: string, file: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const place = jsonPlace(error, text);
    const where = place === null ? '' : `: line ${place.line}, column ${place.column}`;
    throw new BadTerminalConfig(`${file} is not JSON${where}`);
  }
  if (!isObject(value)) {
    throw new BadTerminalConfig(`${file}: expected one JSON object`);
  }
  return { ...value };
}

function shellFrom(here: string, shell: unknown): unknown {
  const logFolder = typeof shell === 'object' && shell !== null && 'logFolder' in shell ? shell.logFolder : null;
  return typeof logFolder === 'string' && logFolder !== ''
    ? { ...(shell as object), logFolder: resolve(here, logFolder) }
    : shell;
}

/** Options of devices that name files; what is no list of devices is left for its own refusal. */
const FILE_OPTIONS = ['logoFile', 'fontFile', 'paperFile', 'answeredFile'];

function devicesFrom(here: string, devices: unknown): unknown {
  if (!Array.isArray(devices)) return devices;
  return (devices as unknown[]).map((device) => {
    const options = isObject(device) ? device['options'] : null;
    if (!isObject(device) || !isObject(options)) return device;
    const files = FILE_OPTIONS.flatMap((name) => {
      const file = textAt(options, name);
      return file === null ? [] : [[name, resolve(here, file)] as const];
    });
    return { ...device, options: { ...options, ...Object.fromEntries(files) } };
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A template in a file of its own: several kiosks may share it, and the editor writes it (docs/operations.md). */
function templateFrom(here: string, template: unknown): { ticketTemplate?: unknown } {
  if (typeof template !== 'string') return template === undefined ? {} : { ticketTemplate: template };
  const file = resolve(here, template);
  return { ticketTemplate: parseJson(readText(file, 'ticketTemplate'), `ticketTemplate: ${file}`) };
}

function textAt(input: Record<string, unknown>, field: string): string | null {
  const value = input[field];
  return typeof value === 'string' && value !== '' ? value : null;
}

function defaultDataFolder(input: Record<string, unknown>, tokenFile: string | null): string | null {
  const terminalId = textAt(input, 'terminalId');
  return terminalId === null || tokenFile === null ? null : join(dirname(tokenFile), `terminal-${terminalId}`);
}
