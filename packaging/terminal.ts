// The terminal for the browser host, for each platform: an installation, and the update package of the same version.
import { join } from 'node:path';
import { DIST, PLATFORMS } from './platforms.ts';
import type { PlatformId } from './platforms.ts';
import { NotAtHand } from './registry-package.ts';
import { assembleTerminal, bundleTerminal } from './terminal/build-terminal.ts';
import { packUpdate } from './updates/pack-update.ts';
import { packFolder } from './ustar.ts';

export interface BuiltTerminal {
  readonly platform: PlatformId;
  readonly archive: string | null;
  readonly updatePackage: string | null;
  /** What could not be had, in sentences. */
  readonly missing: readonly string[];
}

/** `level`: zlib's. `signingKey`: PEM file of the release's private key; without it the update packages stay unsigned. */
export async function buildTerminals(
  platforms: readonly PlatformId[],
  signingKey: string | null,
  level: number,
): Promise<BuiltTerminal[]> {
  const programs = await bundleTerminal();
  const built: BuiltTerminal[] = [];
  for (const platform of platforms) {
    try {
      const { folder, app, missing } = assembleTerminal(programs, PLATFORMS[platform], join(DIST, 'terminal'));
      const archive = join(DIST, `jiaohao-terminal-${platform}.tar.gz`);
      await packFolder(folder, archive, folder.slice(folder.lastIndexOf('jiaohao-terminal-')), level);
      const updatePackage = await packUpdate({ host: 'browser', platform, folder: app, signingKey });
      built.push({ platform, archive, updatePackage, missing });
    } catch (error) {
      if (!(error instanceof NotAtHand)) throw error;
      built.push({ platform, archive: null, updatePackage: null, missing: [error.message] });
    }
  }
  return built;
}
