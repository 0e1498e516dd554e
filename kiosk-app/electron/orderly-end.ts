// How the program ends: ports closed, requests kept, the log's last line written; never longer than a moment.
import { app } from 'electron';
import { bugFacts } from './bug-facts.ts';
import type { TerminalLog } from './terminal-log.ts';

export interface OrderlyEnd {
  /** What must be closed before the program ends. */
  closeFirst(close: () => Promise<void>): void;
  leave(): void;
  /** Ends and starts again with these arguments; nothing where it ends already, as when staff left. */
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
      .catch((error: unknown) => log.error(bugFacts(error), 'The terminal did not close in order'))
      .then(() => words.close())
      .then(() => app.exit(code));
  };
  app.on('before-quit', (event) => {
    event.preventDefault();
    end(0);
  });
  let hasBug = false;
  const bug = (error: unknown): void => {
    log.error(bugFacts(error), 'A bug: the program ends and is started again');
    if (hasBug) return;
    hasBug = true;
    // Not at once: a bug at every start must not burn the machine.
    setTimeout(() => {
      // Who ends it wants it ended: staff who left by PIN do not find the kiosk back.
      if (isEnding) return;
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
      if (isEnding) return;
      app.relaunch({ args: [...args] });
      end(0);
    },
  };
}
