// What runs once on a machine, whoever starts it and in whichever host: each terminal of a hall, and one kiosk of any: two would share glass and printer.
import { createHash } from 'node:crypto';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { TerminalConfig } from './terminal-config.ts';

export interface MachineLock {
  release(): Promise<void>;
}

/** Somebody on this machine runs this terminal already. Its message is for the technician. */
export class RunsAlready extends Error {
  override readonly name = 'RunsAlready';
  readonly code = 'runsAlready';
}

/** A program that was killed or starts itself anew is gone within this. */
const PATIENCE_MS = 2_000;
const TRY_EVERY_MS = 100;

type Locked = Pick<TerminalConfig, 'hallUrl' | 'terminalId' | 'role' | 'besideOthers'>;

/** The place in front of the applicants, which a machine has once unless its configurations say otherwise. */
const GLASS = 'the kiosk of this machine';

/**
 * Rejects with RunsAlready, also when another user of the machine runs it. Terminals of the other roles stand beside each
 * other: a window's computer may well serve a line of strips too. `glass`: the name of the place, for tests.
 */
export async function lockTerminal(terminal: Locked, glass = GLASS): Promise<MachineLock> {
  const { terminalId } = terminal;
  const own = await lockOnMachine(`${new URL(terminal.hallUrl).origin} ${terminalId}`);
  if (own === null) {
    throw new RunsAlready(
      `本机已有终端 ${terminalId} 在运行（可能由其他用户启动）。The terminal ${terminalId} runs on this machine already, perhaps under another user.`,
    );
  }
  if (terminal.role !== 'kiosk' || terminal.besideOthers) return own;
  const place = await lockOnMachine(glass);
  if (place !== null) return { release: () => Promise.all([own.release(), place.release()]).then(() => undefined) };
  await own.release();
  throw new RunsAlready(
    `本机已有另一台取号机在运行；确需并行时在 terminal.json 中写 "besideOthers": true。Another kiosk runs on this machine already; where two are meant to, write "besideOthers": true in terminal.json.`,
  );
}

/** Null where another program holds this name. The system takes the name back however its holder ends. */
export async function lockOnMachine(name: string, patienceMs = PATIENCE_MS): Promise<MachineLock | null> {
  const path = lockPath(name);
  if (path === null) return { release: () => Promise.resolve() };
  const until = performance.now() + patienceMs;
  let lock = await listenAt(path);
  while (lock === null && performance.now() < until) {
    await delay(TRY_EVERY_MS);
    lock = await listenAt(path);
  }
  return lock;
}

/**
 * A name that the whole machine shares and that no file keeps: on Linux an abstract socket (unix(7); of the network
 * namespace, so a container has its own), on Windows a named pipe. Null on systems that have neither.
 */
export function lockPath(name: string): string | null {
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 32);
  if (process.platform === 'linux') return `\0jiaohao-${digest}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\jiaohao-${digest}` : null;
}

/** Calls once when whoever holds this name is gone, however that came; at once where nobody holds it. */
export function whenHolderEnds(name: string, callback: () => void): void {
  const path = lockPath(name);
  if (path === null) return;
  const line = connect({ path });
  line.on('error', () => undefined).once('close', callback);
  line.resume().unref();
}

/** Who connects stays connected until the lock goes, and is told nothing. */
function listenAt(path: string): Promise<MachineLock | null> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => undefined).resume();
    socket.unref();
  });
  // A closed server goes only when its last connection does.
  const release = (): Promise<void> =>
    new Promise((released) => {
      server.close(() => released());
      for (const socket of sockets) socket.destroy();
    });
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen({ path, exclusive: true }, () => {
      resolve({ release });
    });
  });
}
