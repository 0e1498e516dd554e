// Starts the core of a terminal without a page: a line of pads or strips that serves several windows.
import { setTimeout as delay } from 'node:timers/promises';
import type { DeviceKind } from '@jiaohao/contracts/commands';
import type { Channel, DeviceStatusNow } from '../wire/devices.ts';
import { withAnsweredFiles } from './answered-files.ts';
import { startPadsTerminal } from './call-pads/pads-terminal.ts';
import { DevicesLink } from './devices-link.ts';
import type { LinkState } from './hall-socket.ts';
import type { Log } from './log.ts';
import { readToken } from './read-config.ts';
import { refuseBadSettings } from './refuse-bad-settings.ts';
import { RunningTest } from './self-test/running-test.ts';
import { TestGate, type ServedDevices } from './self-test/test-gate.ts';
import { startStripTerminal } from './strip/strip-terminal.ts';
import type { LineConfig } from './terminal-config.ts';

export interface LineParts {
  readonly hallUrl: string;
  readonly dataFolder: string;
  /** Those with a device in the configuration. */
  readonly windowIds: readonly string[];
  readonly token: string;
  readonly devices: ServedDevices;
  readonly log: Log;
}

/** What a role without a page offers to its host. */
export interface LineTerminal {
  link(): LinkState;
  labelOf(windowId: string): string | null;
  /** A clerk is at one of its windows, an applicant is still to be asked, or the hall does not say. */
  isBusy(): boolean;
  close(): void;
}

export interface LineStatus {
  readonly terminalId: string;
  readonly role: LineConfig['role'];
  readonly hallLink: LinkState;
  readonly devices: readonly {
    readonly windowId: string;
    readonly windowLabel: string | null;
    readonly kind: DeviceKind;
    readonly port: string;
    readonly status: DeviceStatusNow;
  }[];
}

export interface LineCore {
  status(): LineStatus;
  /** Its 设备自检 while it runs. */
  readonly test: RunningTest;
  /** Somebody at a window would miss this line now. */
  isBusy(): boolean;
  close(): Promise<void>;
}

export interface StartLineOptions {
  readonly config: LineConfig;
  readonly log: Log;
  /** A new devices process, or its equal inside this one. */
  readonly openChannel: () => Channel;
}

const DEVICES_START_MS = 10_000;
const STARTING: DeviceStatusNow = { state: 'starting' };

/**
 * Resolves when the devices run (or were waited for long enough); the hall need not be there yet.
 * Rejects with BadTerminalConfig for a mistake in the configuration, also one that only the drivers can see.
 */
export async function startLine({ config, log, openChannel }: StartLineOptions): Promise<LineCore> {
  const token = readToken(config, log);
  const { hallUrl, dataFolder, terminalId, role } = config;
  const devices = new DevicesLink({ openChannel, devices: withAnsweredFiles(config.devices, dataFolder), log });
  const gate = new TestGate(devices);
  const windowIds = [...new Set(config.devices.flatMap(({ windowId }) => windowId ?? []))];
  const start = role === 'pads' ? startPadsTerminal : startStripTerminal;
  const terminal = start({ hallUrl, dataFolder, windowIds, token, devices: gate, log });
  const labelOf = (windowId: string): string | null => terminal.labelOf(windowId);
  const about = { terminalId, role, dataFolder, settings: config.devices, pinHash: config.shell.leavePin };
  const test = new RunningTest({ ...about, gate, labelOf, log });
  const close = async (): Promise<void> => {
    test.close();
    terminal.close();
    await devices.close();
  };
  try {
    refuseBadSettings(await Promise.race([devices.start(), delay(DEVICES_START_MS, [], { ref: false })]));
  } catch (error) {
    await close();
    throw error;
  }
  const status = (): LineStatus => ({
    terminalId,
    role,
    hallLink: terminal.link(),
    devices: config.devices.map(({ kind, port, windowId = '' }) => ({
      ...{ kind, port, windowId, windowLabel: labelOf(windowId) },
      status: devices.status(kind, windowId) ?? STARTING,
    })),
  });
  return { status, test, isBusy: () => test.isTesting || terminal.isBusy(), close };
}
