// The devices process as a utility process of Electron: its crash never takes the page.
import { utilityProcess } from 'electron';
import type { Log } from '../terminal/log.ts';
import { DEVICES_END, type Channel } from '../wire/devices.ts';
import { DEVICES_PROGRAM } from './packed-files.ts';

/** Closing ports takes milliseconds; whoever needs longer hangs. */
const KILL_AFTER_MS = 3_000;

/** Starts one; only when the application is ready. */
export function forkDevices(log: Log): Channel {
  const child = utilityProcess.fork(DEVICES_PROGRAM, [], { serviceName: 'jiaohao-devices', stdio: 'inherit' });
  let isRunning = true;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      isRunning = false;
      log.info({ code }, 'A devices process ended');
      resolve();
    });
  });
  child.once('spawn', () => log.info({ devicesPid: child.pid }, 'The devices process runs'));
  child.on('error', (kind, location) => log.error({ kind, location }, 'The devices process failed'));
  return {
    send: (message) => {
      if (isRunning) child.postMessage(message);
    },
    onMessage: (listener) => void child.on('message', listener),
    onClosed: (listener) => void ended.then(listener),
    close: async () => {
      if (isRunning) child.postMessage(DEVICES_END);
      const kill = setTimeout(() => child.kill(), KILL_AFTER_MS);
      await ended;
      clearTimeout(kill);
    },
  };
}
