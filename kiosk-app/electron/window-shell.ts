// The window role's page in an ordinary small shell of its own.
import { BrowserWindow } from 'electron';
import type { WindowCore } from '../terminal/start-core.ts';
import { LivingPage } from './living-page.ts';
import { PRELOAD } from './packed-files.ts';
import { openPageLink } from './page-link.ts';
import { sealed, type OpenShell, type ShellParts } from './shell-parts.ts';

const SIZE = { width: 480, height: 640 };

export function openWindowShell(core: WindowCore, { log, leave }: ShellParts): OpenShell {
  const link = openPageLink({ host: 'caller', seat: core.seat, log, onStaffGesture: null });
  const page = new LivingPage({
    host: 'caller',
    log,
    make: () => {
      const shell = new BrowserWindow({ ...SIZE, show: false, autoHideMenuBar: true, webPreferences: sealed(PRELOAD) });
      shell.removeMenu();
      shell.on('close', leave);
      return shell;
    },
    onNew: (shell) => link.connect(shell.webContents),
    onLost: () => link.lost(),
  });
  return {
    focus: () => {
      if (page.shell.isMinimized()) page.shell.restore();
      page.shell.focus();
    },
    repaint: () => page.shell.webContents.invalidate(),
    close: () => {
      link.close();
      page.close();
    },
  };
}
