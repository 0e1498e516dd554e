// electron-builder's hook after a platform's folder is put together: sets the fuses in the Electron program.
import { flipFuses } from '@electron/fuses';
import type { AfterPackContext } from 'electron-builder';
import { join } from 'node:path';
import { FUSES } from '../../kiosk-app/electron/fuses.ts';

/** `linux.executableName` of electron-builder.yml. */
const LINUX_PROGRAM = 'jiaohao-terminal';

/** Rejects where the program has no fuse wire: an installer without the fuses must not come into being. */
export default async function setFuses(context: AfterPackContext): Promise<void> {
  const { electronPlatformName, appOutDir, packager } = context;
  const name = electronPlatformName === 'win32' ? `${packager.appInfo.productFilename}.exe` : LINUX_PROGRAM;
  await flipFuses(join(appOutDir, name), { ...FUSES, resetAdHocDarwinSignature: false });
}
