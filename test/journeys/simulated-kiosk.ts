// A kiosk and a window as they stand in a hall: terminal programs over real serial paths, with simulated devices at the far end.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPort } from '@jiaohao/drivers';
import type { Port } from '@jiaohao/drivers';
import { EscposSimulator, openPtyPair, PadBusSimulator, SdtReaderSimulator } from '@jiaohao/drivers/simulators';
import type { PtyPair } from '@jiaohao/drivers/simulators';
import { startProgram } from './child-process.ts';
import type { Program } from './child-process.ts';
import type { HallProgram } from './hall-program.ts';

export interface SimulatedKiosk {
  readonly program: Program;
  readonly page: string;
  readonly reader: SdtReaderSimulator;
  readonly printer: EscposSimulator;
  /** Where the printer stands: what comes in is heard here first. */
  readonly printerPort: Port;
  /** The cables: pulled, put back, or disturbed. */
  readonly lines: { readonly reader: PtyPair; readonly printer: PtyPair };
  stop(): Promise<void>;
}

/** `watchReader`: what stands between the simulated reader and its line. `shell`: of the configuration. */
export async function startKiosk(
  hall: HallProgram,
  terminalId: string,
  watchReader: (port: Port) => Port = (port) => port,
  shell: Readonly<Record<string, unknown>> = {},
): Promise<SimulatedKiosk> {
  const [readerLine, printerLine] = [await openPtyPair(), await openPtyPair()];
  const reader = new SdtReaderSimulator(watchReader(createPort(readerLine.b, { baudRate: 115_200 })));
  const printerPort = createPort(printerLine.b, { baudRate: 115_200 });
  const printer = new EscposSimulator(printerPort);
  reader.start();
  printer.start();
  const devices = [
    { kind: 'idCardReader', model: 'sdt', port: readerLine.a, options: {} },
    { kind: 'ticketPrinter', model: 'escpos', port: printerLine.a, options: {} },
  ];
  const program = await startTerminal(hall, terminalId, { role: 'kiosk', devices, shell });
  return {
    program,
    page: String(program.ready['page']),
    reader,
    printer,
    printerPort,
    lines: { reader: readerLine, printer: printerLine },
    stop: async () => {
      await program.stop();
      await Promise.all([reader.stop(), printer.stop()]);
      await Promise.all([readerLine.close(), printerLine.close()]);
    },
  };
}

export interface SimulatedPad {
  readonly program: Program;
  readonly pad: PadBusSimulator;
  stop(): Promise<void>;
}

export async function startWindowTerminal(
  hall: HallProgram,
  terminalId: string,
  shell: object = {},
): Promise<SimulatedPad> {
  const line = await openPtyPair();
  const pad = new PadBusSimulator(createPort(line.b, { baudRate: 9_600 }));
  pad.start();
  const options = { address: 1, levels: { '1': 2, '2': 3, '3': 4, '4': 5 } };
  const program = await startTerminal(hall, terminalId, {
    role: 'window',
    devices: [{ kind: 'evaluationPad', model: 'bus485', port: line.a, options }],
    shell,
  });
  return {
    program,
    pad,
    stop: async () => {
      await program.stop();
      await pad.stop();
      await line.close();
    },
  };
}

export async function startTerminal(
  hall: HallProgram,
  terminalId: string,
  settings: { readonly role: string; readonly devices: readonly object[]; readonly shell?: object },
): Promise<Program> {
  const folder = join(hall.folder, '..', terminalId);
  mkdirSync(folder, { recursive: true });
  const tokenFile = join(folder, 'token');
  writeFileSync(tokenFile, await hall.credential('terminal', terminalId), { mode: 0o600 });
  const config = join(folder, 'terminal.json');
  writeFileSync(
    config,
    JSON.stringify({ terminalId, hallUrl: hall.url(), tokenFile, besideOthers: true, ...settings }),
  );
  return startProgram('kiosk-app/browser/main.ts', ['--config', config]);
}
