// What a simulated printer is like just now, and what it answers when asked in real time: tables of its own, not the driver's.

export interface PrinterSwitches {
  readonly isPowered: boolean;
  readonly isPaperOut: boolean;
  readonly isNearEnd: boolean;
  readonly isCoverOpen: boolean;
  readonly hasCutterError: boolean;
  readonly isUnrecoverable: boolean;
  readonly isHeadHot: boolean;
  /** Never says anything, as behind a spooler or a write-only cable. */
  readonly isSilent: boolean;
  readonly knowsProcessId: boolean;
  readonly knowsFence: boolean;
  /** Answers every process id with '1234', as one emulator does. */
  readonly answersFixedId: boolean;
  /** Answers without the fixed bits of the tables, as a printer of another family does. */
  readonly hasStrangeBits: boolean;
  /** Breaks off answers of more than one byte in their middle. */
  readonly halvesAnswers: boolean;
  /** Every answer comes so much later. */
  readonly replyDelayMs: number;
  /** With this many bytes waiting, real-time questions wait with them, as on some clones [U]; 0: they never do. */
  readonly deafAboveBytes: number;
  /** Pause after each printed line. */
  readonly lineMs: number;
}

export const WELL: PrinterSwitches = {
  isPowered: true,
  isPaperOut: false,
  isNearEnd: false,
  isCoverOpen: false,
  hasCutterError: false,
  isUnrecoverable: false,
  isHeadHot: false,
  isSilent: false,
  knowsProcessId: true,
  knowsFence: true,
  answersFixedId: false,
  hasStrangeBits: false,
  halvesAnswers: false,
  replyDelayMs: 0,
  deafAboveBytes: 0,
  lineMs: 0,
};

/** It executes nothing until the cause is gone. */
export function isOffline(printer: PrinterSwitches): boolean {
  const { isPaperOut, isCoverOpen, hasCutterError, isUnrecoverable, isHeadHot } = printer;
  return isPaperOut || isCoverOpen || hasCutterError || isUnrecoverable || isHeadHot;
}

/** The byte that answers `10 04 topic`; null for a topic this printer does not know. */
export function realTimeReply(topic: number, printer: PrinterSwitches): number | null {
  const { isPaperOut, isNearEnd, isCoverOpen, hasCutterError, isUnrecoverable, isHeadHot } = printer;
  const hasError = hasCutterError || isUnrecoverable || isHeadHot;
  switch (topic) {
    case 1:
      return 0x12 | (isOffline(printer) ? 0x08 : 0);
    case 2:
      return 0x12 | (isCoverOpen ? 0x04 : 0) | (isPaperOut ? 0x20 : 0) | (hasError ? 0x40 : 0);
    case 3:
      return 0x12 | (hasCutterError ? 0x08 : 0) | (isUnrecoverable ? 0x20 : 0) | (isHeadHot ? 0x40 : 0);
    case 4:
      return 0x12 | (isNearEnd ? 0x0c : 0) | (isPaperOut ? 0x60 : 0);
    default:
      return null;
  }
}

/** The four bytes of an automatic status block. */
export function statusBlockOf(printer: PrinterSwitches): readonly [number, number, number, number] {
  const { isPaperOut, isNearEnd, isCoverOpen, hasCutterError, isUnrecoverable, isHeadHot } = printer;
  return [
    0x10 | (isOffline(printer) ? 0x08 : 0) | (isCoverOpen ? 0x20 : 0),
    (hasCutterError ? 0x08 : 0) | (isUnrecoverable ? 0x20 : 0) | (isHeadHot ? 0x40 : 0),
    (isNearEnd ? 0x03 : 0) | (isPaperOut ? 0x0c : 0),
    0x00,
  ];
}
