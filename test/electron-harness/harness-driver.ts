// The built program under the harness: a process of its own, its Chromium seen over a second connection.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import { toChromium } from './addresses.ts';
import { isAnswering, PAGE_PATIENCE_MS, type ShellDriver, type StartShellOptions } from './shell-driver.ts';

const HERE = import.meta.dirname;
export const BUILT_MAIN = join(HERE, '../../dist/electron/main.js');

interface Report {
  readonly type: 'engine' | 'evaluated' | 'relaunch' | 'openExternal';
  readonly endpoint?: string;
  readonly url?: string;
  readonly id?: number;
  readonly value?: unknown;
  readonly error?: string;
}

export interface HarnessDriver extends ShellDriver {
  /** Addresses that the program gave to the system's browser. */
  readonly openedOutside: readonly string[];
}

/** Resolves when the process runs; its page may not be there yet. */
export function startUnderHarness({ args, env }: StartShellOptions): HarnessDriver {
  const child = spawn(process.execPath, ['--import', join(HERE, 'register.ts'), BUILT_MAIN, ...args], {
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: { ...process.env, ...env },
  });
  let log = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (log += text));
  const exited = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const openedOutside: string[] = [];
  const answers = new Map<number, (report: Report) => void>();
  const { promise: browser, resolve: connected, reject } = Promise.withResolvers<Browser>();
  browser.catch(() => undefined);
  void exited.then((code) => reject(new Error(`the program ended with ${code}: ${log}`)));
  child.on('message', (report: Report) => {
    if (report.type === 'engine') void chromium.connectOverCDP(report.endpoint ?? '').then(connected, reject);
    if (report.type === 'openExternal') openedOutside.push(report.url ?? '');
    if (report.type === 'evaluated') answers.get(report.id ?? -1)?.(report);
  });
  let asked = 0;
  return {
    exited,
    openedOutside,
    log: () => log,
    page: async (host) => livePage(await browser, toChromium(`jiaohao://${host}/`)),
    evaluate: async (work, argument) => {
      await browser;
      const id = ++asked;
      const report = await new Promise<Report>((resolve) => {
        answers.set(id, resolve);
        child.send({ type: 'evaluate', id, code: work.toString(), argument });
      });
      if (report.error !== undefined) throw new Error(report.error);
      return report.value as never;
    },
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await exited;
      await browser.then((one) => one.close()).catch(() => undefined); // it has gone with the program
    },
  };
}

async function livePage(browser: Browser, address: string): Promise<Page> {
  const until = Date.now() + PAGE_PATIENCE_MS;
  while (Date.now() < until) {
    await delay(50);
    const pages = browser.contexts().flatMap((context) => context.pages());
    for (const page of pages.filter((each) => each.url().startsWith(address)).reverse()) {
      const isAlive = await Promise.race([isAnswering(page), delay(1_000, false)]);
      if (isAlive) return page;
    }
  }
  throw new Error(`no living page at ${address}`);
}
