// Serves the installer's page on this computer only, as the browser host serves a terminal's: own host name, own origin, a token for each connection.
import { openPageDoors } from '../browser/page-door.ts';
import { createPageServer, portOf } from '../browser/page-server.ts';
import { PageTokens } from '../browser/page-tokens.ts';
import type { Log } from '../terminal/log.ts';
import { PageSeat } from '../terminal/page-seat.ts';
import type { TestBench } from './test-bench.ts';

export interface ServedPage {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  close(): Promise<void>;
}

/** `port` 0 takes a free one. Rejects where the port cannot be had, with BadTerminalConfig where the page is not built. */
export async function servePage(bench: TestBench, port: number, log: Log): Promise<ServedPage> {
  const tokens = new PageTokens();
  const server = await createPageServer('devices', tokens, log);
  const seat = new PageSeat(bench, log);
  const closeDoor = openPageDoors(server, [{ prefix: '/', tokens, seat }], log);
  const close = async (): Promise<void> => {
    closeDoor();
    seat.close();
    await server.close();
  };
  try {
    await server.listen({ host: '127.0.0.1', port });
    return { url: `http://127.0.0.1:${portOf(server)}/`, close };
  } catch (error) {
    await close();
    throw error;
  }
}
