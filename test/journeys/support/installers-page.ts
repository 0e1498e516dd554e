// `npm run devices -- page` as a process, over one window's pads on a real 485 line.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPort } from '@jiaohao/drivers';
import { openPtyPair, PadBusSimulator } from '@jiaohao/drivers/simulators';

const DEVICES_TOOL = join(import.meta.dirname, '../../../kiosk-app/devices-tool/main.ts');

export interface InstallersPage {
  readonly address: string;
  /** Both pads have the address 3. */
  readonly pads: PadBusSimulator;
  /** As by Ctrl-C; the exit code. */
  end(): Promise<number | null>;
  close(): Promise<void>;
}

/** `folder`: where its terminal.json is written. */
export async function startInstallersPage(folder: string): Promise<InstallersPage> {
  const bus = await openPtyPair();
  const pads = new PadBusSimulator(createPort(bus.b, { baudRate: 9600 }));
  pads.start();
  const of = { model: 'bus485', windowId: 'w3', port: bus.a };
  const levels = { '1': 2, '2': 3, '3': 4, '4': 5 };
  const devices = [
    { kind: 'evaluationPad', ...of, options: { address: 3, levels } },
    { kind: 'callPad', ...of, options: { address: 3 } },
  ];
  const config = join(folder, 'pads.json');
  const terminal = { terminalId: 'pads-1', role: 'pads', hallUrl: 'http://192.0.2.10:8080', tokenFile: 'token' };
  writeFileSync(config, JSON.stringify({ ...terminal, devices }));
  const program = spawn(process.execPath, [DEVICES_TOOL, 'page', '--json', '--config', config], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(program, 'exit');
  const said = once(program.stdout, 'data') as Promise<[Buffer]>;
  const [line] = await Promise.race([said, ended.then(() => Promise.reject(new Error('it ended at once')))]);
  const end = async (): Promise<number | null> => {
    program.kill('SIGTERM');
    await ended;
    return program.exitCode;
  };
  return {
    address: (JSON.parse(line.toString('utf8')) as { page: string }).page,
    pads,
    end,
    close: async () => {
      await end();
      await pads.stop();
      await bus.close();
    },
  };
}
