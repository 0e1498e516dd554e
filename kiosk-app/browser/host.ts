// The browser host: one terminal in plain Node, its page in a browser on this computer. Development, tests, demo, window PCs.
import { devicesInProcess } from '../devices/in-process.ts';
import type { Log } from '../terminal/log.ts';
import { startCore, type TerminalCore } from '../terminal/start-core.ts';
import { parseTerminalConfig, type TerminalConfigInput } from '../terminal/terminal-config.ts';
import { HostSigns } from '../terminal/update/host-signs.ts';
import type { Seat } from '../terminal/page-seat.ts';
import { forkDevices } from './fork-devices.ts';
import { openPageDoor } from './page-door.ts';
import { createPageServer, portOf } from './page-server.ts';
import { PageTokens } from './page-tokens.ts';

export interface StartTerminalOptions {
  readonly config: TerminalConfigInput;
  readonly log: Log;
  /** `inProcess` for memory ports, which live in one process. */
  readonly devices?: 'process' | 'inProcess';
  /** Watches for what a launcher wants to know: is this version well, is nobody here. */
  readonly signs?: HostSigns;
}

export interface StartedTerminal {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts the terminal and resolves when its page is served; the hall need not be there yet.
 * Rejects with BadTerminalConfig for a mistake in the configuration, also one that only the drivers can see.
 */
export async function startTerminal(options: StartTerminalOptions): Promise<StartedTerminal> {
  const { log } = options;
  const config = parseTerminalConfig(options.config);
  const signs = options.signs ?? new HostSigns(() => undefined);
  const openDevices = options.devices === 'inProcess' ? devicesInProcess : () => forkDevices(log);
  const openChannel = signs.watchChannel(openDevices);
  const core = await startCore({ config, log, openChannel });
  try {
    const { server, closeDoor } = await serveRole({ role: core.role, seat: signs.watchSeat(core.seat) }, log);
    await server.listen({ host: config.listen.host, port: config.listen.port });
    const close = async (): Promise<void> => {
      closeDoor();
      await core.close();
      await server.close();
    };
    return { url: `http://127.0.0.1:${portOf(server)}/`, close };
  } catch (error) {
    await core.close();
    throw error;
  }
}

async function serveRole({ role, seat }: { readonly role: TerminalCore['role']; readonly seat: Seat }, log: Log) {
  const tokens = new PageTokens();
  const server = await createPageServer(role, tokens, log);
  return { server, closeDoor: openPageDoor(server, tokens, seat, log) };
}
