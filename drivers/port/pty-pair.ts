// Two serial paths wired to each other by socat: a real line for a simulated device, in tests and in the demo.
import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:fs';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

interface Wire {
  end(): Promise<void>;
}

async function startWire(a: string, b: string): Promise<Wire> {
  const ends = [a, b].map((path) => `pty,raw,echo=0,link=${path}`);
  const socat = spawn('socat', ['-d', '-d', ...ends], { stdio: ['ignore', 'ignore', 'pipe'] });
  const endWithUs = () => socat.kill();
  process.once('exit', endWithUs);
  const exited = new Promise<void>((resolve) => socat.once('close', () => resolve()));
  await untilWired(socat);
  // socat ends when the last opener of an end closes it; a held handle keeps the line up while a driver comes and goes.
  const held = await Promise.all([hold(a), hold(b)]);
  return {
    end: async () => {
      process.off('exit', endWithUs);
      socat.kill();
      await exited;
      await Promise.all(held.map((handle) => handle.close()));
      await Promise.all([rm(a, { force: true }), rm(b, { force: true })]);
    },
  };
}

function hold(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDWR | constants.O_NOCTTY);
}

function untilWired(socat: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    socat.once('error', (cause) => {
      reject(new Error('socat cannot be started: a pty pair needs it (Debian: apt-get install socat)', { cause }));
    });
    socat.once('exit', (code) => reject(new Error(`socat ended at once (exit code ${String(code)}): ${said}`)));
    socat.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2000);
      // The sentence that socat -d -d says when both ends exist and bytes flow.
      if (said.includes('starting data transfer loop')) resolve();
    });
  });
}
