// What a program does that was started by the launcher: says that it is well, takes updates, ends when the launcher ends.
import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ReleaseVersion, UpdatePlatform } from '@jiaohao/contracts/updates';
import type { Log } from '../log.ts';
import { hallUpdates } from './hall-updates.ts';
import { Updater } from './updater.ts';
import { realDisk } from './update-disk.ts';
import { UpdateHome } from './update-home.ts';

/** What a version must have shown before it is called well. */
export type Sign = 'devices' | 'page';

export interface LauncherEnvironment {
  readonly root: string;
  readonly startId: string;
  readonly version: string;
  /** Null where the installer brought no release key: no updates are taken. */
  readonly releaseKeyFile: string | null;
}

/** Null for a program that was started by hand: it takes no updates and reports to nobody. */
export function launcherEnvironment(env: NodeJS.ProcessEnv): LauncherEnvironment | null {
  const { JIAOHAO_UPDATE_ROOT: root, JIAOHAO_START_ID: startId, JIAOHAO_RELEASE_KEY: releaseKeyFile } = env;
  const version = ReleaseVersion.safeParse(env['JIAOHAO_VERSION']);
  if (root === undefined || startId === undefined || !version.success) return null;
  return { root, startId, version: version.data, releaseKeyFile: releaseKeyFile ?? null };
}

export interface UnderLauncherOptions extends LauncherEnvironment {
  readonly hallUrl: string;
  readonly token: string;
  readonly host: 'browser' | 'electron';
  /** All of them must be seen; `page` only where the role has one. */
  readonly signs: readonly Sign[];
  readonly isQuiet: () => boolean;
  /** Ends the program in order, with RESTART_FOR_UPDATE. */
  readonly restart: () => void;
  readonly log: Log;
  readonly lookEveryMs?: number;
  readonly quietEveryMs?: number;
}

export interface UnderLauncher {
  /** With the last of the awaited signs this version is well, and the launcher is told. */
  seen(sign: Sign): void;
  close(): Promise<void>;
}

/** Throws where the release key's file cannot be read or is no key. */
export function underLauncher(options: UnderLauncherOptions): UnderLauncher {
  const missing = new Set(options.signs);
  const home = new UpdateHome(options.root, realDisk);
  const updater = updaterFor(options);
  const tellHealthy = async (): Promise<void> => {
    try {
      await home.writeHealthy(options.startId);
    } catch (error) {
      options.log.error({ err: error }, 'The launcher cannot be told that this version is well');
    }
  };
  return {
    seen: (sign) => {
      if (missing.delete(sign) && missing.size === 0) void tellHealthy();
    },
    close: async () => updater?.close(),
  };
}

function updaterFor(options: UnderLauncherOptions): Updater | null {
  const { releaseKeyFile, host, hallUrl, token, version, log } = options;
  const platform = UpdatePlatform.safeParse(`${host}-${process.platform}-${process.arch}`);
  if (releaseKeyFile === null || !platform.success) {
    log.info({ platform: process.platform }, 'This terminal takes no updates: no release key, or no packages for it');
    return null;
  }
  return new Updater({
    ...options,
    running: version,
    platform: platform.data,
    releaseKey: createPublicKey(readFileSync(releaseKeyFile)),
    hall: hallUpdates(hallUrl, token),
  });
}

/** Calls when the launcher is gone, however it went: two launchers must never have two programs on one printer. */
export function whenLauncherEnds(callback: () => void): void {
  process.stdin.once('end', callback).once('error', callback).resume();
}
