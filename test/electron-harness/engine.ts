// The Chromium behind the fakes: one browser process for one terminal program, driven over its own connection.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium, type BrowserContext } from 'playwright-core';

export interface Engine {
  readonly context: BrowserContext;
  /** Where a test connects to see the same pages. */
  readonly endpoint: string;
  close(): Promise<void>;
}

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-sync',
  '--disable-component-update',
  '--disable-background-networking',
  '--remote-debugging-port=0',
];

/** `switches`: what the program appended to its command line. */
export async function startEngine(switches: readonly string[]): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-engine-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: '/usr/bin/chromium',
    args: [...ARGS, ...switches],
    locale: 'zh-CN',
    hasTouch: true,
    viewport: { width: 1080, height: 1920 },
    acceptDownloads: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const port = await debuggingPort(folder);
  return {
    context,
    endpoint: `http://127.0.0.1:${port}`,
    close: async () => {
      await Promise.race([context.close(), delay(5_000)]);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Chromium writes the port that it took into its profile. */
async function debuggingPort(folder: string): Promise<number> {
  for (;;) {
    try {
      return Number(readFileSync(join(folder, 'DevToolsActivePort'), 'utf8').split('\n')[0]);
    } catch {
      await delay(20); // not written yet; the test that waits for it has the time limit
    }
  }
}
