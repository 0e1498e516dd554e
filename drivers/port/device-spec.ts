// What a terminal's configuration says of one device, and the port it names.
import { createPort } from './open-port.ts';
import type { Port } from './port.ts';

export interface DeviceSpec {
  readonly model: string;
  /** `/dev/ttyUSB0`, `COM3`, `tcp://host:port` or `memory:NAME`. */
  readonly port: string;
  /** `baudRate` for a serial line; a model may know more. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/**
 * The device's port, not yet open; a serial line without a configured `baudRate` gets the model's own.
 * Throws DeviceError `portUnavailable`, not retryable, when the configuration cannot be understood.
 */
export function devicePort(spec: DeviceSpec, modelBaudRate: number): Port {
  return createPort(spec.port, { baudRate: spec.options?.['baudRate'] ?? modelBaudRate });
}
