// Starts a terminal's core for its role: what the hosts share, up to the page's door.
import { setTimeout as delay } from 'node:timers/promises';
import type { CallerMessage, CallerNotice } from '../wire/caller.ts';
import type { Channel, DeviceSetting } from '../wire/devices.ts';
import { withAnsweredFiles } from './answered-files.ts';
import type { CallerConfig } from './caller/caller-config.ts';
import { callerDesk } from './caller/caller-desk.ts';
import { Caller } from './caller/caller.ts';
import { DevicesLink } from './devices-link.ts';
import { HallLink } from './hall-link.ts';
import { kioskDesk } from './kiosk-desk.ts';
import { KioskTerminal } from './kiosk-terminal.ts';
import type { Log } from './log.ts';
import { PageSeat } from './page-seat.ts';
import { withPaperFile } from './paper-file.ts';
import { readToken } from './read-config.ts';
import { refuseBadSettings } from './refuse-bad-settings.ts';
import { RunningTest } from './self-test/running-test.ts';
import { SelfTest } from './self-test/self-test.ts';
import { StaffDoor } from './self-test/staff-door.ts';
import { TestGate } from './self-test/test-gate.ts';
import type { ShellConfig } from './shell-config.ts';
import { StaffPin } from './staff-pin.ts';
import { BadTerminalConfig, isLine, type TerminalConfig } from './terminal-config.ts';
import type { TicketLayout } from './ticket-layout.ts';
import { layoutOf } from './ticket-template-setting.ts';
import { isServing } from './update/window-work.ts';
import { WindowTerminalCore } from './window-terminal.ts';

export interface StartCoreOptions {
  readonly config: TerminalConfig;
  readonly log: Log;
  /** A new devices process, or its equal inside this one. */
  readonly openChannel: () => Channel;
}

export interface KioskCore {
  readonly role: 'kiosk';
  readonly terminal: KioskTerminal;
  readonly seat: PageSeat;
  /** The same for the page's door and the host's: wrong ones are counted together. */
  readonly pin: StaffPin;
  readonly door: StaffDoor;
  close(): Promise<void>;
}

export interface WindowCore {
  readonly role: 'window';
  readonly terminal: WindowTerminalCore;
  readonly hall: HallLink<'windowTerminal'>;
  readonly caller: Caller;
  readonly seat: PageSeat<CallerMessage, CallerNotice>;
  /** Its 设备自检 while it runs, where the host serves it. */
  readonly test: RunningTest;
  /** A clerk or an applicant would miss this terminal now. */
  isBusy(): boolean;
  close(): Promise<void>;
}

export type TerminalCore = KioskCore | WindowCore;

/** A page must not wait longer for its devices than this; they are faults on the page until they run. */
const DEVICES_START_MS = 10_000;

/**
 * Resolves when the devices run (or were waited for long enough); the hall need not be there yet.
 * Rejects with BadTerminalConfig for a mistake in the configuration, also one that only the drivers can see.
 */
export async function startCore({ config, log, openChannel }: StartCoreOptions): Promise<TerminalCore> {
  if (isLine(config))
    throw new BadTerminalConfig(`role: a ${config.role} terminal has no page; it runs in the browser host`);
  const token = readToken(config, log);
  const withFiles = withAnsweredFiles(withPaperFile(config.devices, config.dataFolder), config.dataFolder);
  const devices = new DevicesLink({ openChannel, devices: withFiles, log });
  const start = config.role === 'kiosk' ? startKiosk : startWindow;
  const core = start({ ...config, settings: config.devices, layout: layoutOf(config), token, devices, log });
  try {
    refuseBadSettings(await Promise.race([devices.start(), delay(DEVICES_START_MS, [], { ref: false })]));
    return core;
  } catch (error) {
    await core.close();
    throw error;
  }
}

interface RoleParts {
  readonly terminalId: string;
  readonly hallUrl: string;
  readonly dataFolder: string;
  readonly caller: CallerConfig;
  readonly shell: ShellConfig;
  readonly settings: readonly DeviceSetting[];
  readonly layout: TicketLayout;
  readonly token: string;
  readonly devices: DevicesLink;
  readonly log: Log;
}

function startKiosk(parts: RoleParts): KioskCore {
  const { hallUrl: url, token, devices, log } = parts;
  const hall = new HallLink({ url, token, viewKind: 'kiosk', log });
  const terminal = new KioskTerminal({ ...parts, hall });
  const pin = new StaffPin(parts.shell.leavePin, log);
  const door = new StaffDoor({
    ...{ pin, log },
    isServing: () => terminal.isServing,
    openSelfTest: (onChange) => new SelfTest({ ...parts, timeText: () => timeText(hall), onChange }),
  });
  const seat = new PageSeat(kioskDesk(terminal, door), log);
  const close = async (): Promise<void> => {
    seat.close();
    door.close();
    terminal.close();
    hall.close();
    await devices.close();
  };
  return { role: 'kiosk', terminal, seat, pin, door, close };
}

/** By the hall's clock, in its zone once it is known. */
function timeText(hall: HallLink<'kiosk'>): string {
  const zone = hall.view === null ? {} : { timeZone: hall.view.timeZone };
  const format = new Intl.DateTimeFormat('sv-SE', { ...zone, dateStyle: 'short', timeStyle: 'medium' });
  return format.format(Date.now() + hall.clockOffsetMs);
}

function startWindow(parts: RoleParts): WindowCore {
  const { hallUrl: url, token, devices, log } = parts;
  const withWaiting = devices.status('callPad') !== null;
  const hall = new HallLink({ url, token, viewKind: 'windowTerminal', withWaiting, log });
  const gate = new TestGate(devices);
  const terminal = new WindowTerminalCore({ ...parts, devices: gate, hall });
  const labelOf = (): string | null => hall.view?.windowLabel ?? null;
  const test = new RunningTest({ ...parts, role: 'window', pinHash: parts.shell.leavePin, gate, labelOf });
  const caller = new Caller({ ...parts, config: parts.caller, hall, terminal });
  const seat = new PageSeat(callerDesk(caller), log);
  const close = async (): Promise<void> => {
    seat.close();
    test.close();
    caller.close();
    terminal.close();
    hall.close();
    await devices.close();
  };
  // Without the hall nobody knows what goes on at the window.
  const isBusy = (): boolean =>
    caller.hasClerk || test.isTesting || hall.state !== 'up' || hall.view === null || isServing(hall.view);
  return { role: 'window', terminal, hall, caller, seat, test, isBusy, close };
}
