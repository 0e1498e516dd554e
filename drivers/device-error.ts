// A fault: a device or a line failed. Expected, named by a code, never matched by its text.

export const DEVICE_ERROR_CODES = [
  'portUnavailable',
  'portLost',
  'noReply',
  'badReply',
  'deviceBusy',
  'deviceRefused',
  'deviceFault',
  'addressConflict',
  'wrongDevice',
  'ambiguousDevice',
  'paperOut',
  'coverOpen',
  'cutterError',
  'unrecoverable',
  'offline',
] as const;

export type DeviceErrorCode = (typeof DEVICE_ERROR_CODES)[number];

export class DeviceError extends Error {
  override readonly name = 'DeviceError';
  readonly code: DeviceErrorCode;
  /** True when the same call may succeed later without somebody touching the device. */
  readonly isRetryable: boolean;

  constructor(code: DeviceErrorCode, detail: string, options: { isRetryable: boolean; cause?: unknown }) {
    super(`${code}: ${detail}`, { cause: options.cause });
    this.code = code;
    this.isRetryable = options.isRetryable;
  }
}
