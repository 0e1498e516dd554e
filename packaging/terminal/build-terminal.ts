// The terminal for the browser host as a folder that needs no Node: launcher, Node, and the first version with its pages.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleProgram } from '../bundle-program.ts';
import { copyNamed, copyProgram, copyTo } from '../copy.ts';
import { DEVICES_TOOL_PAGE, DEVICES_TOOL_PROGRAMS } from '../devices-tool.ts';
import { DIST, productVersion, ROOT } from '../platforms.ts';
import type { Platform } from '../platforms.ts';
import { lockedPackage } from '../registry-package.ts';
import { NOTICES_FILE, TERMINAL_WORKSPACES, thirdPartyNotices } from '../third-party-notices.ts';
import { copyNativeModules, NATIVE_MODULES } from './native-modules.ts';

const HERE = import.meta.dirname;
/** Each at the place where its source stands, because programs find pages and each other from there. */
const PROGRAMS = ['kiosk-app/browser/main', 'kiosk-app/template-editor/main', ...DEVICES_TOOL_PROGRAMS] as const;
/** Start scripts in `bin` of a Linux folder, at the top of a Windows one. */
const START_SCRIPTS = ['jiaohao-terminal', 'jiaohao-ticket-template', 'jiaohao-devices'] as const;
/** Pages of the terminal's roles; those that are built. */
const PAGES = ['kiosk', 'caller', DEVICES_TOOL_PAGE];

/** Bundles once for all platforms, into dist/terminal-programs. */
export async function bundleTerminal(): Promise<string> {
  const folder = join(DIST, 'terminal-programs');
  rmSync(folder, { recursive: true, force: true });
  for (const program of PROGRAMS) await bundle(program, join(folder, `app/${program}.js`));
  await bundle('kiosk-app/terminal/update/launcher-program', join(folder, 'launcher/launcher.js'));
  return folder;
}

function bundle(source: string, outFile: string): Promise<void> {
  return bundleProgram({ entry: join(ROOT, `${source}.ts`), outFile, external: NATIVE_MODULES });
}

export interface AssembledTerminal {
  /** What an installer unpacks. */
  readonly folder: string;
  /** Inside it: the version itself, which is what an update package holds. */
  readonly app: string;
  /** Sentences about what could not be had. */
  readonly missing: readonly string[];
}

/** Throws NotAtHand where the platform's Node cannot be had. */
export function assembleTerminal(programs: string, platform: Platform, into: string): AssembledTerminal {
  const version = productVersion();
  const folder = join(into, `jiaohao-terminal-${version}-${platform.id}`);
  const nodeFolder = lockedPackage(platform.nodePackage);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const app = join(folder, 'app');
  const missing = assembleApp(programs, platform, app, version);
  copyTo(join(programs, 'launcher'), join(folder, 'launcher'));
  writeFileSync(join(folder, 'launcher/package.json'), '{ "type": "module" }\n');
  const isWindows = platform.id === 'win32-x64';
  copyProgram(join(nodeFolder, platform.nodeFile), join(folder, 'node', isWindows ? 'node.exe' : 'node'));
  copyTo(join(nodeFolder, 'LICENSE'), join(folder, 'node/LICENSE'));
  copyNamed(ROOT, folder, ['LICENSE', 'docs/install.md', 'docs/operations.md', 'docs/wiring.md', 'docs/protocols']);
  writeFileSync(join(folder, NOTICES_FILE), thirdPartyNotices(TERMINAL_WORKSPACES));
  copyTo(join(HERE, 'example'), join(folder, 'example'));
  if (isWindows)
    copyNamed(
      join(HERE, 'windows'),
      folder,
      START_SCRIPTS.map((name) => `${name}.cmd`),
    );
  else copyLinuxParts(folder);
  return { folder, app, missing };
}

/** One version: started by a launcher of this or an older release. */
export function assembleApp(programs: string, platform: Platform, app: string, version: string): string[] {
  copyTo(join(programs, 'app'), app);
  writeFileSync(
    join(app, 'package.json'),
    `${JSON.stringify({ name: 'jiaohao-terminal', version, type: 'module' })}\n`,
  );
  writeFileSync(join(app, 'start.json'), `${JSON.stringify({ program: 'node', args: [`${PROGRAMS[0]}.js`] })}\n`);
  const pages = PAGES.filter((page) => existsSync(join(DIST, page, 'index.html')));
  if (!['kiosk', DEVICES_TOOL_PAGE].every((page) => pages.includes(page)))
    throw new Error('Run "npm run build" first: no pages');
  copyNamed(DIST, join(app, 'dist'), pages);
  return copyNativeModules(platform, join(app, 'node_modules'));
}

function copyLinuxParts(folder: string): void {
  for (const name of START_SCRIPTS) copyProgram(join(HERE, 'linux', name), join(folder, 'bin', name));
  copyTo(join(HERE, 'linux/jiaohao-terminal.service'), join(folder, 'service/jiaohao-terminal.service'));
}
