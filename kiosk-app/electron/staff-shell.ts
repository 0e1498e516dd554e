// Staff at the glass: a page of keys over the kiosk and a PIN, to leave the kiosk or to open its self-test.
import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { Log } from '../terminal/log.ts';
import type { KioskCore } from '../terminal/start-core.ts';
import { pageAddress, STAFF_CHANNEL, StaffRequest, type StaffAnswer } from '../wire/shell.ts';
import { SANDBOX_OFF } from '../wire/staff-address.ts';
import { languageQuery } from './language-query.ts';
import { lockKeys } from './lock-contents.ts';
import { STAFF_PRELOAD } from './packed-files.ts';
import { isFrom } from './page-link.ts';
import { applySetting } from './page-setting.ts';
import { isSandboxOff } from './sandbox-off.ts';
import { NO_CURSOR, sealed, type ShellParts } from './shell-parts.ts';

export interface StaffShell {
  show(): void;
  close(): void;
}

export function openStaffShell(
  { log, leave }: ShellParts,
  { pin, door }: Pick<KioskCore, 'pin' | 'door'>,
  below: () => BrowserWindow,
): StaffShell {
  let open: BrowserWindow | null = null;

  const hide = (): void => {
    open?.destroy();
    open = null;
  };
  const carryOut = async (request: StaffRequest): Promise<StaffAnswer> => {
    if (request.type === 'stay') {
      setImmediate(hide);
      return { type: 'done' };
    }
    const trouble = await pin.check(request.pin);
    if (trouble !== null) return trouble;
    if (request.type === 'leave') {
      log.info({}, 'Staff leave the terminal by PIN');
      leave();
    } else {
      door.offer();
      setImmediate(hide);
    }
    return { type: 'done' };
  };
  ipcMain.handle(STAFF_CHANNEL, async (event: IpcMainInvokeEvent, message: unknown): Promise<StaffAnswer> => {
    const request = StaffRequest.safeParse(message);
    if (open === null || !isFrom(event, open.webContents, 'staff') || !request.success) {
      log.warn({}, 'A message that is not from the staff page was refused');
      throw new Error('refused');
    }
    return carryOut(request.data);
  });
  return {
    show: () => {
      if (open !== null) return;
      log.info({}, 'Staff gesture');
      const shell = makeStaffShell(below(), log);
      open = shell;
      // Also when it goes with the page behind it: the next gesture opens another one.
      shell.once('closed', () => {
        if (open === shell) open = null;
      });
      // An earlier shell's trouble is none of the one that is open now.
      const failed = (reason: unknown): void => {
        if (open !== shell) return;
        log.error({ err: reason }, 'The staff page is gone');
        hide();
      };
      shell.webContents.on('render-process-gone', (_event, { reason }) => failed(reason));
      shell.loadURL(pageAddress('staff') + languageQuery('staff') + (isSandboxOff() ? SANDBOX_OFF : '')).catch(failed);
    },
    close: () => {
      ipcMain.removeHandler(STAFF_CHANNEL);
      hide();
    },
  };
}

function makeStaffShell(below: BrowserWindow, log: Log): BrowserWindow {
  const shell = new BrowserWindow({
    ...below.getBounds(),
    parent: below,
    show: false,
    frame: false,
    fullscreen: true,
    alwaysOnTop: true,
    skipTaskbar: true,
    webPreferences: sealed(STAFF_PRELOAD),
  });
  shell.removeMenu();
  shell.setAlwaysOnTop(true, 'screen-saver');
  shell.on('close', (event) => event.preventDefault());
  lockKeys(shell.webContents);
  shell.webContents.on('dom-ready', () => applySetting(shell.webContents.insertCSS(NO_CURSOR), log));
  shell.once('ready-to-show', () => {
    shell.show();
    shell.focus();
  });
  return shell;
}
