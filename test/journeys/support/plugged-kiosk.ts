// A kiosk whose devices hang on USB: named by a folder of stable names, and each time they are plugged in on another line.
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPort } from '@jiaohao/drivers';
import type { Port } from '@jiaohao/drivers';
import { EscposSimulator, openPtyPair, SdtReaderSimulator } from '@jiaohao/drivers/simulators';
import { startProgram } from '../child-process.ts';
import type { Program } from '../child-process.ts';
import type { HallProgram } from '../hall-program.ts';

interface Simulator {
  start(): void;
  stop(): Promise<void>;
}

export interface Plug<S extends Simulator> {
  /** The device that is plugged in now. Throws while none is. */
  readonly device: S;
  /** How often it was plugged in: each time under another name of the system. */
  readonly times: number;
  plugIn(): Promise<void>;
  pull(): Promise<void>;
}

export interface PluggedKiosk {
  readonly program: Program;
  readonly page: string;
  readonly reader: Plug<SdtReaderSimulator>;
  readonly printer: Plug<EscposSimulator>;
  stop(): Promise<void>;
}

const READER = 'usb-Reader_Maker_SDR_SN-R1-if00';
const PRINTER = 'usb-Printer_Maker_T80_SN-P1-if00';

/** Both devices plugged in, the terminal started. `rollMm`: length of a new roll of paper. */
export async function startPluggedKiosk(hall: HallProgram, terminalId: string, rollMm: number): Promise<PluggedKiosk> {
  const folder = join(hall.folder, '..', terminalId);
  const byId = join(folder, 'by-id');
  mkdirSync(byId, { recursive: true });
  const reader = plugAt(join(byId, READER), (port) => new SdtReaderSimulator(port));
  const printer = plugAt(join(byId, PRINTER), (port) => new EscposSimulator(port));
  await Promise.all([reader.plugIn(), printer.plugIn()]);
  const tokenFile = join(folder, 'token');
  writeFileSync(tokenFile, await hall.credential('terminal', terminalId), { mode: 0o600 });
  const config = join(folder, 'terminal.json');
  const devices = [
    { kind: 'idCardReader', model: 'sdt', port: join(byId, '*_SN-R1-*'), options: {} },
    { kind: 'ticketPrinter', model: 'escpos', port: join(byId, PRINTER), options: { rollMm } },
  ];
  writeFileSync(
    config,
    JSON.stringify({ terminalId, role: 'kiosk', hallUrl: hall.url(), tokenFile, besideOthers: true, devices }),
  );
  const program = await startProgram('kiosk-app/browser/main.ts', ['--config', config]);
  return {
    program,
    page: String(program.ready['page']),
    reader,
    printer,
    stop: async () => {
      await program.stop();
      await Promise.all([reader.pull(), printer.pull()]);
    },
  };
}

function plugAt<S extends Simulator>(name: string, make: (port: Port) => S): Plug<S> {
  let plugged: { readonly device: S; readonly end: () => Promise<void> } | null = null;
  let times = 0;
  return {
    get device() {
      if (plugged === null) throw new Error(`nothing is plugged in at ${name}`);
      return plugged.device;
    },
    get times() {
      return times;
    },
    plugIn: async () => {
      if (plugged !== null) return;
      const line = await openPtyPair();
      const device = make(createPort(line.b, { baudRate: 115_200 }));
      device.start();
      symlinkSync(line.a, name);
      times += 1;
      plugged = {
        device,
        end: async () => {
          rmSync(name);
          await line.unplug();
          await device.stop();
          await line.close();
        },
      };
    },
    pull: async () => {
      const { end } = plugged ?? {};
      plugged = null;
      await end?.();
    },
  };
}
