// What a bundled program is told of its own versions: beside it there are no package files (drivers/tool/versions.ts asks for this name).
import { installedVersions } from '../drivers/tool/versions.ts';
import { productVersion } from './platforms.ts';

/** For a bundler's `define`. */
export function versionsDefine(): Readonly<Record<string, string>> {
  return { BUNDLED_VERSIONS: JSON.stringify({ ...installedVersions(), jiaohao: productVersion() }) };
}
