// A started browser host for tests, with its files, its words, and the ids of its devices processes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TerminalConfigInput } from '../../terminal/terminal-config.ts';
import { startTerminal, type StartedTerminal } from '../host.ts';
import { TOKEN, type FakeHall } from './fake-hall.ts';
import { recordedLog } from './recorded-log.ts';

export interface HostOptions {
  readonly hall: FakeHall;
  readonly devices: NonNullable<TerminalConfigInput['devices']>;
  readonly run: 'process' | 'inProcess';
  readonly role?: 'kiosk' | 'window';
}

export type HostedTerminal = Awaited<ReturnType<typeof startHost>>;

export async function startHost({ hall, devices, run, role = 'kiosk' }: HostOptions) {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-host-'));
  const tokenFile = join(folder, 'token');
  writeFileSync(tokenFile, TOKEN, { mode: 0o600 });
  const { log, text } = recordedLog();
  const config = { terminalId: 'K1', role, hallUrl: hall.url, tokenFile, dataFolder: folder, devices };
  let terminal: StartedTerminal = await startTerminal({ config, log, devices: run });
  const { url } = terminal;
  return {
    url,
    logText: text,
    /** In the order of their starts. */
    devicesPids: () => [...text().matchAll(/"devicesPid":(\d+)/g)].map(([, pid]) => Number(pid)),
    restart: async (): Promise<void> => {
      await terminal.close();
      const listen = { port: Number(new URL(url).port) };
      terminal = await startTerminal({ config: { ...config, listen }, log, devices: run });
    },
    /** A request with headers that fetch does not let through. */
    get: (path: string, headers: Record<string, string>) =>
      new Promise<{ status: number }>((resolve, reject) => {
        const asked = request(new URL(path, url), { headers }, (response) => {
          response.resume();
          resolve({ status: response.statusCode ?? 0 });
        });
        asked.once('error', reject);
        asked.end();
      }),
    close: async (): Promise<void> => {
      await terminal.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
