// A terminal from its configuration to its shell, and back in order.
import { powerSaveBlocker } from 'electron';
import type { Log } from '../terminal/log.ts';
import { startCore } from '../terminal/start-core.ts';
import type { TerminalConfig } from '../terminal/terminal-config.ts';
import { setAutostart } from './autostart.ts';
import { openCallerShell } from './caller-shell.ts';
import { forkDevices } from './fork-devices.ts';
import { openKioskShell } from './kiosk-shell.ts';
import type { OpenShell } from './shell-parts.ts';

export interface RunningTerminal {
  readonly shell: OpenShell;
  close(): Promise<void>;
}

/** Only when the pages are locked. Rejects with BadTerminalConfig. `leave` ends the program in order. */
export async function startTerminal(config: TerminalConfig, log: Log, leave: () => void): Promise<RunningTerminal> {
  const core = await startCore({ config, log, openChannel: () => forkDevices(log) });
  const parts = { config, log, leave };
  const shell = core.role === 'kiosk' ? openKioskShell(core, parts) : openCallerShell(core, parts);
  powerSaveBlocker.start('prevent-display-sleep');
  setAutostart(config.shell.autostart, log);
  const close = async (): Promise<void> => {
    shell.close();
    await core.close();
  };
  return { shell, close };
}
