// One look for an update: ask, check, fetch what is missing, check the whole, unpack, and say that it is ready.
import { createHash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import type { UpdateManifest, UpdatePlatform } from '@jiaohao/contracts/updates';
import { checkOffer } from './check-offer.ts';
import type { OfferProblem } from './check-offer.ts';
import { HallGivesNothing } from './hall-updates.ts';
import type { HallUpdates } from './hall-updates.ts';
import { keptVersions } from './launcher-state.ts';
import type { LauncherState } from './launcher-state.ts';
import { BadArchive, unpack } from './unpack.ts';
import { isDiskFull } from './update-disk.ts';
import type { UpdateDisk } from './update-disk.ts';
import type { UpdateHome } from './update-home.ts';

export interface TakeUpdateParts {
  readonly home: UpdateHome;
  readonly disk: UpdateDisk;
  readonly hall: HallUpdates;
  readonly releaseKey: KeyObject;
  readonly platform: UpdatePlatform;
  /** The version that runs now. */
  readonly running: string;
  readonly state: LauncherState;
  readonly signal: AbortSignal;
}

export type TakeUpdateResult =
  | { readonly type: 'upToDate' }
  /** Lies unpacked and checked; the next start tries it. */
  | { readonly type: 'ready'; readonly version: string }
  /** Tried again at the next look. */
  | { readonly type: 'notNow'; readonly problem: 'hallGivesNothing' | 'diskFull' | 'packageCorrupt' | OfferProblem };

/** Left free on the disk whatever is fetched: tickets and logs need room too. */
const SPARE_BYTES = 64 * 1024 * 1024;

/** Never leaves anything that a later call or the launcher could take for a whole version. Rejects for bugs and broken disks. */
export async function takeUpdate(parts: TakeUpdateParts): Promise<TakeUpdateResult> {
  const { home, hall, platform, running, state } = parts;
  try {
    const signed = await hall.offer(platform, running);
    if (signed === null) return { type: 'upToDate' };
    const offer = checkOffer(signed, parts.releaseKey, platform, state);
    if (!offer.ok) return { type: 'notNow', problem: offer.problem };
    const { manifest } = offer;
    const ready = { type: 'ready', version: manifest.version } as const;
    if ((await home.ready()) === manifest.version) return ready;
    await removeOthers(parts, manifest);
    if (!(await isRoomFor(parts, manifest))) return { type: 'notNow', problem: 'diskFull' };
    const archive = archiveOf(home, manifest);
    await fetchRest(parts, manifest, archive);
    if (!(await isWhole(parts.disk, archive, manifest))) {
      await parts.disk.remove(archive);
      return { type: 'notNow', problem: 'packageCorrupt' };
    }
    await unpackVersion(parts, manifest, archive);
    await home.writeReady(manifest.version);
    await parts.disk.remove(archive);
    return ready;
  } catch (error) {
    return { type: 'notNow', problem: await problemOf(error, parts) };
  }
}

async function problemOf(error: unknown, { home, disk, state }: TakeUpdateParts) {
  if (error instanceof HallGivesNothing) return 'hallGivesNothing';
  if (error instanceof BadArchive) {
    await disk.remove(home.downloads);
    return 'packageCorrupt';
  }
  if (!isDiskFull(error)) throw error;
  // Room for the tickets first; the package is fetched anew when there is space.
  await disk.remove(home.downloads);
  await removeVersions({ home, disk }, keptVersions(state));
  return 'diskFull';
}

function archiveOf(home: UpdateHome, { version, platform, sha512 }: UpdateManifest): string {
  return join(home.downloads, `${platform}-${version}-${sha512.slice(0, 16)}.part`);
}

/** Downloads of other packages, and versions that nothing may be started from any more. */
async function removeOthers({ home, disk, state, running }: TakeUpdateParts, manifest: UpdateManifest): Promise<void> {
  for (const name of await disk.list(home.downloads)) {
    const path = join(home.downloads, name);
    if (path !== archiveOf(home, manifest)) await disk.remove(path);
  }
  await removeVersions({ home, disk }, [...keptVersions(state), running]);
}

async function removeVersions({ home, disk }: Pick<TakeUpdateParts, 'home' | 'disk'>, kept: readonly string[]) {
  for (const name of await disk.list(home.versions)) {
    if (!kept.includes(name)) await disk.remove(join(home.versions, name));
  }
}

async function isRoomFor({ home, disk }: TakeUpdateParts, manifest: UpdateManifest): Promise<boolean> {
  const missing = manifest.sizeBytes - (await disk.sizeOf(archiveOf(home, manifest)));
  return (await disk.freeBytes(home.root)) > missing + manifest.unpackedBytes + SPARE_BYTES;
}

async function fetchRest({ disk, hall, signal }: TakeUpdateParts, manifest: UpdateManifest, archive: string) {
  let size = await disk.sizeOf(archive);
  if (size >= manifest.sizeBytes) return;
  for await (const chunk of hall.download(manifest, size, signal)) {
    size += chunk.length;
    // More than was signed can only be wrong; the check of the whole says so.
    if (size > manifest.sizeBytes) throw new BadArchive('longer than announced');
    await disk.append(archive, chunk);
  }
  if (size < manifest.sizeBytes) throw new HallGivesNothing('the download broke off');
}

async function isWhole(disk: UpdateDisk, archive: string, manifest: UpdateManifest): Promise<boolean> {
  if ((await disk.sizeOf(archive)) !== manifest.sizeBytes) return false;
  const hash = createHash('sha512');
  for await (const chunk of disk.readChunks(archive)) hash.update(chunk);
  return hash.digest('hex') === manifest.sha512;
}

/** Beside the versions that are there, under a name that no version has; then renamed: a folder of a version is always whole. */
async function unpackVersion({ home, disk }: TakeUpdateParts, manifest: UpdateManifest, archive: string) {
  const folder = home.folderOf(manifest.version);
  await disk.remove(`${folder}.partial`);
  await unpack(disk, archive, `${folder}.partial`, manifest.unpackedBytes);
  await disk.remove(folder);
  await disk.rename(`${folder}.partial`, folder);
}
