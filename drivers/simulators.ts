// The door to simulated devices and the lines they hang on. Only composition roots (demo, bench) and tests come in here.
export { memoryLine, type MemoryLine } from './port/memory-port.ts';
export { openPtyPair, type PtyPair } from './port/pty-pair.ts';
