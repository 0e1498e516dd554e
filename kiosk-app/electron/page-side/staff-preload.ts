// Preload of the staff page, sandboxed: one question and its answer.
import { contextBridge, ipcRenderer } from 'electron';
import { z } from 'zod';
import { STAFF_CHANNEL, StaffAnswer, type StaffBridge } from '../../wire/shell.ts';
import { refuseDrops } from './refuse-drops.ts';

z.config({ jitless: true });

const bridge: StaffBridge = {
  ask: async (request) => StaffAnswer.parse(await ipcRenderer.invoke(STAFF_CHANNEL, request)),
};
contextBridge.exposeInMainWorld('jiaohaoStaff', bridge);
refuseDrops(window);
