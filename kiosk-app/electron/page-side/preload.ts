// Preload of the kiosk's and the window's page, sandboxed: gives the page its terminal, and nothing else of this machine.
import { contextBridge, ipcRenderer } from 'electron';
import { z } from 'zod';
import { PAGE_CHANNEL, TERMINAL_CHANNEL, ToPage, type ShellMessage } from '../../wire/shell.ts';
import { watchStaffGesture } from '@jiaohao/look/corner-gesture';
import { refuseDrops } from './refuse-drops.ts';
import { watchStanding } from './watch-standing.ts';
import { watchTouches } from './watch-touches.ts';

// Generated parsers need eval, which the content security policy forbids.
z.config({ jitless: true });

const PAGE_ID_BYTES = 16;

const tell = (message: ShellMessage): void => ipcRenderer.send(PAGE_CHANNEL, message);
const listeners: ((message: unknown) => void)[] = [];
let isGreeted = false;

ipcRenderer.on(TERMINAL_CHANNEL, (_event, message: unknown) => {
  const checked = ToPage.safeParse(message);
  // Unreadable words are as good as a terminal that is gone: the page says so itself.
  for (const listener of listeners) listener(checked.success ? checked.data : { lost: true });
});

contextBridge.exposeInMainWorld('jiaohaoTerminal', {
  send: (message: unknown): void => tell({ type: 'say', message }),
  listen: (listener: (message: unknown) => void): void => {
    listeners.push(listener);
    if (isGreeted) return;
    isGreeted = true;
    tell({ type: 'hello', pageId: newPageId() });
  },
});

refuseDrops(window);
watchStanding(window, (type) => tell({ type }));
watchTouches(window, () => tell({ type: 'touched' }));
watchStaffGesture(window, () => tell({ type: 'staffGesture' }));

function newPageId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(PAGE_ID_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
