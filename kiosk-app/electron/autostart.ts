// Starts the terminal with the session of the user who is signed in: a login item on Windows, an XDG entry on Linux.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { RUN_VERSION } from './run-version.ts';
import type { Log } from '../terminal/log.ts';

/** What must be run to start this program again as it was started, with what follows the program's name. */
export interface StartCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/** `appImage`: the file that an AppImage was started from; its program lies in a folder that is gone at the next start. */
export function startCommand(argv: readonly string[], isPackaged: boolean, appImage: string | undefined): StartCommand {
  const [program = '', ...all] = argv;
  // A launcher's choice of a version is made anew at every start.
  const args = all.filter((arg) => !arg.startsWith(RUN_VERSION));
  return isPackaged && appImage !== undefined && appImage !== '' ? { program: appImage, args } : { program, args };
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
