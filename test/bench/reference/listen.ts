// How every reference server begins and ends: on 127.0.0.1 at a free port, one line when it listens, gone when its parent is.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export function listen(http: Server): void {
  http.listen(0, '127.0.0.1', () => listening(http));
}

/** For a server that listens already. */
export function listening(http: Server): void {
  // An http server that listens on TCP has an address of this form.
  const { port } = http.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ listening: `http://127.0.0.1:${port}` })}\n`);
  process.once('disconnect', () => process.exit(0));
  process.once('SIGTERM', () => process.exit(0));
}
