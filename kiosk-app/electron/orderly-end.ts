// How the program ends: ports closed, requests kept, the log's last line written; never longer than a moment.
import { app } from 'electron';
import type { TerminalLog } from './terminal-log.ts';

export interface OrderlyEnd {
  /** What must be closed before the program ends. */
  closeFirst(close: () => Promise<void>): void;
  leave(): void;
  /** Ends and starts again with these arguments. */
  restart(args: readonly string[]): void;
}

const LONGEST_MS = 8_000;
const RESTART_AFTER_BUG_MS = 2_000;

/** Takes over every way in which the program may be ended: by staff, by the system, by a bug. */
export function orderlyEnd(words: TerminalLog): OrderlyEnd {
  const { log } = words;
  let closeTerminal: () => Promise<void> = () => Promise.resolve();
  let isEnding = false;

  const end = (code: number): void => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => app.exit(code), LONGEST_MS);
    void closeTerminal()
      .catch((error: unknown) => log.error({ err: error }, 'The terminal did not close in order'))
      .then(() => words.close())
      .then(() => app.exit(code));
  };
  app.on('before-quit', (event) => {
    event.preventDefault();
    end(0);
  });
  const bug = (error: unknown): void => {
    log.error({ err: error }, 'A bug: the program ends and is started again');
    // Not at once: a bug at every start must not burn the machine.
    setTimeout(() => {
      app.relaunch();
      app.exit(1);
    }, RESTART_AFTER_BUG_MS);
  };
  process.on('uncaughtException', bug);
  process.on('unhandledRejection', bug);
  return {
    closeFirst: (close) => (closeTerminal = close),
    leave: () => end(0),
    restart: (args) => {
      app.relaunch({ args: [...args] });
      end(0);
    },
  };
}
