// A terminal from its configuration to its shell, and back in order.
import { powerSaveBlocker } from 'electron';
import type { Log } from '../terminal/log.ts';
import type { Seat } from '../terminal/page-seat.ts';
import { startCore } from '../terminal/start-core.ts';
import type { TerminalConfig } from '../terminal/terminal-config.ts';
import type { HostSigns } from '../terminal/update/host-signs.ts';
import { setAutostart } from './autostart.ts';
import { openCallerShell } from './caller-shell.ts';
import { forkDevices } from './fork-devices.ts';
import { openKioskShell } from './kiosk-shell.ts';
import type { OpenShell } from './shell-parts.ts';

export interface RunningTerminal {
  readonly shell: OpenShell;
  close(): Promise<void>;
}

export interface StartTerminalParts {
  readonly config: TerminalConfig;
  readonly log: Log;
  /** Ends the program in order. */
  readonly leave: () => void;
  readonly signs: HostSigns;
}

/** Only when the pages are locked. Rejects with BadTerminalConfig. */
export async function startTerminal({ config, log, leave, signs }: StartTerminalParts): Promise<RunningTerminal> {
  const core = await startCore({ config, log, openChannel: signs.watchChannel(() => forkDevices(log)) });
  signs.watchWork(() => (core.role === 'kiosk' ? core.terminal.isServing : core.isBusy()));
  const parts = { config, log, leave, watchSeat: (seat: Seat) => signs.watchSeat(seat) };
  const shell = core.role === 'kiosk' ? openKioskShell(core, parts) : openCallerShell(core, parts);
  powerSaveBlocker.start('prevent-display-sleep');
  setAutostart(config.shell.autostart, log);
  const close = async (): Promise<void> => {
    shell.close();
    await core.close();
  };
  return { shell, close };
}
