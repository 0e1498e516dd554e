// Preloaded into a utility process of the harness: Electron's `process.parentPort` over the channel of a forked child.
import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type { Shape } from './shape.ts';

class FakeParentPort extends EventEmitter implements Shape<Electron.ParentPort, 'postMessage'> {
  postMessage(message: unknown): void {
    if (process.connected) process.send?.(message, () => undefined);
  }
}

const parentPort = new FakeParentPort();
process.on('message', (data) => parentPort.emit('message', { data, ports: [] }));
// Electron ends its utility processes with itself.
process.once('disconnect', () => process.exit(1));
Object.defineProperty(process, 'parentPort', { value: parentPort });
