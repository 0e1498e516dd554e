// Starts the terminal with the session of the user who is signed in: a login item on Windows, an XDG entry on Linux.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { app } from 'electron';
import type { Log } from '../terminal/log.ts';

/** What must be run to start this program again as it was started, with what follows the program's name. */
export interface StartCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/** The terminal's own; a switch for Chromium or Electron is for one start and must not stay (`--disable-gpu` after crashes, `--no-sandbox` of an AppImage). */
const KEPT_OPTIONS = ['--config', '--quiet-after-ms'] as const;

/** `appImage`: the file that an AppImage was started from; its program lies in a folder that is gone at the next start. */
export function startCommand(argv: readonly string[], isPackaged: boolean, appImage: string | undefined): StartCommand {
  const [program = '', ...all] = argv;
  const kept = KEPT_OPTIONS.flatMap((option) => optionIn(all, option));
  // Electron itself is told which program to be.
  const main = isPackaged ? undefined : all.find((arg) => !arg.startsWith('-'));
  const args = main === undefined ? kept : [resolve(main), ...kept];
  return isPackaged && appImage !== undefined && appImage !== '' ? { program: appImage, args } : { program, args };
}

/** With its value, from wherever the next start is made. */
function optionIn(args: readonly string[], option: (typeof KEPT_OPTIONS)[number]): readonly string[] {
  const at = args.indexOf(option);
  const value = args[at + 1];
  if (at === -1 || value === undefined) return [];
  return [option, option === '--config' ? resolve(value) : value];
}

/** Desktop Entry Specification 1.5, "The Exec key": quoted arguments, with a few characters escaped, and `%` doubled. */
export function desktopEntry({ program, args }: StartCommand): string {
  const exec = [program, ...args]
    .map((part) => `"${part.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`)
    .join(' ');
  // The value of a key is a string of its own, in which a backslash is escaped once more.
  const value = exec.replaceAll('\\', '\\\\');
  return `[Desktop Entry]\nType=Application\nName=Jiaohao terminal\nExec=${value}\nTerminal=false\nX-GNOME-Autostart-enabled=true\n`;
}

/** `wanted` undefined: what the system has is not touched. A system that refuses is said, and does not stop the start. */
export function setAutostart(wanted: boolean | undefined, log: Log): void {
  if (wanted === undefined) return;
  const command = startCommand(process.argv, app.isPackaged, process.env['APPIMAGE']);
  try {
    if (process.platform === 'linux') writeEntry(wanted, command);
    else app.setLoginItemSettings({ openAtLogin: wanted, path: command.program, args: [...command.args] });
    log.info({ wanted }, 'Autostart is set');
  } catch (error) {
    log.error({ err: error }, 'Autostart could not be set');
  }
}

function writeEntry(wanted: boolean, command: StartCommand): void {
  const config = process.env['XDG_CONFIG_HOME'];
  const folder = config === undefined || config === '' ? join(homedir(), '.config') : config;
  const file = join(folder, 'autostart', 'jiaohao-terminal.desktop');
  if (!wanted) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, desktopEntry(command));
}
