// The kiosk on its glass: the whole display, no way out but the staff's.
import { BrowserWindow, screen } from 'electron';
import type { KioskCore } from '../terminal/start-core.ts';
import { chooseDisplay } from './choose-display.ts';
import { LivingPage } from './living-page.ts';
import { lockKeys } from './lock-contents.ts';
import { PRELOAD } from './packed-files.ts';
import { openPageLink } from './page-link.ts';
import { applySetting } from './page-setting.ts';
import { NO_CURSOR, sealed, type OpenShell, type ShellParts } from './shell-parts.ts';
import { openStaffShell } from './staff-shell.ts';

/** `--ground` of look/tokens.css: what is seen until the page is drawn. */
const GROUND = '#f1f5f4';

export function openKioskShell(core: KioskCore, parts: ShellParts): OpenShell {
  const { log } = parts;
  const staff = openStaffShell(parts, core, () => page.shell);
  const link = openPageLink({
    host: 'kiosk',
    seat: parts.watchSeat(core.seat),
    log,
    onStaffGesture: () => staff.show(),
    onStanding: (what) => page.heard(what),
  });
  const page = new LivingPage({
    host: 'kiosk',
    log,
    make: () => makeShell(parts),
    onNew: (shell) => link.connect(shell.webContents),
    onLost: (how) => link.lost(how),
    mustStand: true,
    show: (shell) => shell.show(),
  });
  const place = (): void => placeShell(page.shell, parts);
  screen.on('display-added', place);
  screen.on('display-removed', place);
  screen.on('display-metrics-changed', place);
  return {
    focus: () => {
      page.shell.show();
      page.shell.focus();
    },
    repaint: () => page.shell.webContents.invalidate(),
    isServing: () => core.terminal.isServing || core.door.isTesting,
    close: () => {
      screen.off('display-added', place);
      screen.off('display-removed', place);
      screen.off('display-metrics-changed', place);
      staff.close();
      link.close();
      page.close();
    },
  };
}

function makeShell(parts: ShellParts): BrowserWindow {
  const shell = new BrowserWindow({
    ...displayFor(parts).bounds,
    show: false,
    frame: false,
    kiosk: true,
    fullscreen: true,
    alwaysOnTop: true,
    resizable: false,
    movable: false,
    minimizable: false,
    closable: false,
    skipTaskbar: true,
    autoHideMenuBar: true,
    backgroundColor: GROUND,
    webPreferences: sealed(PRELOAD),
  });
  shell.removeMenu();
  shell.setAlwaysOnTop(true, 'screen-saver');
  // Alt+F4 and a window manager's close: only `destroy` ends this shell.
  shell.on('close', (event) => event.preventDefault());
  lockKeys(shell.webContents);
  shell.webContents.on('dom-ready', () => applySetting(shell.webContents.insertCSS(NO_CURSOR), parts.log));
  return shell;
}

function placeShell(shell: BrowserWindow, parts: ShellParts): void {
  if (shell.isDestroyed()) return;
  shell.setBounds(displayFor(parts).bounds);
  shell.setFullScreen(true);
}

function displayFor({ config, log }: ShellParts) {
  const wanted = config.shell.display;
  const displays = screen.getAllDisplays();
  const { display, isFallback } = chooseDisplay(displays, screen.getPrimaryDisplay(), wanted);
  if (isFallback) {
    const labels = displays.map(({ label }) => label);
    log.warn(
      { wanted, displays: labels, taken: display.label },
      'The display that is configured is not there: the primary one is taken',
    );
  }
  return display;
}
