// What the port tests wait for: a number of bytes, or the end of a line.
import type { Port, PortClosed } from '../port.ts';

/** The next `count` bytes of the port. */
export function collect(port: Port, count: number): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const got: number[] = [];
    const stop = port.onBytes((bytes) => {
      got.push(...bytes);
      if (got.length < count) return;
      stop();
      resolve(Uint8Array.from(got));
    });
  });
}

export function untilClosed(port: Port): Promise<PortClosed> {
  return new Promise((resolve) => {
    const stop = port.onClosed((closed) => {
      stop();
      resolve(closed);
    });
  });
}
