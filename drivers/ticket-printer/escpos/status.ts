// What the four real-time status replies and the automatic status block of an ESC/POS printer mean, bit by bit.
import type { DeviceErrorCode } from '../../device-error.ts';

export const STATUS_TOPICS = [1, 2, 3, 4] as const;
export type StatusTopic = (typeof STATUS_TOPICS)[number];

/** Every bit of docs/protocols/ticket-printer.md, "Real-time status"; fields that a reply does not carry are false. */
export interface PrinterFlags {
  readonly drawerPinHigh: boolean;
  readonly offline: boolean;
  readonly waitingForRecovery: boolean;
  readonly feedButtonPressed: boolean;
  readonly coverOpen: boolean;
  readonly feedingByButton: boolean;
  readonly stoppedByPaperEnd: boolean;
  readonly errorOccurred: boolean;
  /** Undefined on some printers, so it is shown but decides nothing. */
  readonly mechanicalError: boolean;
  readonly cutterError: boolean;
  readonly unrecoverable: boolean;
  /** The head is too hot; the printer goes on by itself. */
  readonly recoversByItself: boolean;
  readonly paperNearEnd: boolean;
  readonly paperEnd: boolean;
}

export const NO_FLAGS: PrinterFlags = {
  drawerPinHigh: false,
  offline: false,
  waitingForRecovery: false,
  feedButtonPressed: false,
  coverOpen: false,
  feedingByButton: false,
  stoppedByPaperEnd: false,
  errorOccurred: false,
  mechanicalError: false,
  cutterError: false,
  unrecoverable: false,
  recoversByItself: false,
  paperNearEnd: false,
  paperEnd: false,
};

/** Fixed bits of a `DLE EOT` reply: 0 and 7 clear, 1 and 4 set. */
export function isStatusReply(byte: number): boolean {
  return (byte & 0x93) === 0x12;
}

const has = (byte: number, bits: number): boolean => (byte & bits) !== 0;

/** The flags that the reply to `DLE EOT topic` carries. Where two bits say the same thing, either is enough. */
export function decodeStatusReply(topic: StatusTopic, byte: number): Partial<PrinterFlags> {
  switch (topic) {
    case 1:
      return {
        drawerPinHigh: has(byte, 0x04),
        offline: has(byte, 0x08),
        waitingForRecovery: has(byte, 0x20),
        feedButtonPressed: has(byte, 0x40),
      };
    case 2:
      return {
        coverOpen: has(byte, 0x04),
        feedingByButton: has(byte, 0x08),
        stoppedByPaperEnd: has(byte, 0x20),
        errorOccurred: has(byte, 0x40),
      };
    case 3:
      return {
        mechanicalError: has(byte, 0x04),
        cutterError: has(byte, 0x08),
        unrecoverable: has(byte, 0x20),
        recoversByItself: has(byte, 0x40),
      };
    case 4:
      return { paperNearEnd: has(byte, 0x0c), paperEnd: has(byte, 0x60) };
  }
}

export type StatusBlock = readonly [number, number, number, number];

/** The flags of a four-byte automatic status block (`GS a`), which some printers are set to send unasked. */
export function decodeStatusBlock(block: StatusBlock): PrinterFlags {
  const [first, second, third] = block;
  return {
    ...NO_FLAGS,
    drawerPinHigh: has(first, 0x04),
    offline: has(first, 0x08),
    coverOpen: has(first, 0x20),
    feedingByButton: has(first, 0x40),
    mechanicalError: has(second, 0x04),
    cutterError: has(second, 0x08),
    unrecoverable: has(second, 0x20),
    recoversByItself: has(second, 0x40),
    paperNearEnd: has(third, 0x03),
    paperEnd: has(third, 0x0c),
  };
}

/** Paper bits of a `GS r 1` reply; "end" is normally never reported, because a printer without paper does not execute it. */
export function decodeFenceReply(byte: number): Pick<PrinterFlags, 'paperNearEnd' | 'paperEnd'> {
  return { paperNearEnd: has(byte, 0x03), paperEnd: has(byte, 0x0c) };
}

/** Why the printer cannot print now, the cause that somebody can remedy first; null when it can. Near end is no trouble. */
export function troubleOf(flags: PrinterFlags): DeviceErrorCode | null {
  if (flags.coverOpen) return 'coverOpen';
  if (flags.paperEnd || flags.stoppedByPaperEnd) return 'paperOut';
  if (flags.cutterError) return 'cutterError';
  if (flags.unrecoverable) return 'unrecoverable';
  if (flags.recoversByItself) return 'offline';
  if (flags.errorOccurred) return 'deviceFault';
  return flags.offline || flags.waitingForRecovery || flags.feedingByButton ? 'offline' : null;
}
