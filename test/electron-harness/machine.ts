// The rest of the machine: displays by JIAOHAO_HARNESS_DISPLAYS, dialogs on standard error, keys that other programs may hold.
import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type { Shape } from './shape.ts';

export interface HarnessDisplay {
  readonly id: number;
  readonly label: string;
  readonly bounds: Electron.Rectangle;
}

const ONE: readonly HarnessDisplay[] = [{ id: 1, label: 'Harness', bounds: { x: 0, y: 0, width: 1080, height: 1920 } }];

class FakeScreen extends EventEmitter implements Shape<Electron.Screen, 'getAllDisplays' | 'getPrimaryDisplay'> {
  /** Changed by tests, which then emit `display-added` or `display-removed`. */
  displays: readonly HarnessDisplay[] = JSON.parse(
    process.env['JIAOHAO_HARNESS_DISPLAYS'] ?? JSON.stringify(ONE),
  ) as HarnessDisplay[];

  getAllDisplays() {
    return this.displays.map(whole);
  }
  getPrimaryDisplay() {
    return whole(this.displays[0] ?? (ONE[0] as HarnessDisplay));
  }
}

function whole(display: HarnessDisplay) {
  return { ...display, workArea: display.bounds, size: display.bounds, workAreaSize: display.bounds, scaleFactor: 1 };
}

export const fakeScreen = new FakeScreen();

export const fakeDialog = {
  showErrorBox: (title, content) => void process.stderr.write(`[error box] ${title}: ${content}\n`),
} satisfies Shape<Electron.Dialog, 'showErrorBox'>;

export const fakeMenu = {
  setApplicationMenu: () => undefined,
} satisfies Shape<typeof Electron.Menu, 'setApplicationMenu'>;

export const fakePowerSaveBlocker = {
  start: () => 1,
} satisfies Shape<Electron.PowerSaveBlocker, 'start'>;

const keys = new Map<string, () => void>();
/** Held by another program, as far as the program under test can see. */
const foreign = new Set((process.env['JIAOHAO_HARNESS_FOREIGN_KEYS'] ?? '').split(' '));

export const fakeGlobalShortcut = {
  register: (key, callback) => {
    if (foreign.has(key) || keys.has(key)) return false;
    keys.set(key, callback);
    return true;
  },
  unregister: (key) => void keys.delete(key),
  /** For tests: the key is pressed while another program has the focus. */
  harnessPress: (key: string) => keys.get(key)?.(),
} satisfies Shape<Electron.GlobalShortcut, 'register' | 'unregister'> & {
  harnessPress: (key: string) => void;
};

export const fakeShell = {
  openExternal: async (url) => {
    process.send?.({ type: 'openExternal', url });
    await Promise.resolve();
  },
} satisfies Shape<Electron.Shell, 'openExternal'>;

export const fakeSystemPreferences = {
  getAnimationSettings: () => ({
    shouldRenderRichAnimation: true,
    scrollAnimationsEnabledBySystem: true,
    prefersReducedMotion: process.env['JIAOHAO_HARNESS_REDUCED_MOTION'] === '1',
  }),
} satisfies Shape<Electron.SystemPreferences, 'getAnimationSettings'>;
