// The graphics process and the others beside the pages: said when they go; one that goes again and again is done without.
import { app } from 'electron';
import type { Log } from '../terminal/log.ts';
import { isGpuBroken } from './back-off.ts';

const NO_GPU = '--disable-gpu';

/** Chromium starts them again by itself; the glass is then drawn anew. `restart` starts the program again with these arguments. */
export function watchGraphics(repaint: () => void, restart: (args: readonly string[]) => void, log: Log): void {
  const crashes: number[] = [];
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    log.error({ type, reason, exitCode, name }, 'A process of the shell is gone');
    if (type !== 'GPU') return;
    repaint();
    const now = performance.now();
    crashes.push(now);
    if (!isGpuBroken(crashes, now) || process.argv.includes(NO_GPU)) return;
    log.error({}, 'The graphics process crashes again and again: started anew without it');
    restart([...process.argv.slice(1), NO_GPU]);
  });
}
