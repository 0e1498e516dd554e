// The first start on the terminal's own glass: a form over the whole display, until the terminal is set up or somebody leaves.
import { BrowserWindow, ipcMain, screen, type IpcMainInvokeEvent } from 'electron';
import { enteredIn, firstStartDone, firstStartForm } from '../terminal/first-start/first-start-page.ts';
import type { FirstStartHost } from '../terminal/first-start/settings.ts';
import { takeSettings } from '../terminal/first-start/take-settings.ts';
import type { Log } from '../terminal/log.ts';
import { SETUP_CHANNEL, SetUpRequest, type SetUpAnswer } from '../wire/shell.ts';
import { LivingPage } from './living-page.ts';
import { lockKeys } from './lock-contents.ts';
import { SETUP_PRELOAD } from './packed-files.ts';
import { isFrom } from './page-link.ts';
import { sealed } from './shell-parts.ts';

/** Lines have no page; a kiosk in this host locks its glass. */
const HOST: FirstStartHost = { roles: ['kiosk', 'window'], asksPin: true };

export interface SetUpShell {
  /** `terminal.json` is on the disk. The page stays, and says so, until it is closed. */
  readonly done: Promise<void>;
  focus(): void;
  close(): void;
}

/** `leave`: ends the program. */
export function openSetUpShell(file: string, log: Log, leave: () => void): SetUpShell {
  const { promise: done, resolve: tellDone } = Promise.withResolvers<undefined>();
  let current: BrowserWindow | null = null;
  let isTaking = false;

  const save = async (fields: Readonly<Record<string, string>>): Promise<SetUpAnswer> => {
    if (isTaking) throw new Error('one form at a time');
    isTaking = true;
    try {
      const form = new URLSearchParams(fields);
      const mistakes = await takeSettings(form, { file, host: HOST, own: { shell: { autostart: true } }, log });
      if (mistakes.size > 0) return { html: firstStartForm(HOST, enteredIn(form), mistakes), isDone: false };
      setImmediate(() => tellDone(undefined));
      return { html: firstStartDone(), isDone: true };
    } finally {
      isTaking = false;
    }
  };
  ipcMain.handle(SETUP_CHANNEL, async (event: IpcMainInvokeEvent, message: unknown): Promise<SetUpAnswer> => {
    const request = SetUpRequest.safeParse(message);
    if (current === null || !isFrom(event, current.webContents, 'setup') || !request.success) {
      log.warn({}, 'A message that is not from the first-start page was refused');
      throw new Error('refused');
    }
    if (request.data.type === 'save') return save(request.data.fields);
    if (request.data.type === 'leave') setImmediate(leave);
    return { html: firstStartForm(HOST, {}, new Map()), isDone: false };
  });

  const page = new LivingPage({
    host: 'setup',
    log,
    make: makeSetUpShell,
    onNew: (shell) => (current = shell),
    onLost: () => (current = null),
    mustStand: false,
    show: (shell) => shell.show(),
  });
  return {
    done,
    focus: () => page.shell.focus(),
    close: () => {
      ipcMain.removeHandler(SETUP_CHANNEL);
      page.close();
    },
  };
}

/** As locked as the kiosk's, but its owner may close it: there is no PIN yet. */
function makeSetUpShell(): BrowserWindow {
  const shell = new BrowserWindow({
    ...screen.getPrimaryDisplay().bounds,
    show: false,
    frame: false,
    fullscreen: true,
    autoHideMenuBar: true,
    webPreferences: sealed(SETUP_PRELOAD),
  });
  shell.removeMenu();
  lockKeys(shell.webContents, { mayPaste: true });
  return shell;
}
