// The graphics process and the others beside the pages: said when they go; one that goes again and again is done without.
import { app } from 'electron';
import type { Log } from '../terminal/log.ts';
import { isGpuBroken } from './back-off.ts';
import { whenFree } from './when-free.ts';

const NO_GPU = '--disable-gpu';

/** The person at the glass may finish; broken graphics may leave them nothing to see. */
const WAIT_FOR_PERSON_MS = 60_000;

export interface GraphicsParts {
  /** Chromium starts its processes again by itself; the glass is then drawn anew. */
  readonly repaint: () => void;
  readonly isServing: () => boolean;
  /** Starts the program again with these arguments. */
  readonly restart: (args: readonly string[]) => void;
  readonly log: Log;
  /** A launcher starts the program again; else an AppImage does not come back. */
  readonly isLaunched: boolean;
}

export function watchGraphics({ repaint, isServing, restart, log, isLaunched }: GraphicsParts): void {
  const crashes: number[] = [];
  let isGivenUp = process.argv.includes(NO_GPU);
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    log.error({ type, reason, exitCode, name }, 'A process of the shell is gone');
    if (type !== 'GPU') return;
    repaint();
    const now = performance.now();
    crashes.push(now);
    if (isGivenUp || !isGpuBroken(crashes, now)) return;
    isGivenUp = true;
    if (process.env['APPIMAGE'] !== undefined && !isLaunched) {
      log.error({}, 'The graphics process crashes again and again; an AppImage does not start itself anew');
      return;
    }
    log.error({}, 'The graphics process crashes again and again: started anew without it when nobody is served');
    whenFree(isServing, WAIT_FOR_PERSON_MS, () => restart([...process.argv.slice(1), NO_GPU]));
  });
}
