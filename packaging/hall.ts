// The hall server for each platform, as a folder under dist/hall and a tarball in dist (`npm run dist -- --only hall`).
import { join } from 'node:path';
import { assembleHall, bundleHall } from './hall/build-hall.ts';
import { packFolder } from './ustar.ts';
import { DIST, PLATFORMS } from './platforms.ts';
import type { PlatformId } from './platforms.ts';
import { NotAtHand } from './registry-package.ts';

export interface BuiltHall {
  readonly platform: PlatformId;
  /** Null where something could not be had; `reason` says what. */
  readonly archive: string | null;
  readonly reason: string | null;
  /** What the archive is without, in sentences. */
  readonly missing: readonly string[];
}

/** `level`: zlib's. One platform after the other. What cannot be built here is said, not thrown. */
export async function buildHalls(platforms: readonly PlatformId[], level: number): Promise<BuiltHall[]> {
  const programs = await bundleHall();
  const built: BuiltHall[] = [];
  for (const platform of platforms) {
    try {
      const { folder, missing } = assembleHall(programs, PLATFORMS[platform], join(DIST, 'hall'));
      const archive = join(DIST, `jiaohao-hall-${platform}.tar.gz`);
      await packFolder(folder, archive, folder.slice(folder.lastIndexOf('jiaohao-hall-')), level);
      built.push({ platform, archive, reason: null, missing });
    } catch (error) {
      if (!(error instanceof NotAtHand)) throw error;
      built.push({ platform, archive: null, reason: error.message, missing: [] });
    }
  }
  return built;
}
