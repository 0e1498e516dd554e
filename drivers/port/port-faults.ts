// The two ways a line fails, in the words of DeviceError; every transport makes its errors here.
import { DeviceError } from '../device-error.ts';

/** The line is not there, is taken, or its far end does not answer. Worth trying again. */
export function portUnavailable(name: string, cause?: unknown): DeviceError {
  return new DeviceError('portUnavailable', `cannot open ${name}${because(cause)}`, { isRetryable: true, cause });
}

/** The line was open and is gone, or was never opened. Worth trying again after the next `open`. */
export function portLost(name: string, cause?: unknown): DeviceError {
  return new DeviceError('portLost', `${name} is closed${because(cause)}`, { isRetryable: true, cause });
}

function because(cause: unknown): string {
  return cause instanceof Error ? `: ${cause.message}` : '';
}
