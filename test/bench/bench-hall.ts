// The hall that is measured: 20 queues, 200 windows (ten a queue), 200 kiosks, 50 boards, open all day, at its own noon.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HallConfig } from '@jiaohao/contracts/hall-config';
import { startServer } from '../replay/server-process.ts';
import type { ServerProcess } from '../replay/server-process.ts';

export const QUEUES = 20;
export const WINDOWS = 200;
export const KIOSKS = 200;
export const BOARDS = 50;
/** A Monday at noon: midnight, when a day ends, is far. */
export const NOON_AT = Date.UTC(2026, 10, 23, 12);

const name = (zh: string, en: string) => ({ zh, en });
const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
export const queueId = (at: number) => `q${(at % QUEUES) + 1}`;
export const windowId = (at: number) => `w${at + 1}`;
export const kioskId = (at: number) => `k${at + 1}`;
export const staffNo = (at: number) => String(1001 + at);
export const displayId = (at: number) => `d${at + 1}`;

export function benchConfig(): HallConfig {
  const open = [{ opens: '00:00', closes: '24:00' }];
  return HallConfig.parse({
    hall: { hallId: 'bench', name: name('测试大厅', 'Bench hall'), timeZone: 'UTC' },
    zones: [{ zoneId: 'z1', name: name('一区', 'Zone 1'), floor: 1 }],
    queues: many(QUEUES, (at) => ({
      queueId: queueId(at),
      name: name(`队列 ${at + 1}`, `Queue ${at + 1}`),
      prefix: String.fromCharCode(65 + at),
      zoneId: 'z1',
    })),
    serviceItems: many(QUEUES, (at) => ({
      serviceItemId: `i${at + 1}`,
      name: name(`事项 ${at + 1}`, `Service ${at + 1}`),
      queueId: queueId(at),
    })),
    windows: many(WINDOWS, (at) => ({
      windowId: windowId(at),
      label: String(at + 1),
      zoneId: 'z1',
      queueIds: [queueId(at)],
    })),
    hours: { monday: open },
    terminals: many(KIOSKS, (at) => ({ terminalId: kioskId(at), role: 'kiosk', zoneId: 'z1' })),
    displays: many(BOARDS, (at) => ({ displayId: displayId(at), kind: 'board', zoneId: null })),
    staff: many(WINDOWS, (at) => ({ staffNo: staffNo(at), name: `Clerk ${at + 1}` })),
  });
}

export interface BenchHall {
  readonly server: ServerProcess;
  readonly folder: string;
  token(kind: 'terminal' | 'display' | 'clerk', id: string): Promise<string>;
  /** Stops the server and takes its folder away. */
  close(): Promise<void>;
}

/** `nodeOptions`: for a profile of the server. */
export async function openBenchHall(nodeOptions: readonly string[] = profileOptions()): Promise<BenchHall> {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-bench-'));
  const configFile = join(folder, 'hall.json');
  writeFileSync(configFile, JSON.stringify(benchConfig()));
  const server = await startServer({ dataFolder: folder, configFile, clockStartAt: NOON_AT, nodeOptions });
  return {
    server,
    folder,
    token: async (kind, id) => ((await server.post('/api/v1/credentials', { kind, id })) as { token: string }).token,
    close: async () => {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** `BENCH_PROFILE=DIR` writes a CPU profile of every measured server into DIR. */
function profileOptions(): string[] {
  const folder = process.env['BENCH_PROFILE'];
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];
}
