// The way out for staff: a page of keys over the kiosk, a PIN, and patience with wrong ones.
import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { afterWrongPin, isPin, NO_TRIES } from '../terminal/leave-pin.ts';
import { pageAddress, STAFF_CHANNEL, StaffRequest, type StaffAnswer } from '../wire/shell.ts';
import { lockKeys } from './lock-contents.ts';
import { STAFF_PRELOAD } from './packed-files.ts';
import { isFrom } from './page-link.ts';
import { sealed, type ShellParts } from './shell-parts.ts';

export interface StaffShell {
  show(): void;
  close(): void;
}

export function openStaffShell({ config, log, leave }: ShellParts, below: () => BrowserWindow): StaffShell {
  let open: BrowserWindow | null = null;
  let tries = NO_TRIES;

  const hide = (): void => {
    open?.destroy();
    open = null;
  };
  const tryPin = async (pin: string): Promise<StaffAnswer> => {
    const { leavePin } = config.shell;
    if (leavePin === undefined) return { type: 'noPin' };
    const now = performance.now();
    if (now < tries.blockedUntil) return { type: 'blocked', forMs: Math.ceil(tries.blockedUntil - now) };
    // Counted before it is looked at: questions asked at the same time are as many tries.
    tries = afterWrongPin(tries, now);
    if (!(await isPin(pin, leavePin))) {
      log.warn({ wrong: tries.wrong }, 'A wrong PIN at the glass');
      return { type: 'wrongPin' };
    }
    tries = NO_TRIES;
    log.info({}, 'Staff leave the terminal by PIN');
    leave();
    return { type: 'done' };
  };
  ipcMain.handle(STAFF_CHANNEL, async (event: IpcMainInvokeEvent, message: unknown): Promise<StaffAnswer> => {
    const request = StaffRequest.safeParse(message);
    if (open === null || !isFrom(event, open.webContents, 'staff') || !request.success) {
      log.warn({}, 'A message that is not from the staff page was refused');
      throw new Error('refused');
    }
    if (request.data.type === 'leave') return tryPin(request.data.pin);
    setImmediate(hide);
    return { type: 'done' };
  });
  return {
    show: () => {
      if (open !== null) return;
      log.info({}, 'Staff gesture');
      const shell = makeStaffShell(below());
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
      shell.loadURL(pageAddress('staff')).catch(failed);
    },
    close: () => {
      ipcMain.removeHandler(STAFF_CHANNEL);
      hide();
    },
  };
}

function makeStaffShell(below: BrowserWindow): BrowserWindow {
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
  shell.once('ready-to-show', () => {
    shell.show();
    shell.focus();
  });
  return shell;
}
