// Devices inside the terminal's own process: where the ports are memory lines, or the system gives no second process.
import type { Channel } from '../wire/devices.ts';
import { runDevices } from './run-devices.ts';

/** The core's end of a channel in memory, with `runDevices` at the other. Messages are copied and come in a later turn, as over a pipe. */
export function devicesInProcess(): Channel {
  const pair = channelPair();
  const stopped = runDevices(pair.devices);
  const close = async (): Promise<void> => {
    await pair.core.close();
    await stopped;
  };
  return { ...pair.core, close };
}

export function channelPair(): { core: Channel; devices: Channel } {
  const toCore = new Set<(message: unknown) => void>();
  const toDevices = new Set<(message: unknown) => void>();
  const onClosed = new Set<() => void>();
  let isOpen = true;
  const close = (): Promise<void> => {
    if (isOpen) {
      isOpen = false;
      for (const listener of onClosed) listener();
    }
    return Promise.resolve();
  };
  const end = (near: typeof toCore, far: typeof toCore): Channel => ({
    send: (message) => {
      const copy: unknown = structuredClone(message);
      setImmediate(() => {
        if (isOpen) for (const listener of far) listener(copy);
      });
    },
    onMessage: (listener) => void near.add(listener),
    onClosed: (listener) => void onClosed.add(listener),
    close,
  });
  return { core: end(toCore, toDevices), devices: end(toDevices, toCore) };
}
