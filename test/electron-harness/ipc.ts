// ipcMain: what pages send, with who sent it.
import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type { FakeFrame } from './frame.ts';
import type { Shape } from './shape.ts';
import type { FakeWebContents } from './web-contents.ts';

export interface FakeIpcEvent {
  readonly sender: FakeWebContents;
  readonly senderFrame: FakeFrame;
}

type Handler = Parameters<Electron.IpcMain['handle']>[1];

class FakeIpcMain extends EventEmitter implements Shape<Electron.IpcMain, 'handle' | 'removeHandler'> {
  readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) throw new Error(`a second handler for ${channel}`);
    this.handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }
}

export const fakeIpcMain = new FakeIpcMain();

export function answerIpc(kind: string, channel: string, event: FakeIpcEvent, args: unknown[]): unknown {
  if (kind === 'send') {
    fakeIpcMain.emit(channel, event, ...args);
    return undefined;
  }
  const handler = fakeIpcMain.handlers.get(channel);
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
  return handler(event as unknown as Electron.IpcMainInvokeEvent, ...args) as unknown;
}
