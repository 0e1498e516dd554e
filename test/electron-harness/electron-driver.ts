// The built program under real Electron, held by Playwright. Used by `npm run journeys:electron`, on a machine that has Electron's program.
import { setTimeout as delay } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { electronProgram } from './electron-program.ts';
import { BUILT_MAIN } from './harness-driver.ts';
import {
  isAnswering,
  PAGE_PATIENCE_MS,
  type ElectronModule,
  type ShellDriver,
  type StartShellOptions,
} from './shell-driver.ts';

/** Rejects with a sentence where Electron's program is not there. */
export async function startUnderElectron({ args, env }: StartShellOptions): Promise<ShellDriver> {
  const executablePath = electronProgram();
  if (executablePath === null) throw new Error('Electron’s program is not on this machine: run "npx install-electron"');
  const application: ElectronApplication = await _electron.launch({
    executablePath,
    // Chromium's own sandbox cannot be used by root; the pages' `sandbox: true` stays as it is.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), BUILT_MAIN, ...args],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  const child = application.process();
  let log = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (log += text));
  const exited = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return {
    exited,
    log: () => log,
    page: (host) => livePage(application, `jiaohao://${host}/`),
    evaluate: (work, argument) => application.evaluate(work as (electron: ElectronModule) => never, argument),
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await exited;
    },
  };
}

async function livePage(application: ElectronApplication, address: string): Promise<Page> {
  const until = Date.now() + PAGE_PATIENCE_MS;
  while (Date.now() < until) {
    await delay(50);
    for (const page of application
      .windows()
      .filter((each) => each.url().startsWith(address))
      .reverse()) {
      const isAlive = await Promise.race([isAnswering(page), delay(1_000, false)]);
      if (isAlive) return page;
    }
  }
  throw new Error(`no living page at ${address}`);
}
