// Two serial paths wired to each other by socat: a real line for a simulated device, in tests and in the demo.
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { constants } from 'node:fs';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

export interface PtyPair {
  /** The driver's path. */
  readonly a: string;
  /** The simulator's path. */
  readonly b: string;
  /** Ends socat: both paths vanish, as when a USB plug is pulled. */
  unplug(): Promise<void>;
  /** A new socat on the same two paths. */
  replug(): Promise<void>;
  close(): Promise<void>;
}

/** Rejects with a clear sentence where socat is missing (Linux and macOS only; elsewhere use a memory line). */
export async function openPtyPair(): Promise<PtyPair> {
  const folder = await mkdtemp(join(tmpdir(), 'jiaohao-pty-'));
  const a = join(folder, 'a');
  const b = join(folder, 'b');
  let wire: Wire | null = await startWire(a, b).catch(async (error: unknown) => {
    await rm(folder, { recursive: true, force: true });
    throw error;
  });
  const unplug = async () => {
    await wire?.end();
    wire = null;
  };
  return {
    a,
    b,
    unplug,
    replug: async () => {
      wire ??= await startWire(a, b);
    },
    close: async () => {
      await unplug();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const SOCAT_MISSING = 127;
const WIRE_TIMEOUT_MS = 5000;

interface Wire {
  end(): Promise<void>;
}

/** Ends socat when our end of its standard input closes: also when this process is killed, so that none is left behind. */
const SOCAT_WITH_LIFELINE = `
command -v socat >/dev/null || exit ${SOCAT_MISSING}
socat -d -d "$1" "$2" &
read -r _
kill "$!"
wait "$!"
`;

async function startWire(a: string, b: string): Promise<Wire> {
  const ends = [a, b].map((path) => `pty,raw,echo=0,link=${path}`);
  const shell = spawn('/bin/sh', ['-c', SOCAT_WITH_LIFELINE, 'sh', ...ends], { stdio: ['pipe', 'ignore', 'pipe'] });
  const exited = new Promise<void>((resolve) => shell.once('close', () => resolve()));
  const endSocat = async () => {
    shell.stdin.end();
    await exited;
    await Promise.all([rm(a, { force: true }), rm(b, { force: true })]);
  };
  try {
    await untilWired(shell);
    // socat may end when the last opener of an end closes it; a held handle keeps the line up while drivers come and go.
    const held = await Promise.all([hold(a), hold(b)]);
    return {
      end: async () => {
        await endSocat();
        await Promise.all(held.map((handle) => handle.close()));
      },
    };
  } catch (error) {
    await endSocat();
    throw error;
  }
}

function hold(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDWR | constants.O_NOCTTY);
}

function untilWired(shell: ChildProcessByStdio<Writable, null, Readable>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`socat did not wire the pair: ${said}`)), WIRE_TIMEOUT_MS);
    shell.once('exit', (code) => {
      clearTimeout(timer);
      const reason =
        code === SOCAT_MISSING
          ? 'is not installed: a pty pair needs it (Debian: apt-get install socat)'
          : `failed: ${said}`;
      reject(new Error(`socat ${reason}`));
    });
    shell.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2000);
      // The sentence that socat -d -d says when both ends exist and bytes flow.
      if (!said.includes('starting data transfer loop')) return;
      clearTimeout(timer);
      resolve();
    });
  });
}
