// The browser host: one terminal in plain Node, its page in a browser on this computer. Development, tests, demo, window PCs.
import type { FastifyInstance } from 'fastify';
import { devicesInProcess } from '../devices/in-process.ts';
import type { Log } from '../terminal/log.ts';
import { startCore, type TerminalCore } from '../terminal/start-core.ts';
import { LINE_PAGE_FILES } from '../terminal/line-page.ts';
import { PageSeat } from '../terminal/page-seat.ts';
import type { RunningTest } from '../terminal/self-test/running-test.ts';
import { startLine, type LineCore } from '../terminal/start-line.ts';
import {
  isLine,
  parseTerminalConfig,
  type TerminalConfig,
  type TerminalConfigInput,
} from '../terminal/terminal-config.ts';
import { HostSigns } from '../terminal/update/host-signs.ts';
import { forkDevices } from './fork-devices.ts';
import { openPageDoors, type PageDoor } from './page-door.ts';
import { createLineServer } from './line-server.ts';
import { addPage, createPageServer, portOf } from './page-server.ts';
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
  if (isLine(config)) {
    const core = await startLine({ config, log, openChannel });
    signs.watchWork(() => core.isBusy());
    const served = await closedWhere(core, () => serveLine(core, signs, log));
    return listening(config, served, () => core.close());
  }
  const core = await startCore({ config, log, openChannel });
  // A new version must show its page within a time: where none is open now, nobody would show it.
  signs.watchWork(() => (core.role === 'kiosk' ? !signs.hasPage : core.isBusy()));
  const served = await closedWhere(core, () => serveRole(core, signs, log));
  return listening(config, served, () => core.close());
}

interface Served {
  readonly server: FastifyInstance;
  readonly closeDoor: () => void;
}

async function listening(
  { listen }: TerminalConfig,
  { server, closeDoor }: Served,
  closeCore: () => Promise<void>,
): Promise<StartedTerminal> {
  const close = async (): Promise<void> => {
    closeDoor();
    await closeCore();
    await server.close();
  };
  try {
    await server.listen({ host: listen.host, port: listen.port });
    return { url: `http://127.0.0.1:${portOf(server)}/`, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A core whose page cannot be served is ended. */
async function closedWhere(core: { close(): Promise<void> }, serve: () => Promise<Served>): Promise<Served> {
  try {
    return await serve();
  } catch (error) {
    await core.close();
    throw error;
  }
}

/** The small page with how things are, and 设备自检 behind it. */
async function serveLine(core: LineCore, signs: HostSigns, log: Log): Promise<Served> {
  const server = createLineServer(() => core.status(), log);
  return withDoors(server, [await selfTestDoor(server, core.test, signs, log)], log);
}

/** The role's page, and where its windows are served 设备自检 beside it. */
async function serveRole(core: TerminalCore, signs: HostSigns, log: Log): Promise<Served> {
  const tokens = new PageTokens();
  const server = await createPageServer(core.role, tokens, log);
  const own = { prefix: '/', tokens, seat: signs.watchSeat(core.seat), close: () => undefined };
  if (core.role === 'kiosk') return withDoors(server, [own], log);
  return withDoors(server, [own, await selfTestDoor(server, core.test, signs, log)], log);
}

type ClosedDoor = PageDoor & { readonly close: () => void };

async function selfTestDoor(
  server: FastifyInstance,
  test: RunningTest,
  signs: HostSigns,
  log: Log,
): Promise<ClosedDoor> {
  const tokens = new PageTokens();
  await addPage(server, 'devices', tokens, LINE_PAGE_FILES.selfTest);
  const seat = new PageSeat(test, log);
  return { prefix: LINE_PAGE_FILES.selfTest, tokens, seat: signs.watchSeat(seat), close: () => seat.close() };
}

function withDoors(server: FastifyInstance, doors: readonly ClosedDoor[], log: Log): Served {
  const closePages = openPageDoors(server, doors, log);
  const closeDoor = (): void => {
    closePages();
    for (const { close } of doors) close();
  };
  return { server, closeDoor };
}
