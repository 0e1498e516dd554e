// `npm run kiosk -- --config FILE`: starts Electron with the built host, and says in a sentence what is missing. `-- --make-pin` makes a PIN's line.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { askPin } from '../terminal/ask-pin.ts';

const ROOT = join(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'dist/electron/main.js');
const PAGES = join(ROOT, 'dist/kiosk/index.html');
const PACKAGE = dirname(createRequire(import.meta.url).resolve('electron/package.json'));

const args = process.argv.slice(2);
if (args.includes('--make-pin')) await makePin();
else if (Number(process.versions.node.split('.')[0]) < 24)
  refuse('This needs Node 24 or newer: start it with "npm run kiosk".');
else if (!existsSync(MAIN) || !existsSync(PAGES)) refuse('The terminal is not built: run "npm run build".');
else startElectron();

function startElectron(): void {
  const program = findProgram() ?? fetchProgram();
  if (program === null) {
    refuse(
      'Electron’s program is not on this machine and could not be fetched. The package "electron" fetches it once, over the network: ' +
        'run "npx install-electron" where there is one (ELECTRON_MIRROR names another source), ' +
        'or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron of the same version. ' +
        'Until then "npm run terminal -- --config FILE" runs the same terminal in a browser.',
    );
    return;
  }
  const child = spawn(program, [MAIN, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => refuse(`Electron could not be started: ${error.message}`));
  child.once('exit', (code) => (process.exitCode = code ?? 1));
}

/** Null where the package has not fetched it. */
function findProgram(): string | null {
  const pathFile = join(PACKAGE, 'path.txt');
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (!existsSync(pathFile) && override === undefined) return null;
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const program = join(override ?? join(PACKAGE, 'dist'), name);
  return existsSync(program) ? program : null;
}

function fetchProgram(): string | null {
  if (process.env['ELECTRON_OVERRIDE_DIST_PATH'] !== undefined) return null;
  process.stderr.write('Electron’s program is not on this machine yet: fetching it once (about 120 MB) ...\n');
  // Its own words are a stack trace; ours follow.
  spawnSync(process.execPath, [join(PACKAGE, 'install.js')], { stdio: 'ignore' });
  return findProgram();
}

async function makePin(): Promise<void> {
  try {
    process.stdout.write(`${await askPin()}\n`);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    refuse(error.message);
  }
}

function refuse(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
