// Which versions run here, for whoever helps from afar: read where npm puts packages, or said by whoever bundled this program.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** In a bundle there are no package files to read: packaging puts the versions in its place (packaging/bundled-versions.ts). */
declare const BUNDLED_VERSIONS: Readonly<Record<string, string>> | undefined;

const PACKAGES = ['serialport', 'iconv-lite', '@napi-rs/canvas'];

/** By name: `jiaohao` and the packages that devices hang on. */
export function versions(): Readonly<Record<string, string>> {
  return typeof BUNDLED_VERSIONS === 'undefined' ? installedVersions() : BUNDLED_VERSIONS;
}

/** As npm laid them; `?` where a package is not there. */
export function installedVersions(): Readonly<Record<string, string>> {
  const roots = [
    join(import.meta.dirname, '..', 'node_modules'),
    join(import.meta.dirname, '..', '..', 'node_modules'),
  ];
  const versionIn = (name: string): string =>
    roots.map((root) => versionOf(join(root, name, 'package.json'))).find((version) => version !== '?') ?? '?';
  return {
    jiaohao: versionOf(join(import.meta.dirname, '..', 'package.json')),
    ...Object.fromEntries(PACKAGES.map((name) => [name, versionIn(name)])),
  };
}

function versionOf(packageFile: string): string {
  try {
    const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version?: unknown };
    return typeof version === 'string' ? version : '?';
  } catch (error) {
    if (error instanceof Error && ('code' in error || error instanceof SyntaxError)) return '?';
    throw error;
  }
}
