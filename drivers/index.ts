// The door of this workspace: device contracts, faults, and the functions that make a device from its configuration.
export { DEVICE_ERROR_CODES, DeviceError, type DeviceErrorCode } from './device-error.ts';
export type { DeviceStatus } from './device-status.ts';
export type { Port, PortClosed } from './port/port.ts';
export { createPort, type PortOptions } from './port/open-port.ts';
export type {
  PaperLeft,
  PrintAlign,
  PrinterHealth,
  PrinterRemark,
  PrintJob,
  PrintLine,
  PrintOutcome,
  TicketPrinter,
} from './ticket-printer/contract.ts';
export { openTicketPrinter, type TicketPrinterConfig } from './ticket-printer/open-ticket-printer.ts';
export { previewTicket, type TicketPreview } from './ticket-printer/preview-ticket.ts';
export { renderPaper, type RenderedPaper } from './ticket-printer/escpos/render-paper.ts';
export { PRINTER_FAULT_WORDS } from './ticket-printer/texts.ts';
export type { EvaluationPad, EvaluationPadEvent, EvaluationRequest, Rating } from './evaluation-pad/contract.ts';
export { openEvaluationPad, type EvaluationPadConfig } from './evaluation-pad/open-evaluation-pad.ts';
export type {
  CardReadTrouble,
  IdCard,
  IdCardDoubt,
  IdCardKind,
  IdCardReader,
  IdCardReaderEvent,
  ReaderHealth,
} from './id-card-reader/contract.ts';
export { openIdCardReader, type IdCardReaderConfig } from './id-card-reader/open-id-card-reader.ts';
export {
  probeIdCardReader,
  readWholeCard,
  type CardWithPhoto,
  type ReaderProbe,
  type SamHealth,
  type WholeCardOptions,
} from './id-card-reader/commissioning.ts';
export type { LedStrip, StripColour, StripContent } from './led-strip/contract.ts';
export { openLedStrip, type LedStripConfig } from './led-strip/open-led-strip.ts';
export {
  CALL_PAD_ACTIONS,
  type CallPad,
  type CallPadAction,
  type CallPadDisplay,
  type CallPadEvent,
} from './call-pad/contract.ts';
export { openCallPad, type CallPadConfig } from './call-pad/open-call-pad.ts';
export type {
  DocumentScanner,
  DocumentScannerEvent,
  KeyboardScanner,
  MrzFormat,
  Scanned,
  ScannedDocument,
  ScannerKey,
  UnreadableReason,
} from './document-scanner/contract.ts';
export {
  KEYBOARD_PORT,
  openDocumentScanner,
  openKeyboardScanner,
  type DocumentScannerConfig,
} from './document-scanner/open-document-scanner.ts';
export { WEDGE_DEFAULTS, WedgeDetector, type WedgeResult, type WedgeSettings } from './document-scanner/wedge.ts';
export type { TimedStep } from './timed-step.ts';
export { checkLine, type CheckedDevice, type LineCheck } from './tool/check-line.ts';
export { maskedIdNumber, maskedName } from './tool/masked-card.ts';
export { portIdentity } from './tool/port-identity.ts';
export { statusRemarks, type StatusRemark } from './tool/status-words.ts';
export { listPorts, type ListedPort } from './tool/list-ports.ts';
export { computerFacts } from './tool/support-bundle.ts';
