// The hall server as a real process on a folder of its own, and its HTTP interface as an administrator has it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, startProgram } from './child-process.ts';
import type { Program } from './child-process.ts';

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface HallProgram {
  url(): string;
  readonly folder: string;
  log(): string;
  adminToken(): string;
  /** `{requestId?, type, ...}`; a request id is made where none is given. */
  command(body: Readonly<Record<string, unknown>>, token?: string): Promise<Answer>;
  get(path: string, token?: string): Promise<Answer>;
  post(path: string, body: unknown, token?: string): Promise<Answer>;
  credential(kind: 'terminal' | 'display' | 'clerk', id: string): Promise<string>;
  events(): Promise<Readonly<Record<string, unknown>>[]>;
  stop(): Promise<void>;
  kill(): Promise<void>;
  /** Again on the same folder and port. */
  startAgain(): Promise<void>;
  remove(): Promise<void>;
}

export const DEMO_HALL = join(ROOT, 'test/data/halls/demo.json');

export async function startHall(config = DEMO_HALL, args: readonly string[] = []): Promise<HallProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-hall-'));
  const data = join(folder, 'data');
  const start = (port: string) =>
    startProgram('hall-server/main.ts', ['--port', port, '--data', data, '--config', config, ...args]);
  let program: Program = await start('0');
  let logBefore = '';
  let requests = 0;
  const url = () => String(program.ready['listening']);
  const adminToken = () => readFileSync(join(data, 'admin-token'), 'utf8').trim();

  const call = async (path: string, init: RequestInit, token: string): Promise<Answer> => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const response = await fetch(url() + path, { ...init, headers });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
  };
  const post = (path: string, body: unknown, token = adminToken()) =>
    call(path, { method: 'POST', body: JSON.stringify(body) }, token);
  const get = (path: string, token = adminToken()) => call(path, {}, token);
  return {
    url,
    folder: data,
    log: () => logBefore + program.log(),
    adminToken,
    get,
    post,
    command: (body, token) =>
      post('/api/v1/commands', { requestId: `journey-${process.pid}-${++requests}`, ...body }, token),
    credential: async (kind, id) => {
      const { status, body } = await post('/api/v1/credentials', { kind, id });
      if (status !== 200) throw new Error(`no credentials for ${id}: ${JSON.stringify(body)}`);
      return String(body['token']);
    },
    events: async () => {
      const found: Record<string, unknown>[] = [];
      for (let after = 0, more = true; more;) {
        const { body } = await get(`/api/v1/events?after=${after}&limit=1000`);
        const page = body['events'] as Record<string, unknown>[];
        found.push(...page);
        more = page.length > 0;
        after = Number(body['lastSeq']);
      }
      return found;
    },
    stop: () => program.stop(),
    kill: () => program.kill(),
    startAgain: async () => {
      const port = new URL(url()).port;
      logBefore += program.log();
      program = await start(port);
    },
    remove: async () => {
      await program.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
