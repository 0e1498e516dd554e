// The words of the Electron host: pino as everywhere, into rotating files, and to the developer's console.
import { join } from 'node:path';
import { app } from 'electron';
import { pino } from 'pino';
import type { Log } from '../terminal/log.ts';
import type { TerminalConfig } from '../terminal/terminal-config.ts';
import { openLogFiles } from './log-files.ts';

export interface TerminalLog {
  readonly log: Log;
  close(): Promise<void>;
}

export function openTerminalLog({ terminalId, dataFolder, shell }: TerminalConfig): TerminalLog {
  const files = openLogFiles({ folder: shell.logFolder ?? join(dataFolder, 'logs') });
  // A console that is closed or full costs its lines, not the terminal.
  process.stderr.on('error', () => undefined);
  const write = (line: string): void => {
    files.write(line);
    if (!app.isPackaged) process.stderr.write(line);
  };
  return { log: pino({ base: { terminal: terminalId } }, { write }), close: () => files.close() };
}
