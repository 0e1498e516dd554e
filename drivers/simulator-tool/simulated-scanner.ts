// The simulated scanner of the tool: what a hand holds under it goes out as bytes.
import { ScannerSimulator } from '../document-scanner/simulator.ts';
import type { Port } from '../port/port.ts';
import type { RunningSimulator, TellEvent } from './running-simulator.ts';
import { SCANNER_SWITCHES } from './simulator-switches.ts';
import { switchOf } from './switch-words.ts';

/** The invented passport of ICAO Doc 9303 part 4. */
const SPECIMEN = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

export function simulatedScanner(port: Port, tell: TellEvent): RunningSimulator {
  const simulator = new ScannerSimulator(port);
  const scan = (lines: readonly string[]): void => {
    // What was scanned may be a person's: its length alone is told.
    void simulator.scan(...lines).then(() => tell({ scanned: lines.join('').length }));
  };
  return {
    start: () => simulator.start(),
    stop: () => simulator.stop(),
    hand: {
      set: (name = '', value = '') => void Object.assign(simulator.quirks, switchOf(SCANNER_SWITCHES, name, value)),
      /** One code, or the lines of a machine-readable zone. */
      scan: (...lines) => {
        if (lines.length === 0) throw new RangeError('scan CODE, or scan LINE LINE [LINE]');
        scan(lines);
      },
      passport: () => scan(SPECIMEN),
    },
  };
}
