// A package of the registry as files on disk: the installed one, else fetched once by npm and checked against a pinned hash.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DIST, ROOT } from './platforms.ts';

const CACHE = join(DIST, 'registry');

/** A package that is neither installed nor to be had now: what needs it is left out, and that is said. */
export class NotAtHand extends Error {
  override readonly name = 'NotAtHand';
}

const Lock = z.looseObject({
  packages: z.record(z.string(), z.looseObject({ version: z.string().optional(), integrity: z.string().optional() })),
});

/** Folder of a package that package-lock.json names, installed here or not. Throws NotAtHand. */
export function lockedPackage(name: string): string {
  const installed = join(ROOT, 'node_modules', name);
  if (existsSync(join(installed, 'package.json'))) return installed;
  const lock = Lock.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
  const entry = lock.packages[`node_modules/${name}`];
  if (entry?.version === undefined || entry.integrity === undefined) {
    throw new NotAtHand(`${name} is not in package-lock.json with a hash`);
  }
  return fetchedPackage(name, entry.version, entry.integrity);
}

/** Folder of a package that nothing of ours depends on. `integrity` as npm writes it: `sha512-<base64>`. Throws NotAtHand. */
export function fetchedPackage(name: string, version: string, integrity: string): string {
  const folder = join(CACHE, `${name.replaceAll('/', '+')}-${version}`);
  if (existsSync(join(folder, 'package.json'))) return folder;
  mkdirSync(CACHE, { recursive: true });
  const packed = spawnSync('npm', ['pack', '--silent', `${name}@${version}`, '--pack-destination', CACHE], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const file = packed.stdout.trim().split('\n').at(-1) ?? '';
  if (packed.status !== 0 || file === '') throw new NotAtHand(`${name}@${version} cannot be fetched from the registry`);
  const archive = join(CACHE, file);
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (found !== integrity) {
    rmSync(archive);
    throw new NotAtHand(`${name}@${version} from the registry is not the one that was pinned`);
  }
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial);
  const unpacked = spawnSync('tar', ['-xzf', archive, '-C', partial, '--strip-components=1']);
  if (unpacked.status !== 0) throw new NotAtHand(`${file} cannot be unpacked: ${String(unpacked.stderr)}`);
  renameSync(partial, folder);
  rmSync(archive);
  return folder;
}
