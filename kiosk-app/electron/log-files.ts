// The log on disk: files that rotate. A full or broken disk costs lines, and never the terminal; the log says how many at least.
import { createStream, type RotatingFileStream } from 'rotating-file-stream';

export interface LogFiles {
  /** One line with its end. Never throws. */
  write(line: string): void;
  close(): Promise<void>;
}

export interface LogFilesOptions {
  readonly folder: string;
  /** A file is closed and numbered at this size; `KEPT` of them stay. */
  readonly size?: `${number}${'K' | 'M'}`;
  /** Milliseconds that only grow. */
  readonly now?: () => number;
}

export const LOG_FILE = 'terminal.log';
const KEPT = 9;
const TRY_AGAIN_AFTER_MS = 30_000;
/** A disk that does not take lines must not fill the memory instead. */
const LONGEST_BACKLOG_BYTES = 1_000_000;

export function openLogFiles({ folder, size = '5M', now = () => performance.now() }: LogFilesOptions): LogFiles {
  let stream: RotatingFileStream | null = null;
  let tryAgainAt = 0;
  let lost = 0;

  const open = (): RotatingFileStream => {
    const opened = createStream(LOG_FILE, { path: folder, size, rotate: KEPT, mode: 0o640 });
    opened.on('error', () => {
      // Nowhere to write this to but the next line that finds a place.
      lost += 1;
      tryAgainAt = now() + TRY_AGAIN_AFTER_MS;
      stream = null;
      opened.destroy();
    });
    return opened;
  };

  return {
    write: (line) => {
      if (stream === null && now() >= tryAgainAt) stream = open();
      if (stream === null || stream.writableLength > LONGEST_BACKLOG_BYTES) {
        lost += 1;
        return;
      }
      if (lost > 0)
        stream.write(`${JSON.stringify({ level: 40, lost, msg: 'Lines were lost: the log could not be written' })}\n`);
      lost = 0;
      stream.write(line);
    },
    close: () => {
      const last = stream;
      if (last === null) return Promise.resolve();
      return new Promise((resolve) => {
        last.once('close', resolve);
        last.end();
      });
    },
  };
}
