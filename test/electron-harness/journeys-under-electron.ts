// `npm run journeys:electron`: the journeys of the Electron host, kiosk and floating caller, under real Electron. Without its program it fails, and says what to do.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { electronProgram } from './electron-program.ts';

const ROOT = join(import.meta.dirname, '../..');

if (electronProgram() === null) {
  process.stderr.write(
    'Electron’s program is not on this machine, so these journeys cannot run. Fetch it once with "npx install-electron" ' +
      '(it needs the network), then run this again.\nWithout it, "npm run journeys" runs the same journeys under Chromium.\n',
  );
  process.exit(1);
}
const { status } = spawnSync(
  process.execPath,
  [
    join(ROOT, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'side-by-side',
    '--no-file-parallelism',
    'test/journeys/electron',
    'test/journeys/caller-desktop',
  ],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, JIAOHAO_JOURNEYS_UNDER: 'electron' } },
);
process.exit(status ?? 1);
