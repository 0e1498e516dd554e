// How the program ends: ports closed, requests kept, the log's last line written; never longer than a moment.
import { app } from 'electron';
import { bugFacts } from './bug-facts.ts';
import type { TerminalLog } from './terminal-log.ts';

export interface OrderlyEnd {
  /** What must be closed before the program ends. */
  closeFirst(close: () => Promise<void>): void;
  /** `code`: of the program; 0 where nothing else is said. */
  leave(code?: number): void;
  /** Ends and starts again with these arguments (a launcher knows its own); nothing where it ends already, as when staff left. */
  restart(args: readonly string[]): void;
}

const LONGEST_MS = 8_000;
const RESTART_AFTER_BUG_MS = 2_000;

/** To the launcher: started again at once, and from then on without graphics acceleration. */
export const RESTART_WITHOUT_GRAPHICS = 76;

/** Takes over every way in which the program may be ended: by staff, by the system, by a bug. `isLaunched`: a launcher starts it again. */
export function orderlyEnd(words: TerminalLog, isLaunched: boolean): OrderlyEnd {
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
      if (!isLaunched) app.relaunch();
      app.exit(1);
    }, RESTART_AFTER_BUG_MS);
  };
  process.on('uncaughtException', bug);
  process.on('unhandledRejection', bug);
  return {
    closeFirst: (close) => (closeTerminal = close),
    leave: (code = 0) => end(code),
    restart: (args) => {
      if (isEnding) return;
      if (!isLaunched) app.relaunch({ args: [...args] });
      end(isLaunched ? RESTART_WITHOUT_GRAPHICS : 0);
    },
  };
}
