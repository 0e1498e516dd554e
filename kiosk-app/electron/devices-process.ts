// The devices process of the Electron host: serves the main process until it says the end, then closes the ports.
import { runDevices } from '../devices/run-devices.ts';
import { DEVICES_END, type Channel } from '../wire/devices.ts';

const { parentPort } = process;
const atEnd: (() => void)[] = [];
let isClosed = false;

const end = (): void => {
  if (isClosed) return;
  isClosed = true;
  for (const listener of atEnd) listener();
};

const channel: Channel = {
  send: (message) => {
    if (!isClosed) parentPort.postMessage(message);
  },
  onMessage: (listener) => {
    parentPort.on('message', ({ data }: { data: unknown }) => {
      if (data === DEVICES_END) end();
      else listener(data);
    });
  },
  onClosed: (listener) => void atEnd.push(listener),
  close: () => {
    end();
    return Promise.resolve();
  },
};

// Ctrl-C reaches the whole group; the main process ends us in order, or by force.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', end);

void runDevices(channel).then(() => process.exit(0));
