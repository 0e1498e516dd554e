// The lines between terminals and simulated devices: real pty pairs of socat, or memory lines where there is no socat.
import { createPort, type Port } from '@jiaohao/drivers';
import { memoryLine, openPtyPair, type PtyPair } from '@jiaohao/drivers/simulators';

export interface DeviceLine {
  /** What the terminal's configuration names. */
  readonly terminalPort: string;
  /** The simulator's end, not yet open. */
  readonly devicePort: Port;
  readonly isPlugged: boolean;
  /** Pulls the plug or puts it back; both ends notice. Rejects when the system does not give the line again. */
  setPlugged(isPlugged: boolean): Promise<void>;
  close(): Promise<void>;
}

export interface Wiring {
  readonly kind: 'pty' | 'memory';
  /** Why there are no ptys; null where there are. */
  readonly reason: string | null;
  open(name: string, baudRate: number): Promise<DeviceLine>;
}

/** Ptys where this computer can make a pair, else memory lines. */
export async function chooseWiring(): Promise<Wiring> {
  if (process.platform === 'win32') return memoryWiring('Windows');
  try {
    await (await openPtyPair()).close();
    return { kind: 'pty', reason: null, open: async (_name, baudRate) => ptyLine(await openPtyPair(), baudRate) };
  } catch (error) {
    return memoryWiring(error instanceof Error ? error.message : String(error));
  }
}

/** `reason`: why there are no ptys. */
export function memoryWiring(reason: string): Wiring {
  return { kind: 'memory', reason, open: (name) => Promise.resolve(memoryDeviceLine(name)) };
}

function ptyLine(pair: PtyPair, baudRate: number): DeviceLine {
  let isPlugged = true;
  let last: Promise<void> = Promise.resolve();
  const afterwards = (work: () => Promise<void>): Promise<void> => {
    const now = last.then(work);
    // The next change is tried whatever became of this one, whose failure its caller sees.
    last = now.catch(() => undefined);
    return now;
  };
  return {
    terminalPort: pair.a,
    devicePort: createPort(pair.b, { baudRate }),
    get isPlugged() {
      return isPlugged;
    },
    setPlugged: (wanted) =>
      afterwards(async () => {
        await (wanted ? pair.replug() : pair.unplug());
        isPlugged = wanted;
      }),
    close: () => afterwards(() => pair.close()),
  };
}

function memoryDeviceLine(name: string): DeviceLine {
  const line = memoryLine(name);
  return {
    terminalPort: `memory:${name}`,
    devicePort: line.devicePort(),
    get isPlugged() {
      return line.isPlugged;
    },
    setPlugged: (wanted) => {
      if (wanted) line.replug();
      else line.unplug();
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
}
