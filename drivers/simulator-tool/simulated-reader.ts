// The simulated ID-card reader with the person in front of it: lays the card anew for every program that comes to read it.
import type { Port } from '../port/port.ts';
import type { SimulatedCard } from '../id-card-reader/sdt/simulated-card.ts';
import { SdtReaderSimulator } from '../id-card-reader/sdt/simulator.ts';
import type { RunningSimulator } from './running-simulator.ts';
import { READER_SWITCHES } from './simulator-switches.ts';
import { switchOf } from './switch-words.ts';

/** Nobody asked for so long: the program before has ended, and the next finds the card laid anew. */
const NEXT_PROGRAM_MS = 1500;
/** A program that begins by asking for the module's status, as ours do, need not wait so long; longer than its polls. */
const NEXT_GREETING_MS = 450;
/** The module status question: preamble, length 3, 11 FF. */
const GREETING = 'aaaaaa9669000311ff';

export function simulatedReader(port: Port, card: SimulatedCard | null, trigger: string | null): RunningSimulator {
  const simulator = new SdtReaderSimulator(port);
  simulator.quirks.trigger = trigger;
  let isTaken = card === null;
  let lastMs = performance.now();
  // Registered before the simulator, so that the card lies when it looks.
  const stopListening = port.onBytes((bytes) => {
    const silentMs = performance.now() - lastMs;
    lastMs = performance.now();
    const isGreeting = Buffer.from(bytes).toString('hex').startsWith(GREETING);
    if (card !== null && !isTaken && silentMs > (isGreeting ? NEXT_GREETING_MS : NEXT_PROGRAM_MS)) simulator.lay(card);
  });
  if (card !== null) simulator.lay(card);
  return {
    start: () => simulator.start(),
    stop: async () => {
      stopListening();
      await simulator.stop();
    },
    hand: {
      lift: () => {
        isTaken = true;
        simulator.lift();
      },
      lay: () => {
        isTaken = false;
        if (card !== null) simulator.lay(card);
      },
      set: (name = '', value = '') => void Object.assign(simulator.quirks, switchOf(READER_SWITCHES, name, value)),
      silent: () => void (simulator.quirks.isSilent = true),
      speak: () => void (simulator.quirks.isSilent = false),
    },
  };
}
