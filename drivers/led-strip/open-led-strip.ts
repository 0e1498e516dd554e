// From a terminal's configuration to an LED strip: one honest switch over the models we know.
import { splitLineOptions } from '../port/line-options.ts';
import type { LedStrip } from './contract.ts';
import { sharedStripLine } from './line.ts';
import { ONBON_FRAME_SHAPE } from './onbon/codec.ts';
import { OnbonStrip } from './onbon/driver.ts';
import { onbonSettings } from './onbon/settings.ts';
import { PlainTextStrip } from './plain-text/driver.ts';
import { plainTextSettings } from './plain-text/settings.ts';

export interface LedStripConfig {
  /** `onbon` (BX-5K and BX-6K font cards) or `plainText` (any strip that shows what it is sent). */
  readonly model: string;
  /** A device path, tcp://host:port, udp://host:port or memory:NAME; strips that name the same port share one line. */
  readonly port: string;
  /** Those of the model (docs/protocols/led-strip.md), `baudRate`: 57600 for Onbon, 9600 for plain text, and `serialNumber`. */
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * The strip, not yet started. Throws RangeError naming a model, setting or value that is not right, and DeviceError
 * `portUnavailable` for a port that cannot be understood.
 */
export function openLedStrip({ model, port, options }: LedStripConfig): LedStrip {
  switch (model) {
    case 'onbon': {
      const { line, own } = splitLineOptions(options, 57_600);
      const checked = onbonSettings(own);
      return new OnbonStrip(sharedStripLine(port, line, ONBON_FRAME_SHAPE), checked);
    }
    case 'plainText': {
      const { line, own } = splitLineOptions(options, 9600);
      const checked = plainTextSettings(own);
      return new PlainTextStrip(sharedStripLine(port, line, ONBON_FRAME_SHAPE), checked);
    }
    default:
      throw new RangeError(`model "${model}" is not an LED strip; known: onbon, plainText`);
  }
}
