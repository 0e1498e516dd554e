// A folder that stands in for Electron where its program cannot be had: enough for electron-builder to pack around.
import { createPackage } from '@electron/asar';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from '../platforms.ts';

/** How @electron/fuses finds the wire in a program: sentinel, version 1, length, one `0` or `1` for each fuse. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
export const FUSE_COUNT = 9;

/** What is packed around it is real; the program in it runs nothing. Returns the folder. */
export async function makeStandIn(version: string): Promise<string> {
  const folder = join(DIST, 'electron-stand-in');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  mkdirSync(join(folder, 'default-app'));
  writeFileSync(join(folder, 'default-app/package.json'), '{"name":"stand-in","main":"main.js"}');
  writeFileSync(join(folder, 'default-app/main.js'), '');
  await createPackage(join(folder, 'default-app'), join(folder, 'resources/default_app.asar'));
  rmSync(join(folder, 'default-app'), { recursive: true });
  const wire = Buffer.concat([
    Buffer.from(SENTINEL),
    Buffer.from([1, FUSE_COUNT]),
    Buffer.from('1'.repeat(FUSE_COUNT)),
  ]);
  writeFileSync(join(folder, 'electron'), wire, { mode: 0o755 });
  writeFileSync(join(folder, 'chrome-sandbox'), '', { mode: 0o755 });
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(join(folder, 'LICENSE'), '');
  writeFileSync(join(folder, 'LICENSES.chromium.html'), '');
  for (const locale of ['zh-CN', 'en-US', 'de']) writeFileSync(join(folder, `locales/${locale}.pak`), '');
  return folder;
}
