// From a terminal's configuration to an ID-card reader: the one place that knows which models there are.
import type { IdCardReader } from './contract.ts';
import { LINE_SETTINGS, readerPort } from './reader-port.ts';
import { SdtIdCardReader } from './sdt/driver.ts';
import { TRIGGER_SETTINGS, triggerOf } from './sdt/trigger.ts';
import { TriggeredCycle } from './sdt/triggered-cycle.ts';
import { refuseUnknown } from './setting-checks.ts';

export interface IdCardReaderConfig {
  /** `sdt`: every reader with an SDT / SAM_A module on a serial line, behind a serial server, on USB or HID.
   * `textTriggered`: a module that reads when a line of text asks it to. */
  readonly model: string;
  /** A device path or a pattern of one, tcp://host:port, `usb:` or `usb:0400:c35a`, `hid:0483:5750`, or memory:NAME. */
  readonly port: string;
  /** `baudRate` (default 115200), `serialNumber`, `pipes` and `reports`: docs/protocols/id-card-reader.md, "Lines". */
  readonly options?: Readonly<Record<string, unknown>>;
}

/**
 * The reader, not yet started. Throws RangeError naming a model, setting or value that is not right, and DeviceError
 * `portUnavailable` for a port that cannot be understood.
 */
export function openIdCardReader({ model, port, options = {} }: IdCardReaderConfig): IdCardReader {
  switch (model) {
    case 'sdt':
      refuseUnknown(options, LINE_SETTINGS);
      return new SdtIdCardReader(readerPort(port, options));
    case 'textTriggered': {
      refuseUnknown(options, [...LINE_SETTINGS, ...TRIGGER_SETTINGS]);
      const trigger = triggerOf(options);
      return new SdtIdCardReader(readerPort(port, options), (opened) => new TriggeredCycle(opened, trigger));
    }
    default:
      throw new RangeError(`model "${model}" is not an ID-card reader; known: sdt, textTriggered`);
  }
}
