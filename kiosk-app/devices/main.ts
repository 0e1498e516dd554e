// The devices process: forked by a host, serves its parent until the parent lets go or dies, then closes the ports and ends.
import type { Channel } from '../wire/devices.ts';
import { runDevices } from './run-devices.ts';

const channel: Channel = {
  send: (message) => {
    // The callback takes the error of a parent that went meanwhile; `disconnect` tells it.
    if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
  },
  onMessage: (listener) => void process.on('message', listener),
  onClosed: (listener) => void process.once('disconnect', listener),
  close: () => {
    process.disconnect();
    return Promise.resolve();
  },
};

// Ctrl-C reaches the whole group; the parent ends us in order.
process.on('SIGINT', () => undefined);

await runDevices(channel);
process.exit(0);
