// utilityProcess: a child of its own, which finds `process.parentPort` as in Electron.
import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type * as Electron from 'electron';
import type { Shape } from './shape.ts';

const PARENT_PORT = join(import.meta.dirname, 'parent-port.ts');
const running = new Set<ChildProcess>();

class FakeUtilityProcess
  extends EventEmitter
  implements Shape<Electron.UtilityProcess, 'postMessage' | 'kill' | 'pid'>
{
  readonly #child: ChildProcess;

  constructor(program: string, args: readonly string[] = []) {
    super();
    this.#child = fork(program, args, {
      execArgv: ['--import', PARENT_PORT],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    running.add(this.#child);
    this.#child.once('spawn', () => this.emit('spawn'));
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.once('exit', (code, signal) => {
      running.delete(this.#child);
      this.emit('exit', code ?? (signal === null ? 0 : 1));
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }
  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as object, () => undefined);
  }
  kill(): boolean {
    return this.#child.kill();
  }
}

export const fakeUtilityProcess = {
  fork: (program, args) => new FakeUtilityProcess(program, args),
} satisfies Shape<typeof Electron.utilityProcess, 'fork'>;

export function endUtilityProcesses(): void {
  for (const child of running) child.kill('SIGKILL');
}
