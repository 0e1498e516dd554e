// A real hall server in a process of its own, on 127.0.0.1 and a free port: started, asked over HTTP, stopped.
import { HALL_NODE_FLAGS } from '@jiaohao/hall-server';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const START_MS_MAX = 60_000;
const STOP_MS_MAX = 30_000;

export interface ServerProcessOptions {
  readonly dataFolder: string;
  readonly configFile?: string;
  /** Epoch ms. */
  readonly clockStartAt?: number;
  readonly clockSpeed?: number;
  /** Options of Node itself, for a profile. */
  readonly nodeOptions?: readonly string[];
}

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Good as `Authorization: Bearer`. */
  readonly adminToken: string;
  /** Rejects when the process ends without having been asked to. */
  readonly died: Promise<never>;
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

/** Resolves when it listens. Its log goes to `server.log` in the data folder. */
export async function startServer(options: ServerProcessOptions): Promise<ServerProcess> {
  const log = openSync(join(options.dataFolder, 'server.log'), 'a');
  const child = spawn(
    process.execPath,
    [...HALL_NODE_FLAGS, ...(options.nodeOptions ?? []), join(ROOT, 'hall-server/main.ts'), ...argv(options)],
    {
      stdio: ['ignore', 'pipe', log],
    },
  );
  closeSync(log);
  const url = await listening(child, options.dataFolder);
  const adminToken = readFileSync(join(options.dataFolder, 'admin-token'), 'utf8').trim();
  const ending = watchEnd(child, options.dataFolder);
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
  return {
    url,
    pid: child.pid ?? 0,
    adminToken,
    died: ending.died,
    get: (path) => fetch(`${url}${path}`, { headers }).then((response) => bodyOf(response, path)),
    post: (path, body) =>
      fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) }).then((response) =>
        bodyOf(response, path),
      ),
    stop: ending.stop,
  };
}

function argv(options: ServerProcessOptions): string[] {
  const { dataFolder, configFile, clockStartAt, clockSpeed } = options;
  return [
    ...['--port', '0', '--data', dataFolder],
    ...(configFile === undefined ? [] : ['--config', configFile]),
    ...(clockStartAt === undefined ? [] : ['--clock-start', String(clockStartAt)]),
    ...(clockSpeed === undefined ? [] : ['--clock-speed', String(clockSpeed)]),
  ];
}

function listening(child: ChildProcess, dataFolder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`The server did not listen within ${START_MS_MAX} ms.`));
    }, START_MS_MAX);
    let printed = '';
    const onData = (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      const address = /"listening":"([^"]+)"/.exec(printed)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      child.stdout?.off('data', onData);
      child.stdout?.resume();
      resolve(address);
    };
    child.stdout?.on('data', onData);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The server ended with ${String(code)} at its start: ${logEnd(dataFolder)}`));
    });
  });
}

function watchEnd(child: ChildProcess, dataFolder: string): { died: Promise<never>; stop: () => Promise<void> } {
  let isWanted = false;
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const died = new Promise<never>((_, reject) => {
    void ended.then((code) => {
      if (!isWanted) reject(new Error(`The server ended with ${String(code)}: ${logEnd(dataFolder)}`));
    });
  });
  // Whoever waits for it hears of it; a server nobody waits for must not end this process.
  died.catch(() => undefined);
  return {
    died,
    stop: async () => {
      isWanted = true;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS_MAX);
      await ended;
      clearTimeout(timer);
    },
  };
}

function logEnd(dataFolder: string): string {
  return readFileSync(join(dataFolder, 'server.log'), 'utf8').slice(-2_000);
}

async function bodyOf(response: Response, path: string): Promise<unknown> {
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(body)}`);
  return body;
}
