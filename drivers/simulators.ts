// The door to simulated devices and the lines they hang on. Only composition roots (demo, bench) and tests come in here.
export { memoryLine, type MemoryLine } from './port/memory-port.ts';
export { RoughLine, type Roughness } from './port/rough-line.ts';
export { openPtyPair, type PtyPair } from './port/pty-pair.ts';
export { EscposSimulator, type EscposSimulatorOptions } from './ticket-printer/escpos/simulator.ts';
export type { PrinterSwitches } from './ticket-printer/escpos/simulator-status.ts';
export type { PaperElement, PrintedRun, PrintedTicket } from './ticket-printer/escpos/paper.ts';
export { ticketPicture, type PictureOptions } from './ticket-printer/escpos/picture.ts';
export { PadBusSimulator, type PadBusSwitches } from './evaluation-pad/bus485/simulator.ts';
export { AndroidPadSimulator, type AndroidPadSwitches, type PadReply } from './evaluation-pad/android/simulator.ts';
export { KeyboardPadSimulator, type KeyboardPadSwitches } from './evaluation-pad/keyboard/simulator.ts';
export { SdtReaderSimulator, type SdtQuirks } from './id-card-reader/sdt/simulator.ts';
export type { SimulatedCard } from './id-card-reader/sdt/simulated-card.ts';
export { listenTcp, listenUdp, type ListeningPort } from './port/listening-ports.ts';
export {
  OnbonSimulator,
  type OnbonSwitches,
  type ShownArea,
  type SimulatedCard as SimulatedStripCard,
} from './led-strip/onbon/simulator.ts';
export { PlainTextSimulator } from './led-strip/plain-text/simulator.ts';
export { beepsOf, shownOnPad, type ShownOnPad } from './call-pad/bus485/simulator.ts';
export { ScannerSimulator, type ScannerQuirks } from './document-scanner/simulator.ts';
