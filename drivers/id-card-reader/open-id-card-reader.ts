// From a terminal's configuration to an ID-card reader: the one place that knows which models there are.
import { createPort } from '../port/open-port.ts';
import type { IdCardReader } from './contract.ts';
import { SdtIdCardReader } from './sdt/driver.ts';

export interface IdCardReaderConfig {
  /** `sdt`: every reader with an SDT / SAM_A module on a serial line or behind a serial server. */
  readonly model: string;
  /** A device path, tcp://host:port, or memory:NAME. */
  readonly port: string;
  /** `baudRate` of a serial line (default 115200). */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Factory setting of SDT modules (docs/protocols/id-card-reader.md). */
const DEFAULT_BAUD_RATE = 115_200;

/**
 * The reader, not yet started. Throws RangeError naming a model, setting or value that is not right, and DeviceError
 * `portUnavailable` for a port that cannot be understood.
 */
export function openIdCardReader({ model, port, options = {} }: IdCardReaderConfig): IdCardReader {
  switch (model) {
    case 'sdt': {
      const { baudRate = DEFAULT_BAUD_RATE, ...others } = options;
      if (typeof baudRate !== 'number') throw new RangeError('baudRate must be a number');
      const [unknown] = Object.keys(others);
      if (unknown !== undefined) throw new RangeError(`"${unknown}" is not a setting of the reader; known: baudRate`);
      return new SdtIdCardReader(createPort(port, { baudRate }));
    }
    default:
      throw new RangeError(`model "${model}" is not an ID-card reader; known: sdt`);
  }
}
