// From a terminal's configuration to an ID-card reader: the one place that knows which models there are.
import { DeviceError } from '../device-error.ts';
import { devicePort, type DeviceSpec } from '../port/device-spec.ts';
import type { IdCardReader } from './contract.ts';
import { SdtIdCardReader } from './sdt/driver.ts';

/** Factory setting of SDT modules (docs/protocols/id-card-reader.md). */
const SDT_BAUD_RATE = 115_200;

/**
 * The reader, not yet started. Models: `sdt` (every reader with an SDT / SAM_A module on a serial line).
 * Throws DeviceError, not retryable: `deviceRefused` for a model that is not known, `portUnavailable` for a port that
 * cannot be understood.
 */
export function openIdCardReader(spec: DeviceSpec): IdCardReader {
  switch (spec.model) {
    case 'sdt':
      return new SdtIdCardReader(devicePort(spec, SDT_BAUD_RATE));
    default:
      throw new DeviceError('deviceRefused', `there is no ID-card reader model "${spec.model}"; known: sdt`, {
        isRetryable: false,
      });
  }
}
