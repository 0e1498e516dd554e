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

/** The program's log: it begins where no terminal is known yet, and goes on in the terminal's own files. */
export interface ProgramLog extends TerminalLog {
  /** From now on into the files of this terminal. */
  goOnFor(config: TerminalConfig): void;
}

/** `folder`: for what is said before a terminal is known. Its files come into being with the first word. */
export function openProgramLog(folder: string): ProgramLog {
  // A console that is closed or full costs its lines, not the terminal.
  process.stderr.on('error', () => undefined);
  let words = openLog(folder, null);
  return {
    log: {
      info: (facts, sentence) => words.log.info(facts, sentence),
      warn: (facts, sentence) => words.log.warn(facts, sentence),
      error: (facts, sentence) => words.log.error(facts, sentence),
    },
    goOnFor: ({ terminalId, dataFolder, shell }) => {
      const before = words;
      words = openLog(shell.logFolder ?? join(dataFolder, 'logs'), terminalId);
      void before.close();
    },
    close: () => words.close(),
  };
}

function openLog(folder: string, terminal: string | null): TerminalLog {
  const files = openLogFiles({ folder });
  const write = (line: string): void => {
    files.write(line);
    if (!app.isPackaged) process.stderr.write(line);
  };
  return { log: pino({ base: terminal === null ? {} : { terminal } }, { write }), close: () => files.close() };
}
