// Where the packed parts lie. In the bundle every module's folder is `dist/electron/` (docs/electron.md).
import { join } from 'node:path';
import type { PageHost } from '../wire/shell.ts';

const HERE = import.meta.dirname;

export const PRELOAD = join(HERE, 'preload.cjs');
export const STAFF_PRELOAD = join(HERE, 'staff-preload.cjs');
export const SETUP_PRELOAD = join(HERE, 'set-up-preload.cjs');
export const DEVICES_PROGRAM = join(HERE, 'devices.js');

/** The only folders that pages are served from. */
export const PAGE_FOLDERS: Readonly<Record<PageHost, string>> = {
  kiosk: join(HERE, '../kiosk'),
  caller: join(HERE, '../caller'),
  staff: join(HERE, 'staff'),
  setup: join(HERE, 'setup'),
};
