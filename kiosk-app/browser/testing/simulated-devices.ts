// Simulated devices on memory lines, with the settings that lead the drivers to them.
import { EscposSimulator, memoryLine, PadBusSimulator, SdtReaderSimulator } from '@jiaohao/drivers/simulators';
import type { DeviceSetting } from '../../wire/devices.ts';

let lines = 0;

export function simulatedKioskDevices() {
  lines += 1;
  const readerLine = memoryLine(`reader-${lines}`);
  const printerLine = memoryLine(`printer-${lines}`);
  const reader = new SdtReaderSimulator(readerLine.devicePort());
  const printer = new EscposSimulator(printerLine.devicePort());
  reader.start();
  printer.start();
  const settings: DeviceSetting[] = [
    { kind: 'idCardReader', model: 'sdt', port: `memory:${readerLine.name}`, options: {} },
    { kind: 'ticketPrinter', model: 'escpos', port: `memory:${printerLine.name}`, options: {} },
  ];
  const stop = async (): Promise<void> => {
    await Promise.all([reader.stop(), printer.stop()]);
  };
  return { settings, reader, readerLine, printer, printerLine, stop };
}

export function simulatedPad() {
  lines += 1;
  const line = memoryLine(`pad-${lines}`);
  const pad = new PadBusSimulator(line.devicePort());
  pad.start();
  const options = { address: 1, levels: { '1': 2, '2': 3, '3': 4, '4': 5 } };
  const settings: DeviceSetting[] = [{ kind: 'evaluationPad', model: 'bus485', port: `memory:${line.name}`, options }];
  return { settings, pad, line, stop: () => pad.stop() };
}
