// Starts the demo's terminals: one kiosk, and a window terminal for every pad on the bench.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { HallConfig } from '@jiaohao/contracts/hall-config';
import { startTerminal, type StartedTerminal } from '@jiaohao/kiosk-app/browser';
import type { Bench } from './bench.ts';
import type { Credentials } from './credentials.ts';
import type { KeptPorts } from './kept-ports.ts';
import type { LogFile } from './log-file.ts';
import { writePrivate } from './private-file.ts';
import type { DeviceSettingInput, PadWindow } from './simulated-devices.ts';

const KIOSK_PORT = 8090;
const WINDOW_PORTS_FROM = 8101;

export interface StartedTerminals {
  readonly kioskUrl: string;
  /** By window. */
  readonly windowUrls: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

export interface TerminalsFrom {
  readonly config: HallConfig;
  readonly credentials: Credentials;
  readonly bench: Bench;
  readonly hallUrl: string;
  readonly dataFolder: string;
  readonly ports: KeptPorts;
  readonly logFile: LogFile;
  /** The kiosk's ports belong to a process of their own, as in a hall; memory lines cannot. */
  readonly wiring: 'pty' | 'memory';
}

/** The windows that have a window terminal in the configuration, with the address of their pad. */
export function padWindows({ terminals, windows }: HallConfig): PadWindow[] {
  const withTerminal = new Set(terminals.flatMap((one) => (one.role === 'window' ? [one.windowId] : [])));
  return windows
    .filter(({ windowId }) => withTerminal.has(windowId))
    .map(({ windowId, label }, index) => ({ windowId, label, address: index + 1 }));
}

/** Rejects when one cannot start; those started before it are closed. */
export async function startTerminals(from: TerminalsFrom): Promise<StartedTerminals> {
  const { config, bench, wiring } = from;
  const started: StartedTerminal[] = [];
  const start = async (one: OneTerminal): Promise<string> => {
    const terminal = await startOne(from, one);
    started.push(terminal);
    return terminal.url;
  };
  const close = async (): Promise<void> => {
    await Promise.all(started.map((terminal) => terminal.close()));
  };
  try {
    const kiosk = config.terminals.find(({ role }) => role === 'kiosk');
    if (kiosk === undefined) throw new Error('the demo hall has no kiosk');
    const kioskUrl = await start({
      terminalId: kiosk.terminalId,
      role: 'kiosk',
      usualPort: KIOSK_PORT,
      settings: [bench.reader.setting, bench.printer.setting],
      devices: wiring === 'pty' ? 'process' : 'inProcess',
    });
    const windowUrls = new Map<string, string>();
    for (const [index, pad] of bench.pads.entries()) {
      const terminal = config.terminals.find((one) => one.role === 'window' && one.windowId === pad.windowId);
      if (terminal === undefined) continue;
      const { terminalId } = terminal;
      const usualPort = WINDOW_PORTS_FROM + index;
      const one = { terminalId, role: 'window', usualPort, settings: [pad.setting], devices: 'inProcess' } as const;
      windowUrls.set(pad.windowId, await start(one));
    }
    return { kioskUrl, windowUrls, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface OneTerminal {
  readonly terminalId: string;
  readonly role: 'kiosk' | 'window';
  readonly usualPort: number;
  readonly settings: readonly DeviceSettingInput[];
  readonly devices: 'process' | 'inProcess';
}

async function startOne(from: TerminalsFrom, one: OneTerminal): Promise<StartedTerminal> {
  const { terminalId, role, settings, devices } = one;
  const folder = join(from.dataFolder, 'terminals', terminalId);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const tokenFile = join(folder, 'token');
  writePrivate(tokenFile, `${from.credentials.terminals[terminalId] ?? ''}\n`);
  const port = await from.ports.take(terminalId, one.usualPort);
  return startTerminal({
    config: {
      terminalId,
      role,
      hallUrl: from.hallUrl,
      tokenFile,
      dataFolder: folder,
      devices: [...settings],
      listen: { host: '127.0.0.1', port },
    },
    log: from.logFile.for(terminalId),
    devices,
  });
}
