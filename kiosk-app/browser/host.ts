// The browser host: one terminal in plain Node, its page in a browser on this computer. Development, tests, demo, window PCs.
import { setTimeout as delay } from 'node:timers/promises';
import { devicesInProcess } from '../devices/in-process.ts';
import { DevicesLink, type SettingRefused } from '../terminal/devices-link.ts';
import { HallLink } from '../terminal/hall-link.ts';
import { KioskTerminal } from '../terminal/kiosk-terminal.ts';
import type { Log } from '../terminal/log.ts';
import { readToken } from '../terminal/read-config.ts';
import { BadTerminalConfig, parseTerminalConfig, type TerminalConfigInput } from '../terminal/terminal-config.ts';
import { WindowTerminalCore } from '../terminal/window-terminal.ts';
import { forkDevices } from './fork-devices.ts';
import { openPageDoor } from './page-door.ts';
import { createPageServer, portOf } from './page-server.ts';
import { PageTokens } from './page-tokens.ts';
import { windowPage } from './window-page.ts';

export interface StartTerminalOptions {
  readonly config: TerminalConfigInput;
  readonly log: Log;
  /** `inProcess` for memory ports, which live in one process. */
  readonly devices?: 'process' | 'inProcess';
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
  const token = readToken(config, log);
  const openChannel = options.devices === 'inProcess' ? devicesInProcess : () => forkDevices(log);
  const devices = new DevicesLink({ openChannel, devices: config.devices, log });
  const role = config.role === 'kiosk' ? startKiosk : startWindow;
  try {
    const core = await role({ ...config, token, devices, log });
    try {
      refuseBadSettings(await Promise.race([devices.start(), delay(DEVICES_START_MS, [], { ref: false })]));
      await core.server.listen({ host: config.listen.host, port: config.listen.port });
    } catch (error) {
      await core.close();
      throw error;
    }
    const close = async (): Promise<void> => {
      await core.close();
      await devices.close();
    };
    return { url: `http://127.0.0.1:${portOf(core.server)}/`, close };
  } catch (error) {
    await devices.close();
    throw error;
  }
}

/** A page must not wait longer for its devices than this; they are faults on the page until they run. */
const DEVICES_START_MS = 10_000;

interface RoleParts {
  readonly terminalId: string;
  readonly hallUrl: string;
  readonly dataFolder: string;
  readonly token: string;
  readonly devices: DevicesLink;
  readonly log: Log;
}

async function startKiosk(parts: RoleParts) {
  const { hallUrl: url, token, log } = parts;
  const tokens = new PageTokens();
  const server = await createPageServer({ role: 'kiosk', tokens }, log);
  const hall = new HallLink({ url, token, viewKind: 'kiosk', log });
  const terminal = new KioskTerminal({ ...parts, hall });
  const closeDoor = openPageDoor(server, tokens, terminal, log);
  const close = async (): Promise<void> => {
    closeDoor();
    terminal.close();
    hall.close();
    await server.close();
  };
  return { server, close };
}

async function startWindow(parts: RoleParts) {
  const { hallUrl: url, token, log } = parts;
  const hall = new HallLink({ url, token, viewKind: 'windowTerminal', log });
  const terminal = new WindowTerminalCore({ ...parts, hall });
  const server = await createPageServer({ role: 'window', html: () => windowPage(terminal.status()) }, log);
  const close = async (): Promise<void> => {
    terminal.close();
    hall.close();
    await server.close();
  };
  return { server, close };
}

function refuseBadSettings(refused: readonly SettingRefused[]): void {
  if (refused.length === 0) return;
  const mistakes = refused.map(({ index, reason }) => `devices[${index}]: ${reason}`);
  throw new BadTerminalConfig(`The terminal's configuration cannot be used.\n${mistakes.join('\n')}`);
}
