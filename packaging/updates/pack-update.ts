// The update package of one version, host and platform: a folder that a launcher can start, packed, measured, and signed.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, productVersion } from '../platforms.ts';
import type { PlatformId } from '../platforms.ts';
import { filesIn, packFolder } from '../ustar.ts';
import { signRelease } from './sign-release.ts';

export interface PackUpdateParts {
  readonly host: 'browser' | 'electron';
  readonly platform: PlatformId;
  readonly folder: string;
  /** PEM file of the release's private key; null leaves the package unsigned. */
  readonly signingKey: string | null;
}

/** Returns the package's file, in dist/. */
export async function packUpdate({ host, platform, folder, signingKey }: PackUpdateParts): Promise<string> {
  const version = productVersion();
  const file = join(DIST, `jiaohao-update-${host}-${platform}-${version}.tar.gz`);
  await packFolder(folder, file);
  const unpackedBytes = filesIn(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  if (signingKey !== null)
    await signRelease(file, signingKey, { version, platform: `${host}-${platform}`, unpackedBytes });
  return file;
}
