// The folder that electron-builder packs: bundled programs, pages and native modules of one platform, and nothing else.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { NATIVE_MODULES } from '../../kiosk-app/electron/native-modules.ts';
import { copyNamed } from '../copy.ts';
import { DIST, productVersion } from '../platforms.ts';
import type { Platform } from '../platforms.ts';
import { NOTICES_FILE, TERMINAL_WORKSPACES, thirdPartyNotices } from '../third-party-notices.ts';
import { copyNativeModules } from '../terminal/native-modules.ts';

/** As in electron-builder.yml. */
export const ELECTRON_VERSION = '45.4.1';
/** `directories.app` of electron-builder.yml. */
export const APP_FOLDER = join(DIST, 'electron-app');
const PARTS = ['electron', 'kiosk', 'caller'];
const Installed = z.looseObject({ version: z.string() });

/** Returns sentences about what could not be had. Throws where something has not been built. */
export function stageElectronApp(platform: Platform): string[] {
  for (const part of PARTS) {
    if (!existsSync(join(DIST, part))) throw new Error(`dist/${part} is missing: run "npm run build" first`);
  }
  rmSync(APP_FOLDER, { recursive: true, force: true });
  mkdirSync(APP_FOLDER, { recursive: true });
  copyNamed(DIST, join(APP_FOLDER, 'dist'), PARTS);
  const missing = copyNativeModules(platform, join(APP_FOLDER, 'node_modules'), NATIVE_MODULES);
  const names = [...NATIVE_MODULES, ...platform.nativeParts].filter((name) => existsSync(folderOf(name)));
  const dependencies = Object.fromEntries(names.map((name) => [name, versionOf(name)]));
  const app = {
    name: 'jiaohao-terminal',
    productName: 'Jiaohao Terminal',
    version: productVersion(),
    description: 'Terminal of the Jiaohao queue system',
    author: 'Jiaohao contributors',
    license: 'Apache-2.0',
    homepage: 'https://localhost/',
    type: 'module',
    main: 'dist/electron/launcher.js',
    dependencies,
  };
  writeFileSync(join(APP_FOLDER, 'package.json'), `${JSON.stringify(app, null, 2)}\n`);
  writeFileSync(join(APP_FOLDER, NOTICES_FILE), thirdPartyNotices(TERMINAL_WORKSPACES));
  // What the launcher of this or an older package starts; an update of another Electron's time is not.
  const start = { program: 'electron', args: [], electron: ELECTRON_VERSION.split('.')[0] };
  writeFileSync(join(APP_FOLDER, 'start.json'), `${JSON.stringify(start)}\n`);
  return missing;
}

function folderOf(name: string): string {
  return join(APP_FOLDER, 'node_modules', name);
}

function versionOf(name: string): string {
  return Installed.parse(JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8'))).version;
}
