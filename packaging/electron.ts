// The Electron installers; where Electron's own program cannot be had, everything short of it: staged, packed, fused, listed.
import { listPackage } from '@electron/asar';
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { APP_FOLDER, ELECTRON_VERSION, stageElectronApp } from './electron/stage-app.ts';
import { makeStandIn } from './electron/stand-in.ts';
import { DIST, PLATFORMS, ROOT } from './platforms.ts';
import type { PlatformId } from './platforms.ts';
import { packUpdate } from './updates/pack-update.ts';
import { filesIn } from './ustar.ts';

export interface BuiltElectron {
  readonly platform: PlatformId;
  readonly isInstallerBuilt: boolean;
  /** The app without Electron itself: it runs in the one that is installed. */
  readonly updatePackage: string;
  /** What is not there and why, in sentences. */
  readonly missing: readonly string[];
}

const BUILDER = join(ROOT, 'node_modules/electron-builder/out/cli/cli.js');

/**
 * Builds update packages, and real installers, which need the network for Electron, NSIS, fpm and the AppImage tools at the
 * first time. `signingKey`: PEM file of the release's private key; without it the update packages stay unsigned.
 */
export async function buildInstallers(
  platforms: readonly PlatformId[],
  signingKey: string | null,
): Promise<BuiltElectron[]> {
  const all: BuiltElectron[] = [];
  for (const platform of platforms) {
    const missing = stageElectronApp(PLATFORMS[platform]);
    const updatePackage = await packUpdate({ host: 'electron', platform, folder: APP_FOLDER, signingKey });
    const [system, arch] = platform === 'win32-x64' ? ['--win', '--x64'] : ['--linux', `--${platform.slice(6)}`];
    const built = runBuilder([system, arch]);
    const reason = built.ok ? [] : [`no installers: ${built.lastWords}`];
    all.push({ platform, isInstallerBuilt: built.ok, updatePackage, missing: [...missing, ...reason] });
  }
  return all;
}

export interface PackedListing {
  /** The unpacked program folder that an installer would carry. */
  readonly folder: string;
  /** Names inside app.asar, without the leading slash; those that lie outside are among them. */
  readonly inArchive: readonly string[];
  /** Names below app.asar.unpacked. */
  readonly outside: readonly string[];
}

/** Packs for Linux around a stand-in for Electron, fuses and all, and lists what came out. Needs no network. */
export async function packDry(platform: 'linux-x64' | 'linux-arm64'): Promise<PackedListing> {
  stageElectronApp(PLATFORMS[platform]);
  const output = join(DIST, 'electron-dry');
  rmSync(output, { recursive: true, force: true });
  const standIn = await makeStandIn(ELECTRON_VERSION);
  const arch = platform.slice(6);
  const built = runBuilder([
    '--dir',
    '--linux',
    `--${arch}`,
    `-c.electronDist=${standIn}`,
    `-c.directories.output=${output}`,
  ]);
  if (!built.ok) throw new Error(`electron-builder: ${built.lastWords}`);
  const folder = join(output, arch === 'x64' ? 'linux-unpacked' : 'linux-arm64-unpacked');
  const inArchive = listPackage(join(folder, 'resources/app.asar'), { isPack: false }).map((name) =>
    name.slice(1).replaceAll('\\', '/'),
  );
  return { folder, inArchive, outside: filesIn(join(folder, 'resources/app.asar.unpacked')) };
}

function runBuilder(args: readonly (string | undefined)[]): { readonly ok: boolean; readonly lastWords: string } {
  const given = args.filter((arg) => arg !== undefined);
  const done = spawnSync(process.execPath, [BUILDER, '--publish', 'never', ...given], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, USE_HARD_LINKS: 'false' },
  });
  const lines = `${done.stdout}\n${done.stderr}`.trim().split('\n');
  // electron-builder marks the line that says what went wrong.
  const lastWords = lines.find((line) => line.includes('⨯'))?.trim() ?? lines.at(-1) ?? '';
  return { ok: done.status === 0, lastWords };
}
