// A line between a terminal and the hall that can go dead, be cut, and come back: real TCP, so real reconnects.
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export interface CutLine {
  readonly url: string;
  /** From now on nothing of the hall comes through; what is sent to it does. */
  swallowAnswers(): void;
  /** Ends every connection and takes no new one. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** `hallUrl` as the hall listens, e.g. http://127.0.0.1:40123. */
export async function openCutLine(hallUrl: string): Promise<CutLine> {
  const { hostname, port } = new URL(hallUrl);
  const open = new Set<Socket>();
  const line = { isCut: false, isSwallowing: false };
  const server = createServer((terminal) => {
    if (line.isCut) return void terminal.destroy();
    const hall = connect(Number(port), hostname);
    for (const [one, other] of [
      [terminal, hall],
      [hall, terminal],
    ] as const) {
      open.add(one);
      one.on('data', (bytes) => {
        if (one === terminal || !line.isSwallowing) other.write(bytes);
      });
      // Either end may go at any time here; its other end goes with it.
      one.on('error', () => undefined);
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endAll = (): void => open.forEach((socket) => socket.destroy());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    swallowAnswers: () => (line.isSwallowing = true),
    cut: () => {
      line.isCut = true;
      endAll();
    },
    mend: () => {
      line.isCut = false;
      line.isSwallowing = false;
    },
    close: async () => {
      endAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
