// The devices process: forked by a host, serves its parent until the parent lets go or dies, then closes the ports and ends.
import type { Channel } from '../wire/devices.ts';
import { runDevices } from './run-devices.ts';

const channel: Channel = {
  send: (message) => {
    if (process.connected) process.send?.(message);
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
