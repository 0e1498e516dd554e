// The door of this workspace: device contracts, faults, and the functions that make a device from its configuration.
export { DEVICE_ERROR_CODES, DeviceError, type DeviceErrorCode } from './device-error.ts';
export type { DeviceStatus } from './device-status.ts';
export type { Port, PortClosed } from './port/port.ts';
export { createPort, type PortOptions } from './port/open-port.ts';
export type { PrintAlign, PrintJob, PrintLine, PrintOutcome, TicketPrinter } from './ticket-printer/contract.ts';
export { openTicketPrinter, type TicketPrinterConfig } from './ticket-printer/open-ticket-printer.ts';
export type { EvaluationPad, EvaluationPadEvent, EvaluationRequest, Rating } from './evaluation-pad/contract.ts';
export { openEvaluationPad, type EvaluationPadConfig } from './evaluation-pad/open-evaluation-pad.ts';
export type {
  CardReadTrouble,
  IdCard,
  IdCardDoubt,
  IdCardKind,
  IdCardReader,
  IdCardReaderEvent,
} from './id-card-reader/contract.ts';
export { openIdCardReader, type IdCardReaderConfig } from './id-card-reader/open-id-card-reader.ts';
export type { LedStrip, StripColour, StripContent } from './led-strip/contract.ts';
export { openLedStrip, type LedStripConfig } from './led-strip/open-led-strip.ts';
