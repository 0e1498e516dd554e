// The ways a line fails, in the words of DeviceError; every transport makes its errors here.
import { DeviceError } from '../device-error.ts';

/** The line is not there, is taken, or its far end does not answer. Worth trying again. */
export function portUnavailable(name: string, cause?: unknown): DeviceError {
  return new DeviceError('portUnavailable', `cannot open ${name}${because(cause)}`, { isRetryable: true, cause });
}

/** The line was open and is gone, or was never opened. Worth trying again after the next `open`. */
export function portLost(name: string, cause?: unknown): DeviceError {
  return new DeviceError('portLost', `${name} is closed${because(cause)}`, { isRetryable: true, cause });
}

/** What is plugged in there is not what the configuration means; somebody has to look. `detail` names both. */
export function wrongDevice(detail: string): DeviceError {
  return new DeviceError('wrongDevice', detail, { isRetryable: false });
}

/** Several devices fit the configuration, and none is taken at a venture. `found` are the names to choose from. */
export function ambiguousDevice(wanted: string, found: readonly string[]): DeviceError {
  const detail = `${wanted} fits ${found.length} devices (${found.join(', ')}); name one by serialNumber or by its socket`;
  return new DeviceError('ambiguousDevice', detail, { isRetryable: false });
}

function because(cause: unknown): string {
  return cause instanceof Error ? `: ${cause.message}` : '';
}
