// The hall server as a folder that runs on a machine without Node: program, Node itself, SQLite, pages, service files, and the device tool beside them.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES } from '../../hall-server/gateway/static-pages.ts';
import { bundleProgram } from '../bundle-program.ts';
import { copyNamed, copyProgram, copyTo } from '../copy.ts';
import { assembleDevicesTool, bundleDevicesTool } from '../devices-tool.ts';
import { DIST, productVersion, ROOT } from '../platforms.ts';
import type { Platform } from '../platforms.ts';
import { fetchedPackage, lockedPackage } from '../registry-package.ts';
import { HALL_WORKSPACES, NOTICES_FILE, TERMINAL_WORKSPACES, thirdPartyNotices } from '../third-party-notices.ts';

const HERE = import.meta.dirname;
const NATIVE = ['better-sqlite3'];
/** Programs beside the server: [source, name in the folder]. */
const PROGRAMS = [
  ['hall-server/main.ts', 'main.js'],
  ['hall-server/audit.ts', 'audit.js'],
  ['packaging/updates/updates-command.ts', 'updates.js'],
] as const;

/** Start scripts in `bin` of a Linux folder, at the top of a Windows one. */
export const COMMANDS = ['jiaohao-hall', 'jiaohao-audit', 'jiaohao-updates', 'jiaohao-devices'] as const;

/** The npm package node-windows ships WinSW 1.17.0 (MIT), which makes a Windows service of any program. */
const WINSW = {
  name: 'node-windows',
  version: '0.1.14',
  integrity: 'sha512-2sz0i+ckeX/+22Z4KcDVis1ukyGOYZWx2WG9nQYauUwzIxEye5QcMrExkH7OaRSHkwM5bN/jesxsiQqkUb1O/w==',
};

/** Two folders, of what runs on the server and of the device tool. */
export interface HallPrograms {
  readonly hall: string;
  readonly devicesTool: string;
}

/** Bundles once for all platforms into dist/hall-programs; the programs are the same everywhere. */
export async function bundleHall(): Promise<HallPrograms> {
  const folder = join(DIST, 'hall-programs');
  const programs = { hall: join(folder, 'hall-server'), devicesTool: join(folder, 'devices') };
  rmSync(folder, { recursive: true, force: true });
  for (const [source, name] of PROGRAMS) {
    await bundleProgram({ entry: join(ROOT, source), outFile: join(programs.hall, name), external: NATIVE });
  }
  await bundleDevicesTool(programs.devicesTool);
  return programs;
}

export interface AssembledHall {
  readonly folder: string;
  /** Sentences about what could not be had. */
  readonly missing: readonly string[];
}

/** Puts the folder together. Throws NotAtHand where the platform's Node cannot be had. */
export function assembleHall(programs: HallPrograms, platform: Platform, into: string): AssembledHall {
  const folder = join(into, `jiaohao-hall-${productVersion()}-${platform.id}`);
  const nodeFolder = lockedPackage(platform.nodePackage);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  copyTo(programs.hall, join(folder, 'hall-server'));
  // "type": Node must read our files as ES modules wherever the folder lies.
  writeFileSync(join(folder, 'hall-server/package.json'), '{ "type": "module" }\n');
  copyTo(join(ROOT, 'hall-server/journal/migrations'), join(folder, 'hall-server/migrations'));
  copyNamed(DIST, join(folder, 'dist'), builtPages());
  copySqlite(platform, join(folder, 'node_modules/better-sqlite3'));
  // In a folder of its own, with its own native modules: nothing of it reaches the server.
  const missing = assembleDevicesTool(programs.devicesTool, platform, join(folder, 'devices'));
  const isWindows = platform.id === 'win32-x64';
  copyProgram(join(nodeFolder, platform.nodeFile), join(folder, 'node', isWindows ? 'node.exe' : 'node'));
  copyTo(join(nodeFolder, 'LICENSE'), join(folder, 'node/LICENSE'));
  copyNamed(ROOT, folder, ['LICENSE', 'docs/install.md', 'docs/operations.md', 'docs/wiring.md', 'docs/protocols']);
  const workspaces = [...new Set([...HALL_WORKSPACES, ...TERMINAL_WORKSPACES])];
  writeFileSync(join(folder, NOTICES_FILE), thirdPartyNotices(workspaces));
  copyTo(join(ROOT, 'test/data/halls/demo.json'), join(folder, 'example/hall.json'));
  if (isWindows) copyWindowsParts(folder);
  else copyLinuxParts(folder);
  return { folder, missing };
}

/** All that the server serves. */
function builtPages(): string[] {
  for (const page of PAGES) {
    if (!existsSync(join(DIST, page, 'index.html'))) throw new Error(`dist/${page} is missing: run "npm run build"`);
  }
  return [...PAGES];
}

function copySqlite(platform: Platform, to: string): void {
  const from = lockedPackage('better-sqlite3');
  copyNamed(from, to, ['package.json', 'LICENSE', 'lib', `prebuilds/${platform.sqlitePrebuild}`]);
}

function copyLinuxParts(folder: string): void {
  for (const name of COMMANDS) {
    copyProgram(join(HERE, 'linux', name), join(folder, 'bin', name));
  }
  copyProgram(join(HERE, 'linux/install.sh'), join(folder, 'install.sh'));
  copyTo(join(HERE, 'linux/jiaohao-hall.service'), join(folder, 'service/jiaohao-hall.service'));
}

function copyWindowsParts(folder: string): void {
  const winsw = fetchedPackage(WINSW.name, WINSW.version, WINSW.integrity);
  copyNamed(join(HERE, 'windows'), folder, [
    ...COMMANDS.map((name) => `${name}.cmd`),
    'install-service.cmd',
    'remove-service.cmd',
    'service/jiaohao-hall.xml',
  ]);
  copyTo(join(winsw, 'bin/winsw/winsw.exe'), join(folder, 'service/jiaohao-hall.exe'));
  copyTo(join(winsw, 'bin/winsw/winsw.exe.config'), join(folder, 'service/jiaohao-hall.exe.config'));
  copyTo(join(winsw, 'LICENSE'), join(folder, 'service/LICENSE-node-windows'));
}
