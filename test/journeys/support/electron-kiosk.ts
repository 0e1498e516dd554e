// A kiosk in the Electron host as it stands in a hall: the built program, real serial paths, simulated devices at the far end.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPort } from '@jiaohao/drivers';
import { EscposSimulator, openPtyPair, SdtReaderSimulator } from '@jiaohao/drivers/simulators';
import type { Page } from 'playwright-core';
import { vi } from 'vitest';
import type { ShellDriver } from '../../electron-harness/shell-driver.ts';
import { startShell } from '../../electron-harness/start-shell.ts';
import type { HallProgram } from '../hall-program.ts';

export interface ShellKiosk {
  readonly reader: SdtReaderSimulator;
  readonly printer: EscposSimulator;
  readonly driver: ShellDriver;
  /** Of this machine: the folder of all programs' settings, and the terminal's own. */
  readonly folders: { readonly machine: string; readonly terminal: string };
  /** The same program once more on the same machine; `machine`: the settings folder of another of its users. */
  startSecond(machine?: string): Promise<ShellDriver>;
  /** Everything that was logged: standard error and the files. */
  log(): string;
  devicesPids(): readonly number[];
  stop(): Promise<void>;
}

export interface ShellKioskOptions {
  readonly hall: HallProgram;
  readonly terminalId: string;
  /** `shell` of the configuration. */
  readonly shell?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

export async function startShellKiosk({
  hall,
  terminalId,
  shell = {},
  env = {},
}: ShellKioskOptions): Promise<ShellKiosk> {
  const machine = mkdtempSync(join(tmpdir(), 'jiaohao-machine-'));
  const terminal = join(hall.folder, '..', terminalId);
  const [readerLine, printerLine] = [await openPtyPair(), await openPtyPair()];
  const reader = new SdtReaderSimulator(createPort(readerLine.b, { baudRate: 115_200 }));
  const printer = new EscposSimulator(createPort(printerLine.b, { baudRate: 115_200 }));
  reader.start();
  printer.start();
  mkdirSync(terminal, { recursive: true });
  writeFileSync(join(terminal, 'token'), await hall.credential('terminal', terminalId), { mode: 0o600 });
  const config = {
    terminalId,
    role: 'kiosk',
    hallUrl: hall.url(),
    tokenFile: 'token',
    dataFolder: 'data',
    besideOthers: true,
    shell,
    devices: [
      { kind: 'idCardReader', model: 'sdt', port: readerLine.a, options: {} },
      { kind: 'ticketPrinter', model: 'escpos', port: printerLine.a, options: {} },
    ],
  };
  const file = join(terminal, 'terminal.json');
  writeFileSync(file, JSON.stringify(config));
  const start = (settings = machine) =>
    startShell({ args: ['--config', file], env: { XDG_CONFIG_HOME: settings, ...env } });
  const driver = await start();
  const log = () => driver.log() + filesIn(join(terminal, 'data', 'logs'));
  return {
    reader,
    printer,
    driver,
    folders: { machine, terminal },
    startSecond: start,
    log,
    devicesPids: () => [...new Set([...log().matchAll(/"devicesPid":(\d+)/g)].map(([, pid]) => Number(pid)))],
    stop: async () => {
      await driver.close();
      await Promise.all([reader.stop(), printer.stop()]);
      await Promise.all([readerLine.close(), printerLine.close()]);
      rmSync(machine, { recursive: true, force: true });
    },
  };
}

/** A finger on the glass: pressed and lifted in the middle of what is named, as Chromium's input has it. */
export async function tap(page: Page, x: number, y: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  // What this finger did may have closed the page before the answer came.
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }).catch(ifPageIsOpen(page));
  await session.detach().catch(ifPageIsOpen(page));
}

function ifPageIsOpen(page: Page): (error: unknown) => Promise<void> {
  return async (error) => {
    await vi.waitFor(
      () => {
        if (!page.isClosed()) throw error;
      },
      { timeout: 2_000, interval: 20 },
    );
  };
}

export async function tapButton(page: Page, name: string | RegExp, timeout: number): Promise<void> {
  const button = page.getByRole('button', { name }).first();
  // A button that is drawn anew has no place for a moment.
  const box = await vi.waitFor(
    async () => {
      const found = await button.boundingBox({ timeout });
      if (found === null) throw new Error(`${String(name)} is nowhere on the glass`);
      return found;
    },
    { timeout, interval: 50 },
  );
  await tap(page, box.x + box.width / 2, box.y + box.height / 2);
}

function filesIn(folder: string): string {
  try {
    return readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
  } catch {
    return ''; // nothing logged to disk, which one of the journeys is about
  }
}
