// `npm start` as a newcomer meets it: one address, a card on the bench, a number, a call, a rating; Ctrl-C, and everything is still there.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BOARD, CONSOLE, KIOSK, startScreens } from './chromium.ts';
import type { Screens } from './chromium.ts';
import { ROOT } from './child-process.ts';
import { PHONE_SIZE } from './support/phone-hall.ts';

const PATIENCE = { timeout: 30_000, interval: 100 };
const folder = mkdtempSync(join(tmpdir(), 'jiaohao-demo-'));

let demo: Demo;
let screens: Screens;

interface Demo {
  readonly child: ChildProcess;
  readonly address: string;
  readonly output: () => string;
}

beforeAll(async () => {
  screens = await startScreens();
  demo = await startDemo();
});

afterAll(async () => {
  await screens.close();
  await endDemo(demo);
  rmSync(folder, { recursive: true, force: true });
});

async function startDemo(): Promise<Demo> {
  const args = [join(ROOT, 'demo/main.ts'), '--data', folder, '--port', '18088', '--phone-page'];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const address = await vi.waitFor(
    () => {
      const found = /http:\/\/127\.0\.0\.1:\d+\/?/.exec(output)?.[0];
      if (found === undefined) throw new Error(`no address yet: ${output}`);
      return found;
    },
    { timeout: 90_000, interval: 100 },
  );
  return { child, address, output: () => output };
}

async function endDemo({ child }: Demo): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
}

/** Opens what a link of a page of the demo leads to. */
async function follow(from: Page, name: RegExp, size: typeof KIOSK): Promise<Page> {
  const link = from.getByRole('link', { name }).first();
  await link.waitFor(PATIENCE);
  const address = await link.evaluate((anchor) => (anchor as HTMLAnchorElement).href);
  return screens.open(address, size);
}

const shows = (page: Page, text: string | RegExp) =>
  page.getByText(text).first().waitFor({ timeout: PATIENCE.timeout });

describe('npm start', () => {
  it('prints one address and nothing secret', () => {
    expect(demo.output().match(/http:\/\//g)).toHaveLength(1);
    const kept = readFileSync(join(folder, 'credentials.json'), 'utf8');
    const secrets = [...kept.matchAll(/"(?:token|password)":\s*"([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(secrets.filter((secret) => demo.output().includes(secret))).toEqual([]);
  });

  it('walks from card to rating by the links of the landing page', async () => {
    const landing = await screens.open(demo.address, BOARD);
    await shows(landing, '放身份证');
    const kiosk = await follow(landing, /取号机/, KIOSK);
    const bench = await follow(landing, /仿真台/, BOARD);
    const board = await follow(landing, /大厅综合屏/, BOARD);
    const clerk = await follow(landing, /9 号工作台/, CONSOLE);
    await shows(kiosk, '一键取号');
    await shows(clerk, '呼叫下一位');
    await bench.getByRole('button', { name: /演示甲/ }).click();
    await shows(kiosk, 'M001');
    const phone = await follow(bench, /手机页/, PHONE_SIZE);
    await shows(phone, 'M001');
    await clerk.keyboard.press('F1');
    await shows(board, '请 M001 号到 9 号窗口办理');
    await shows(phone, '请到');
    await clerk.keyboard.press('F10');
    await shows(clerk, '正在办理');
    await clerk.keyboard.press('F4');
    await shows(bench, /^亮灯/);
    await bench.getByRole('button', { name: /非常满意/ }).click();
    await shows(clerk, /已收到评价/);
    await shows(await follow(landing, /运行状况/, CONSOLE), 'kiosk-1');
  });

  it('is as it was after Ctrl-C and a second start', async () => {
    await endDemo(demo);
    demo = await startDemo();
    const landing = await screens.open(demo.address, BOARD);
    const clerk = await follow(landing, /9 号工作台/, CONSOLE);
    await shows(clerk, /已收到评价/);
  });
});
