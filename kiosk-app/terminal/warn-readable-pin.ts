// A PIN's hash is guessed in minutes by whoever can read it: six digits are few. Said in the log, as for the token.
import { statSync } from 'node:fs';
import type { Log } from './log.ts';
import type { TerminalConfig } from './terminal-config.ts';

/** Warns where `file`, the configuration, holds a PIN and other users of this computer can read it. On Windows nothing is known. */
export function warnReadablePin(file: string, config: TerminalConfig, log: Log): void {
  if (config.shell.leavePin === undefined || process.platform === 'win32') return;
  if ((statSync(file).mode & 0o077) === 0) return;
  log.warn({ file }, 'The PIN’s hash can be read by other users of this computer: chmod 600 the configuration');
}
