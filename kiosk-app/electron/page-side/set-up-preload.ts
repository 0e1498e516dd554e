// Preload of the first-start page, sandboxed: one question and its answer.
import { contextBridge, ipcRenderer } from 'electron';
import { z } from 'zod';
import { SETUP_CHANNEL, SetUpAnswer, type SetUpBridge } from '../../wire/shell.ts';
import { refuseDrops } from './refuse-drops.ts';

z.config({ jitless: true });

const bridge: SetUpBridge = {
  ask: async (request) => SetUpAnswer.parse(await ipcRenderer.invoke(SETUP_CHANNEL, request)),
};
contextBridge.exposeInMainWorld('jiaohaoSetUp', bridge);
refuseDrops(window);
