// The floating caller on a clerk's desktop: small, over the other programs, at the edge where it was put, reached by global keys.
import { join } from 'node:path';
import { BrowserWindow, globalShortcut, screen, shell as desktop, systemPreferences } from 'electron';
import { boundsAt, firstPlace, placeAt, type BarPlace, type Size } from '../terminal/caller/docking.ts';
import { keepBar, readKeptBar } from '../terminal/caller/kept-place.ts';
import type { WindowCore } from '../terminal/start-core.ts';
import type { CallerForm, CallerUpdate } from '../wire/caller.ts';
import { LivingPage } from './living-page.ts';
import { PRELOAD } from './packed-files.ts';
import { openPageLink } from './page-link.ts';
import { sealed, type OpenShell, type ShellParts } from './shell-parts.ts';

/** The page is drawn for exactly these (kiosk-app/caller-page/bar.css). */
const SIZES: Readonly<Record<CallerForm, Size>> = {
  compact: { width: 560, height: 96 },
  open: { width: 560, height: 220 },
};
const GROUND = '#f1f5f4';
/** A bar that was not moved for this long has been let go. */
const LET_GO_MS = 300;
const DISPLAY_EVENTS = ['display-added', 'display-removed', 'display-metrics-changed'] as const;

export function openCallerShell(core: WindowCore, { config, log, watchSeat }: ShellParts): OpenShell {
  const { caller } = core;
  const file = join(config.dataFolder, 'caller-bar.json');
  const kept = readKeptBar(file, log);
  const bar: Bar = { place: kept?.place ?? firstPlace(screen.getPrimaryDisplay()), form: kept?.form ?? 'compact' };
  const link = openPageLink({
    host: 'caller',
    seat: watchSeat(core.seat),
    log,
    onStaffGesture: null,
    onStanding: (what) => page.heard(what),
  });
  const standBy = (): void => stand(page.shell, bar);
  const page = new LivingPage({
    host: 'caller',
    log,
    make: () => makeShell(bar, () => keepBar(file, bar, log)),
    onNew: (shell) => link.connect(shell.webContents),
    onLost: (how) => link.lost(how),
    mustStand: true,
    // The clerk types into another program: the bar never takes the keyboard by itself.
    show: (shell) => shell.showInactive(),
  });
  caller.setForm(bar.form);
  const detach = caller.attach({ hotKeys: globalShortcut, openConsole: (url) => void desktop.openExternal(url) });
  const follow = follower(
    () => page.shell,
    bar,
    () => keepBar(file, bar, log),
  );
  const stopListening = caller.listen(({ update }) => follow(update));
  // `screen.on` knows each event by a signature of its own; to us they mean the same.
  for (const event of DISPLAY_EVENTS) screen.on(event as 'display-added', standBy);
  return {
    focus: () => page.shell.focus(),
    repaint: () => page.shell.webContents.invalidate(),
    // A clerk is there all day: the hall keeps what goes on at the window.
    isServing: () => false,
    close: () => {
      for (const event of DISPLAY_EVENTS) screen.off(event as 'display-added', standBy);
      stopListening();
      detach();
      link.close();
      page.close();
    },
  };
}

/** Where the bar is and how large; changed by the hand that drags it and by the core. */
interface Bar {
  place: BarPlace;
  form: CallerForm;
}

function makeShell(bar: Bar, keep: () => void): BrowserWindow {
  const shell = new BrowserWindow({
    ...boundsOf(bar),
    show: false,
    frame: false,
    alwaysOnTop: true,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    autoHideMenuBar: true,
    backgroundColor: GROUND,
    webPreferences: sealed(PRELOAD),
  });
  shell.removeMenu();
  shell.setAlwaysOnTop(true, 'floating');
  // Alt+F4 on the bar must not end the pad: the terminal ends with the session.
  shell.on('close', (event) => event.preventDefault());
  let letGo: NodeJS.Timeout | null = null;
  shell.on('move', () => {
    if (letGo !== null) clearTimeout(letGo);
    letGo = setTimeout(() => dropped(shell, bar, keep), LET_GO_MS);
  });
  shell.on('closed', () => {
    if (letGo !== null) clearTimeout(letGo);
  });
  return shell;
}

/** The bar was moved and let go: it docks, and the place is remembered. Where it stands already, nothing happens. */
function dropped(shell: BrowserWindow, bar: Bar, keep: () => void): void {
  if (shell.isDestroyed() || isSame(shell.getBounds(), boundsOf(bar))) return;
  bar.place = placeAt(shell.getBounds(), screen.getAllDisplays()) ?? bar.place;
  keep();
  stand(shell, bar);
}

/** Also when a display came, went or changed: the remembered place is kept while its display is away. */
function stand(shell: BrowserWindow, bar: Bar): void {
  if (!shell.isDestroyed()) shell.setBounds(boundsOf(bar));
}

function boundsOf({ place, form }: Bar) {
  return boundsAt(place, SIZES[form], screen.getAllDisplays(), screen.getPrimaryDisplay());
}

/** Under a scale like 125 % bounds come back a px beside what was set. */
const ROUNDING_PX = 2;

function isSame(one: Electron.Rectangle, other: Electron.Rectangle): boolean {
  return Math.abs(one.x - other.x) <= ROUNDING_PX && Math.abs(one.y - other.y) <= ROUNDING_PX;
}

/** Follows what the bar says: its form, and whether it asks for a look. */
function follower(shell: () => BrowserWindow, bar: Bar, keep: () => void): (update: CallerUpdate) => void {
  let wasFlashing = false;
  return ({ form, isFlashing }) => {
    if (form !== bar.form) {
      bar.form = form;
      keep();
      stand(shell(), bar);
    }
    const flashes = isFlashing && !systemPreferences.getAnimationSettings().prefersReducedMotion;
    if (flashes !== wasFlashing && !shell().isDestroyed()) shell().flashFrame(flashes);
    wasFlashing = flashes;
  };
}
