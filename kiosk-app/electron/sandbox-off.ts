// Chromium without its sandbox: a start script or a person said so. The terminal runs on, and says it where staff can see it.
import { app } from 'electron';
import type { Log } from '../terminal/log.ts';

/** An AppImage's start script adds the switch where the system allows no user namespaces (electron-builder, AppRun). */
export function isSandboxOff(): boolean {
  return app.commandLine.hasSwitch('no-sandbox');
}

export function warnSandboxOff(log: Log): void {
  if (!isSandboxOff()) return;
  log.error({}, 'Pages run without Chromium’s sandbox (--no-sandbox): a kiosk takes the deb package, docs/electron.md');
}
