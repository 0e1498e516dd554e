// pino as in production, its lines kept for the test to read.
import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { Log } from '../../terminal/log.ts';

export function recordedLog(): { log: Log; text: () => string } {
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString('utf8'));
      done();
    },
  });
  return { log: pino(stream), text: () => lines.join('') };
}
