// The terminal's native modules and what they need, as a node_modules folder that holds one platform and no sources.
import { cpSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../platforms.ts';
import type { Platform } from '../platforms.ts';
import { lockedPackage, NotAtHand } from '../registry-package.ts';

/** Never bundled: each loads a `.node` file that lies beside it. Kept outside the asar for the same reason. */
export const NATIVE_MODULES = ['@serialport/bindings-cpp', 'node-hid', 'usb', '@napi-rs/canvas'] as const;

const INSTALLED = join(ROOT, 'node_modules');
const PackageFile = z.looseObject({ dependencies: z.record(z.string(), z.string()).default({}) });

/** Needed to compile, or by a package's own commands; nothing at run time. */
const NOT_AT_RUN_TIME = new Set(['node-addon-api', 'yargs']);

/** Fills `to` (a node_modules folder); what could not be had is returned in sentences. Throws where a module is not installed. */
export function copyNativeModules(platform: Platform, to: string, names: readonly string[] = NATIVE_MODULES): string[] {
  for (const path of withDependencies(names)) copyPackage(join(INSTALLED, path), join(to, path), platform);
  const missing: string[] = [];
  for (const name of platform.nativeParts) {
    try {
      copyPackage(lockedPackage(name), join(to, name), platform);
    } catch (error) {
      if (!(error instanceof NotAtHand)) throw error;
      missing.push(error.message);
    }
  }
  return missing;
}

/** Paths inside node_modules, nested ones too, as Node would find them. */
function withDependencies(names: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const { dependencies } = PackageFile.parse(JSON.parse(readFileSync(join(INSTALLED, path, 'package.json'), 'utf8')));
    for (const name of Object.keys(dependencies)) {
      if (!NOT_AT_RUN_TIME.has(name) && !name.startsWith('@types/')) visit(nearest(path, name));
    }
  };
  names.forEach((name) => visit(nearest('', name)));
  return [...found].sort();
}

/** Where a package at `path` finds its dependency: in its own node_modules, or in one further out. */
export function nearest(path: string, name: string): string {
  const folders = path.split('/node_modules/');
  for (let depth = path === '' ? 0 : folders.length; depth >= 0; depth--) {
    const candidate = [...folders.slice(0, depth), name].join('/node_modules/');
    if (existsSync(join(INSTALLED, candidate, 'package.json'))) return candidate;
  }
  throw new Error(`${name} is not installed`);
}

function copyPackage(from: string, to: string, platform: Platform): void {
  cpSync(from, to, {
    recursive: true,
    dereference: true,
    filter: (source) => {
      const path = relative(from, source).split(sep);
      return statSync(source).isDirectory() ? isFolderNeeded(path, platform) : isFileNeeded(path.at(-1) ?? '');
    },
  });
}

const LEFT_OUT = new Set(['node_modules', 'hidapi', 'libusb', 'test', 'tests', 'docs', 'bin', '.github']);

function isFolderNeeded(path: readonly string[], platform: Platform): boolean {
  if (path.some((part) => LEFT_OUT.has(part))) return false;
  // `linux-x64`, `HID-linux-x64`, `HID_hidraw-linux-x64`; never `...-musl`.
  return path[0] !== 'prebuilds' || path[1] === undefined || path[1].endsWith(platform.id);
}

function isFileNeeded(file: string): boolean {
  if (/^(LICEN[CS]E|NOTICE|COPYING)/i.test(file)) return true;
  if (/\.(test|spec)\.|\.d\.[cm]?ts$|\.map$|\.musl\.|sbom|tsconfig/.test(file)) return false;
  return /\.(js|cjs|mjs|json|node|dat)$/.test(file);
}
