// The module `electron` of the harness.
import { fakeApp } from './app.ts';
import { FakeBrowserWindow } from './browser-window.ts';
import { answerControl } from './control.ts';
import { fakeIpcMain } from './ipc.ts';
import {
  fakeDialog,
  fakeGlobalShortcut,
  fakeMenu,
  fakePowerSaveBlocker,
  fakeScreen,
  fakeShell,
  fakeSystemPreferences,
} from './machine.ts';
import { fakeProtocol, fakeSession } from './session.ts';
import { fakeUtilityProcess } from './utility-process.ts';

export const app = fakeApp;
export const BrowserWindow = FakeBrowserWindow;
export const dialog = fakeDialog;
export const globalShortcut = fakeGlobalShortcut;
export const ipcMain = fakeIpcMain;
export const Menu = fakeMenu;
export const powerSaveBlocker = fakePowerSaveBlocker;
export const protocol = fakeProtocol;
export const screen = fakeScreen;
export const session = { defaultSession: fakeSession };
export const shell = fakeShell;
export const systemPreferences = fakeSystemPreferences;
export const utilityProcess = fakeUtilityProcess;

answerControl({ app, BrowserWindow, globalShortcut, ipcMain, screen, session });
