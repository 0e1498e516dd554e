// The device tool (`jiaohao-devices`) as programs that run beside a Node of their own: list, read-card, print, strip, the page 设备自检 ...
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleProgram } from './bundle-program.ts';
import { copyNamed, copyTo } from './copy.ts';
import { DIST, ROOT, type Platform } from './platforms.ts';
import { copyNativeModules, NATIVE_MODULES } from './terminal/native-modules.ts';

/** Each at the place where its source stands: the tool finds the devices process and the page from there. */
export const DEVICES_TOOL_PROGRAMS = ['kiosk-app/devices-tool/main', 'kiosk-app/devices/main'] as const;
export const DEVICES_TOOL_PAGE = 'devices-page';

/** Into a folder of its own, once for all platforms. */
export async function bundleDevicesTool(folder: string): Promise<void> {
  for (const program of DEVICES_TOOL_PROGRAMS) {
    const files = { entry: join(ROOT, `${program}.ts`), outFile: join(folder, `${program}.js`) };
    await bundleProgram({ ...files, external: NATIVE_MODULES });
  }
}

/** A folder that needs Node and nothing else. Returns sentences about what could not be had. */
export function assembleDevicesTool(programs: string, platform: Platform, to: string): string[] {
  if (!existsSync(join(DIST, DEVICES_TOOL_PAGE, 'index.html'))) {
    throw new Error(`dist/${DEVICES_TOOL_PAGE} is missing: run "npm run build"`);
  }
  copyTo(programs, to);
  // "type": Node must read our files as ES modules wherever the folder lies.
  writeFileSync(join(to, 'package.json'), '{ "type": "module" }\n');
  copyNamed(DIST, join(to, 'dist'), [DEVICES_TOOL_PAGE]);
  return copyNativeModules(platform, join(to, 'node_modules'));
}
