// One door for the journeys: the harness, or real Electron when `npm run journeys:electron` asks for it.
import { startUnderElectron } from './electron-driver.ts';
import { startUnderHarness } from './harness-driver.ts';
import type { ShellDriver, StartShellOptions } from './shell-driver.ts';

/** Set by journeys-under-electron.ts. */
export const isRealElectron = process.env['JIAOHAO_JOURNEYS_UNDER'] === 'electron';

export async function startShell(options: StartShellOptions): Promise<ShellDriver> {
  return isRealElectron ? startUnderElectron(options) : startUnderHarness(options);
}
