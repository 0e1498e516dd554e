// Where a ticket printer's count of paper is kept when the configuration names a roll and no file: in the terminal's data folder.
import { join } from 'node:path';
import type { DeviceSetting } from '../wire/devices.ts';

/** Without a file the count would begin anew with each start, and nothing would be known of the roll until the next one. */
export function withPaperFile(devices: readonly DeviceSetting[], dataFolder: string): readonly DeviceSetting[] {
  return devices.map((device) => {
    const { rollMm, paperFile } = device.options;
    const needsFile = device.kind === 'ticketPrinter' && typeof rollMm === 'number' && rollMm > 0;
    if (!needsFile || paperFile !== undefined) return device;
    return { ...device, options: { ...device.options, paperFile: join(dataFolder, 'printer-paper.json') } };
  });
}
