// The devices process as a child of the browser host. (The Electron host uses a utility process at this place.)
import { fork } from 'node:child_process';
import { extname, join } from 'node:path';
import type { Log } from '../terminal/log.ts';
import type { Channel } from '../wire/devices.ts';

/** Beside us: TypeScript from the sources, JavaScript in a package. */
const PROGRAM = join(import.meta.dirname, `../devices/main${extname(import.meta.filename)}`);
/** Closing ports takes milliseconds; whoever needs longer hangs. */
const KILL_AFTER_MS = 3_000;

/** Starts one. A child that cannot be started closes its channel like one that ended. */
export function forkDevices(log: Log): Channel {
  const child = fork(PROGRAM, [], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      log.error({ err: error }, 'The devices process failed');
      resolve();
    });
  });
  log.info({ devicesPid: child.pid }, 'The devices process runs');
  return {
    send: (message) => {
      // The callback takes the error of a channel that closed meanwhile; `onClosed` tells it.
      if (child.connected) child.send(message as object, () => undefined);
    },
    onMessage: (listener) => void child.on('message', listener),
    onClosed: (listener) => void ended.then(listener),
    close: async () => {
      if (child.connected) child.disconnect();
      const kill = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
      await ended;
      clearTimeout(kill);
    },
  };
}
