// A whole kiosk core for tests: fake hall over a real socket, real drivers, simulated devices, real files, all its words recorded.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { devicesInProcess } from '../../devices/in-process.ts';
import { DevicesLink } from '../../terminal/devices-link.ts';
import { HallLink } from '../../terminal/hall-link.ts';
import { KioskTerminal } from '../../terminal/kiosk-terminal.ts';
import type { TakeTicketOutcome, TerminalMessage } from '../../wire/page.ts';
import { FakeHall, TOKEN } from './fake-hall.ts';
import { recordedLog } from './recorded-log.ts';
import { simulatedKioskDevices } from './simulated-devices.ts';

export interface KioskRigOptions {
  readonly answerLimitMs?: number;
  readonly silenceMs?: number;
}

export async function startKioskRig(options: KioskRigOptions = {}) {
  const hall = await FakeHall.start();
  const simulated = simulatedKioskDevices();
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-kiosk-'));
  const words = recordedLog();
  const messages: TerminalMessage[] = [];
  let core = startCore();

  function startCore() {
    const { log } = words;
    const devices = new DevicesLink({ openChannel: devicesInProcess, devices: simulated.settings, log });
    const link = new HallLink({ url: hall.url, token: TOKEN, viewKind: 'kiosk', log, ...silence(options) });
    const { answerLimitMs } = options;
    const limit = answerLimitMs === undefined ? {} : { answerLimitMs };
    const terminal = new KioskTerminal({ terminalId: 'K1', dataFolder: folder, hall: link, devices, log, ...limit });
    terminal.listen((message) => messages.push(message));
    return { terminal, devices, link, running: devices.start() };
  }

  const stopCore = async (): Promise<void> => {
    core.terminal.close();
    core.link.close();
    await core.devices.close();
  };

  const rig = {
    hall,
    ...simulated,
    folder,
    messages,
    logText: words.text,
    get terminal() {
      return core.terminal;
    },
    get devices() {
      return core.devices;
    },
    get link() {
      return core.link;
    },
    /** One question of the page: the first answer, later ones in `late`. */
    ask: (message: Parameters<KioskTerminal['handle']>[0]) => askOnce(core.terminal, message),
    untilReady: () =>
      vi.waitFor(() => {
        const { hallLink, printer, reader } = core.terminal.update();
        if (hallLink !== 'up' || printer.state !== 'ready' || reader.state !== 'ready') throw new Error('not ready');
      }, PATIENCE),
    restart: async (): Promise<void> => {
      await stopCore();
      core = startCore();
    },
    stopCore,
    /** Leaves this behind as an earlier run would have. */
    keep: (requests: readonly object[]) =>
      writeFileSync(join(folder, 'pending-requests.json'), JSON.stringify(requests)),
    /** Everything that lies in the terminal's folder, as one text. */
    onDisk: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
        .join('\n'),
    close: async (): Promise<void> => {
      await stopCore();
      await simulated.stop();
      await hall.down();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await rig.untilReady();
  return rig;
}

export type KioskRig = Awaited<ReturnType<typeof startKioskRig>>;

/** For conditions that real timers bring about. */
export const PATIENCE = { timeout: 30_000, interval: 20 };

function silence({ silenceMs }: KioskRigOptions): { silenceMs?: number } {
  return silenceMs === undefined ? {} : { silenceMs };
}

async function askOnce(
  terminal: KioskTerminal,
  message: Parameters<KioskTerminal['handle']>[0],
): Promise<TakeTicketOutcome> {
  return new Promise((resolve) => {
    void terminal.handle(message, (answer) => {
      if (answer.type === 'answer') resolve(answer.outcome);
    });
  });
}
