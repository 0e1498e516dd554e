// What `status` is told of a device: `--options` as in a terminal's configuration, refused by the rules of the device's own driver.
import { openIdCardReader } from '../id-card-reader/open-id-card-reader.ts';
import { onbonSettings } from '../led-strip/onbon/settings.ts';
import { plainTextSettings } from '../led-strip/plain-text/settings.ts';
import { splitLineOptions } from '../port/line-options.ts';
import { openTicketPrinter } from '../ticket-printer/open-ticket-printer.ts';
import { driverOf } from './driver-status.ts';
import type { LookModel } from './look-at-device.ts';

type Options = Readonly<Record<string, unknown>>;

/** Opens nothing. `usual` is the model's baud rate. Throws ToolTrouble `badSetting` or `portName`. */
export function lookSettings(model: LookModel, spec: string, options: Options, usual: number) {
  return driverOf(spec, () => {
    const { line, own } = splitLineOptions(options, usual);
    const settings = { ...own, ...line };
    if (model === 'onbon') onbonSettings(own);
    if (model === 'plainText') plainTextSettings(own);
    if (model === 'sdt') openIdCardReader({ model, port: spec, options: settings });
    if (model === 'escpos') openTicketPrinter({ model, port: spec, options: settings });
    return settings;
  });
}
